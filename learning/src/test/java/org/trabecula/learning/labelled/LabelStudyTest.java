package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxExport;
import org.trabecula.learning.training.TrainingEvent;

class LabelStudyTest {
  @TempDir Path folder;

  private static LabelReport run(DrawnStudy study, Path out, StudySettings settings)
      throws IOException {
    return LabelStudy.run(study.request(out), settings, DrawnStudy.hearing(new ArrayList<>()));
  }

  @Test
  void aStudySaysWhatItsFilmsAreAndHowToDoItAgain() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 16, true);

    LabelReport report = run(study, folder.resolve("out"), DrawnStudy.settings(1));

    assertThat(report.markdown()).contains("**" + report.verdict() + "**");
    String text = Files.readString(folder.resolve("out/label-study.md"));
    assertThat(text)
        .contains(
            "**Synthetic** films", "16 drawn limbs", "(synthetic)", "| image and covariates |")
        .contains("even 8, odd 8", "- seed: 1", "- commit: 0000000", "- command: a test");
    assertThat(Files.readString(folder.resolve("out/label-study.json")))
        .contains("\"schema\" : \"trabecula-label-study/1\"", "\"synthetic\" : true", "\"both\"");
  }

  @Test
  void anImageThatTellsNothingIsFoundToAddNothing() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 32, false);

    LabelReport report = run(study, folder.resolve("out"), DrawnStudy.settings(3));

    assertThat(report.verdict())
        .startsWith("The image adds nothing to the covariates that these 32 films could show.");
    assertThat(report.markdown()).doesNotContain("NaN");
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 16, false);
    Path out = folder.resolve("out");
    LabelReport first = run(study, out, DrawnStudy.settings(1));
    Files.delete(out.resolve("answers/image-fold2.csv"));

    List<TrainingEvent> events = new ArrayList<>();
    LabelReport second =
        LabelStudy.run(study.request(out), DrawnStudy.settings(1), DrawnStudy.hearing(events));

    assertThat(events).extracting(TrainingEvent::network).containsOnly("image 2");
    assertThat(second.markdown()).isEqualTo(first.markdown());
  }

  @Test
  void otherFilmsAreLearntAnew() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 16, false);
    Path out = folder.resolve("out");
    run(study, out, DrawnStudy.settings(1));
    Files.copy(
        study.images().resolve("f0.png"),
        study.images().resolve("f1.png"),
        StandardCopyOption.REPLACE_EXISTING);

    List<TrainingEvent> events = new ArrayList<>();
    LabelReport report =
        LabelStudy.run(study.request(out), DrawnStudy.settings(1), DrawnStudy.hearing(events));

    assertThat(events.stream().map(TrainingEvent::network)).contains("linear 1", "both 2");
    assertThat(report.markdown()).contains("1 pairs of films are one picture (f0=f1)");
  }

  @Test
  void theFeaturesOfAnotherNetworkOfItsShapeAreAnArm() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 16, false);
    Path parent = folder.resolve("parent.onnx");
    Networks.Size size = new Networks.Size(256, 192, List.of(4, 4, 4, 8, 8), 8);
    Weights weights =
        Weights.random(
            Networks.density("parent", 4, Networks.unitScale(7), size), new SplittableRandom(1));
    Files.write(parent, OnnxExport.bytes(weights));
    LabelStudy.Request plain = study.request(folder.resolve("out"));
    LabelStudy.Request request =
        new LabelStudy.Request(
            plain.labels(),
            plain.images(),
            plain.columns(),
            plain.positive(),
            Optional.of(parent),
            plain.out(),
            plain.bootstrap(),
            plain.origin());

    LabelReport report =
        LabelStudy.run(request, DrawnStudy.settings(1), DrawnStudy.hearing(new ArrayList<>()));

    assertThat(report.figures()).containsKey(Arm.PARENT);
    assertThat(report.tried()).containsExactly(Arm.BOTH, Arm.PARENT);
  }

  @Test
  void aClassThatNobodyHasIsRefusedWithThoseThereAre() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 8, false);
    LabelStudy.Request plain = study.request(folder.resolve("out"));
    LabelStudy.Request request =
        new LabelStudy.Request(
            plain.labels(),
            plain.images(),
            plain.columns(),
            "osteoporosis",
            plain.parent(),
            plain.out(),
            plain.bootstrap(),
            plain.origin());

    assertThatThrownBy(() ->
            LabelStudy.run(request, DrawnStudy.settings(1), DrawnStudy.hearing(new ArrayList<>())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'osteoporosis'; there are well, ill");
  }

  @Test
  void aSlipOfThePenInANumberIsNotTakenForAWord() throws IOException {
    DrawnStudy study = DrawnStudy.of(folder, 40, false);
    String table = Files.readString(study.table());
    Files.writeString(study.table(), table.replaceFirst(",even,\\d+,", ",even,4o,"));

    assertThatThrownBy(() -> run(study, folder.resolve("out"), DrawnStudy.settings(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'age'")
        .hasMessageContaining("'4o'");
  }
}
