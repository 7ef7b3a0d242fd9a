package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.labelled.LabelColumns;
import org.trabecula.learning.labelled.LabelReport;
import org.trabecula.learning.labelled.LabelStudy;
import org.trabecula.learning.labelled.StudySettings;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.torch.Precision;
import org.trabecula.validation.Bootstrap;

/**
 * The study of real knees, so short that no network learns anything of the image: what is held is
 * the path, and that age alone explains much of the T-scores.
 */
class RealKneesTest {
  @TempDir Path out;

  private static final LabelNetworks.Encoder TINY =
      new LabelNetworks.Encoder(256, 192, List.of(2, 2, 2, 2, 2), false, 2);

  private static final StudySettings SHORT =
      new StudySettings(
          5,
          1,
          new StudySettings.Pace(0.1, 1e-3),
          new StudySettings.Pace(10, 2e-2),
          16,
          4,
          1,
          TINY,
          TINY,
          0.1,
          AugmentationSettings.NONE,
          Precision.SINGLE,
          1);

  @Test
  void ageExplainsMuchAndAnUntaughtImageAddsNothing() throws IOException {
    Path knees = RealData.folder("knee");
    LabelStudy.Request request =
        new LabelStudy.Request(
            knees.resolve("labels.csv"),
            knees.resolve("images"),
            new LabelColumns(
                "id",
                "t_score",
                "class",
                Optional.empty(),
                Optional.of("style"),
                List.of("age", "gender", "height_m", "weight_kg"),
                Map.of("use", "clean")),
            "osteoporosis",
            Optional.empty(),
            out,
            new Bootstrap(100, 1, 0.95),
            new LabelStudy.Origin("real knees", false, "a test", "a test"));

    LabelReport report =
        LabelStudy.run(request, SHORT, new LabelStudy.Hearing(Progress.SILENT, e -> {}));

    assertThat(report.markdown())
        .contains("- films: 196 of 196 that take part")
        .contains("- groups: 196; 0 pairs of films are one picture")
        .contains("- classes: normal 27, osteopenia 127, osteoporosis 42")
        .contains("**Real** radiographs of people")
        .doesNotContain("synthetic");
    double r =
        JsonMapper.builder()
            .build()
            .readTree(out.resolve("label-study.json").toFile())
            .at("/arms/linear/r/value")
            .asDouble();
    assertThat(r).isBetween(0.6, 0.85);
    assertThat(report.verdict()).startsWith("The image adds nothing");
  }
}
