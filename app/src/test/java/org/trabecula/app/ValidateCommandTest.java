package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.PredictionTable;

class ValidateCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    FakeModel.write(shared.resolve("model"));
    Files.writeString(shared.resolve("ours.csv"), table(1, 0.05));
    Files.writeString(shared.resolve("theirs.csv"), table(1, 0.1));
    StringBuilder manifest =
        new StringBuilder(
            "subject,image,view,sex,age_years,scale,synthetic,exclusion,bmd:L1-L4,look\n");
    for (int i = 0; i < 6; i++) {
      Path film = shared.resolve("films/%d.png".formatted(i));
      if (i < 4) {
        Films.spine(film, i);
      } else {
        Films.other(film, i);
      }
      manifest.append(
          "P%d,films/%d.png,lumbar-ap,female,%d,hologic,%s,,%.2f,CR\n"
              .formatted(i, i, 60 + i, i == 0, 0.8 + 0.03 * i));
    }
    manifest.append("P6,films/none.png,lumbar-ap,male,70,hologic,false,too blurred,0.9,CR\n");
    manifest.append("P7,films/none.png,lumbar-ap,male,70,hologic,false,,,CR\n");
    Files.writeString(shared.resolve("manifest.csv"), manifest);
  }

  /** Spines of 40 subjects; the truths do not depend on the error. */
  private static String table(long seed, double error) {
    SplittableRandom truths = new SplittableRandom(seed);
    SplittableRandom errors = new SplittableRandom(Double.hashCode(error));
    List<Prediction> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double truth = truths.nextDouble(0.65, 1.2);
      Subject subject =
          new Subject(
              Optional.of(i % 4 == 0 ? Sex.MALE : Sex.FEMALE),
              OptionalDouble.of(truths.nextDouble(50, 90)),
              OptionalDouble.of(160),
              OptionalDouble.of(truths.nextDouble(45, 90)));
      rows.add(
          new Prediction(
              "P" + i,
              subject,
              truth,
              DensityEstimate.normal(
                  Site.L1_L4, truth + error * errors.nextGaussian(), 0.05, ScannerScale.HOLOGIC),
              false,
              Map.of("scanner", i % 2 == 0 ? "A" : "B")));
    }
    return new PredictionTable(rows).text();
  }

  private CommandRun validate(Object... more) {
    Object[] fixed = {"validate", "--resamples", 100, "--out", folder};
    Object[] all = Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandRun.of(all);
  }

  private JsonNode json() throws IOException {
    return JsonMapper.builder().build().readTree(folder.resolve("validation.json").toFile());
  }

  private static JsonNode figure(JsonNode study, String group, String statistic, String at) {
    for (JsonNode figure : study.get("figures")) {
      if (figure.get("group").asText().equals(group)
          && figure.get("statistic").asText().equals(statistic)
          && figure.get("at").asText().equals(at)) {
        return figure;
      }
    }
    throw new AssertionError("%s of %s at %s".formatted(statistic, group, at));
  }

  @Test
  void predictionsBecomeFiguresWithTheirOrigin() throws IOException {
    CommandRun run = validate("--predictions", shared.resolve("ours.csv"), "--title", "Our site");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("# Our site\n").contains("| MAE g/cm2 | 0.0");
    assertThat(run.out()).doesNotContainIgnoringCase("synthetic");
    assertThat(run.err()).contains("validate   L1-L4");
    JsonNode study = json();
    assertThat(study.get("schema").asText()).isEqualTo("trabecula-validation/1");
    assertThat(study.get("synthetic").asBoolean()).isFalse();
    JsonNode provenance = study.get("provenance");
    assertThat(provenance.get("predictions").asText()).matches("ours.csv, SHA-256 [0-9a-f]{64}");
    assertThat(provenance.get("code").asText()).startsWith("Trabecula ");
    assertThat(provenance.get("command").asText()).startsWith("./trabecula validate --resamples");
    assertThat(figure(study, "all", "mae", "").get("n").asInt()).isEqualTo(40);
    assertThat(figure(study, "scanner=A", "auc", "T < -1").get("n").asInt()).isEqualTo(20);
    assertThat(figure(study, "all", "auc_of_other", "T < -1; age and sex").get("estimate"))
        .isNotNull();
    assertThat(folder.resolve("figures.csv")).content().startsWith("site,synthetic,group,");
    assertThat(folder.resolve("validation.md"))
        .content()
        .isEqualTo(run.out().stripTrailing() + "\n\n");
    assertThat(folder.resolve("predictions.csv")).doesNotExist();
  }

  @Test
  void aComparatorMoreThresholdsAndPrevalencesAreAnswered() throws IOException {
    CommandRun run =
        validate(
            "--predictions",
            shared.resolve("ours.csv"),
            "--comparator",
            shared.resolve("theirs.csv"),
            "--threshold",
            "-2,-3",
            "--prevalence",
            0.15,
            "--subgroup",
            "scanner",
            "--level",
            0.9,
            "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode study = json();
    assertThat(study.get("comparator").asText()).isEqualTo("theirs.csv");
    assertThat(study.at("/settings/thresholds").toString())
        .isEqualTo("[\"T < -1\",\"T <= -2.5\",\"T <= -2\",\"T <= -3\"]");
    assertThat(figure(study, "all", "mae_difference", "comparator").get("level").asDouble())
        .isEqualTo(0.9);
    assertThat(figure(study, "all", "ppv_at_prevalence", "T <= -2; prevalence 0.15")).isNotNull();
    assertThat(figure(study, "all", "nri", "T < -1; comparator; by call")).isNotNull();
    List<String> groups = new ArrayList<>();
    study.get("figures").forEach(figure -> groups.add(figure.get("group").asText()));
    assertThat(groups).containsOnly("all", "scanner=A", "scanner=B");
  }

  @Test
  void aModelOnAManifestIsScreenedAndItsFlowIsCounted() throws IOException {
    CommandRun run =
        validate("--manifest", shared.resolve("manifest.csv"), "--model", shared.resolve("model"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("# Validation against DXA (synthetic)");
    JsonNode study = json();
    List<String> steps = new ArrayList<>();
    for (JsonNode step : study.get("flow")) {
      steps.add(
          "%s: %s %d/%d"
              .formatted(
                  step.get("kind").asText(),
                  step.get("text").asText(),
                  step.get("subjects").asInt(),
                  step.get("radiographs").asInt()));
    }
    assertThat(steps)
        .startsWith("in: in the manifest 8/8")
        .contains("left_out: too blurred 1/1", "left_out: no density is known 1/1")
        .endsWith("evaluated: evaluated 4/4")
        .anyMatch(step -> step.startsWith("declined: ") && step.endsWith(" 2/2"));
    assertThat(study.at("/provenance/model").asText()).isEqualTo("fake 0");
    assertThat(study.at("/provenance/data SHA-256").asText()).matches("[0-9a-f]{64}");
    assertThat(folder.resolve("data-sheet.md")).content().contains("This cohort is **synthetic**");
    // What was screened can be validated again, to the same figures.
    Path predictions = folder.resolve("predictions.csv");
    JsonNode first = study.get("figures");
    validate("--predictions", predictions, "--manifest", shared.resolve("manifest.csv"));
    assertThat(json().get("figures")).isEqualTo(first);
    assertThat(json().get("flow").size()).isEqualTo(5);
    assertThat(json().at("/flow/3/text").asText()).isEqualTo("no prediction");
  }

  @Test
  void aTrainingManifestTeachesTheBaselinesWithoutTheStudysOwnSubjects() throws IOException {
    CommandRun run =
        validate(
            "--predictions", shared.resolve("ours.csv"),
            "--baseline", shared.resolve("manifest.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    // P0 to P5 are in both, P7 has no density: nobody is left.
    assertThat(json().at("/sites/0/baselines_learned_from").asText()).isEqualTo("no training row");
  }

  @Test
  void anOldTableCanBeCalledSynthetic() throws IOException {
    CommandRun run = validate("--predictions", shared.resolve("ours.csv"), "--synthetic");
    assertThat(run.out()).contains("(synthetic)");
    assertThat(json().get("synthetic").asBoolean()).isTrue();
    assertThat(folder.resolve("figures.csv")).content().contains("\nL1-L4,synthetic,all,mae,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--level 2",
        "--resamples 5",
        "--prevalence 1.5",
        "--threshold NaN",
        "--reference nowhere",
        "--model DIR"
      })
  void whatCannotBeAskedIsExitCode2(String words) {
    List<Object> all =
        new ArrayList<>(List.of("validate", "--predictions", shared.resolve("ours.csv")));
    all.addAll(List.of(words.split(" ")));
    CommandRun run = CommandRun.of(all.toArray());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void nothingToValidateIsExitCode2() {
    CommandRun run = CommandRun.of("validate");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("state --predictions or --manifest");
  }

  @Test
  void filesThatCannotServeAreExitCode3() throws IOException {
    CommandRun none = validate("--predictions", folder.resolve("none.csv"));
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("There is no file or folder");
    Path empty = folder.resolve("empty.csv");
    Files.writeString(
        empty,
        Files.readString(shared.resolve("ours.csv")).lines().findFirst().orElseThrow() + "\n");
    CommandRun nothing = validate("--predictions", empty);
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.err()).contains("no prediction beside a known density in", "empty.csv");
    Path twice = folder.resolve("twice.csv");
    List<String> lines = Files.readAllLines(shared.resolve("ours.csv"));
    lines.add(lines.getLast());
    Files.write(twice, lines);
    CommandRun blurred =
        validate("--predictions", twice, "--comparator", shared.resolve("theirs.csv"));
    assertThat(blurred.code()).isEqualTo(3);
    assertThat(blurred.err()).contains("Subject P39 has several rows for L1-L4");
  }
}
