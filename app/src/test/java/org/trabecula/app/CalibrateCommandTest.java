package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;
import org.trabecula.screening.SiteCalibration;

/** On films that all look alike, of subjects whose age alone tells their density. */
class CalibrateCommandTest {
  private static final String HEADER =
      "subject,image,view,sex,age_years,scale,synthetic,bmd:L2,bmd:L1-L4";

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    FakeModel.writeAgeing(shared.resolve("model"));
    Films.spine(shared.resolve("spine.png"), 1);
    Films.other(shared.resolve("other.png"), 2);
  }

  /** What the fake model states of L1-L4. */
  private static double stated(double age) {
    return 0.85 - 0.08 * (age - 65) / 12;
  }

  private static double age(int i) {
    return 45 + i % 40;
  }

  /** Rows of subjects whose L1-L4 is what the model states and a shift; women have so much more. */
  private static List<String> rows(int count, String scale, double shift, double women) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean woman = random.nextBoolean();
      double density = stated(age(i)) + shift + (woman ? women : 0) + 0.02 * random.nextGaussian();
      rows.add(
          String.format(
              Locale.ROOT,
              "s%d,%s,lumbar-ap,%s,%.0f,%s,true,,%.4f",
              i,
              shared.resolve("spine.png"),
              woman ? "female" : "male",
              age(i),
              scale,
              density));
    }
    return rows;
  }

  private CommandRun calibrate(List<String> rows, Object... more) throws IOException {
    Files.writeString(
        folder.resolve("manifest.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
    return run(more);
  }

  private CommandRun run(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("calibrate", "--manifest", folder.resolve("manifest.csv"), "--model"));
    words.add(shared.resolve("model"));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private SiteCalibration site(Site site) throws IOException {
    return ModelPackage.read(folder.resolve("out"))
        .densityModel(View.LUMBAR_AP)
        .orElseThrow()
        .sites()
        .get(site);
  }

  @Test
  void aShiftedSiteGetsAPackageThatNamesItsParentAndStatesItsDensities() throws IOException {
    CommandRun run = calibrate(rows(40, "hologic", -0.05, 0), "--name", "ours");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("synthetic", "L1-L4: offset; MAE 0.0", "before", "after");
    assertThat(run.err()).contains("screen", "40 of 40");
    ModelPackage model = ModelPackage.read(folder.resolve("out"));
    assertThat(model.name()).isEqualTo("ours");
    Provenance.Parent parent = model.provenance().parent().orElseThrow();
    assertThat(parent.name()).isEqualTo("fake");
    assertThat(parent.sha256())
        .isEqualTo(NetworkFile.of(shared.resolve("model/model.json")).sha256());
    assertThat(folder.resolve("out/card.md")).content().contains(parent.sha256(), "offset");
    assertThat(folder.resolve("out/calibration.md")).content().contains(parent.sha256());
    for (String file : List.of("lumbar-ap.onnx", "view.onnx")) {
      assertThat(folder.resolve("out/" + file))
          .hasSameBinaryContentAs(shared.resolve("model/" + file));
    }
    assertThat(site(Site.L1_L4).mean(0.85)).isCloseTo(0.80, within(0.01));
    // Of L2 nothing is known: it stays the parent's.
    assertThat(site(Site.L2).mean(0.85)).isEqualTo(0.85);

    CommandRun screen =
        CommandRun.of(
            "screen",
            shared.resolve("spine.png"),
            "--model",
            folder.resolve("out"),
            "--age",
            65,
            "--sex",
            "female",
            "--pixel-spacing",
            "0.75",
            "--out",
            folder.resolve("screened"));
    assertThat(screen.code()).as(screen.err()).isZero();
    assertThat(screen.out()).containsPattern("L1-L4 0\\.(79|80)");
  }

  private void assertReport() throws IOException {
    JsonNode json =
        JsonMapper.builder().build().readTree(folder.resolve("out/calibration.json").toFile());
    assertThat(json.at("/synthetic").asBoolean()).isTrue();
    assertThat(json.at("/parent/sha256").asText()).hasSize(64);
    JsonNode site = json.at("/sites/0");
    assertThat(site.at("/site").asText()).isEqualTo("L1-L4");
    assertThat(site.at("/subjects").asInt()).isEqualTo(40);
    assertThat(site.at("/before/bias/value").asDouble()).isCloseTo(0.05, within(0.01));
    assertThat(site.at("/after/bias/value").asDouble()).isCloseTo(0, within(0.005));
    assertThat(site.at("/after/mae/high").asDouble())
        .isLessThan(site.at("/before/mae/low").asDouble());
    assertThat(site.at("/chosen").asText()).isEqualTo("offset");
    assertThat(site.at("/chosen_by_fold")).hasSize(10);
    assertThat(site.at("/candidates")).hasSize(4);
  }

  @Test
  void aLunarSiteGetsDensitiesOnItsOwnScale() throws IOException {
    // By the equations of Hui et al. 0.80 g/cm2 by Hologic are 0.913 by Lunar, 0.85 are 0.967.
    List<String> rows = rows(30, "lunar", 0.13, 0);
    rows.replaceAll(row -> row.replace(",male", ",female"));

    CommandRun run = calibrate(rows);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(ModelPackage.read(folder.resolve("out")).scale()).isEqualTo(ScannerScale.LUNAR);
    assertThat(site(Site.L1_L4).mean(0.85)).isCloseTo(0.98, within(0.015));
    // Not calibrated, but converted all the same: one package has one scale.
    assertThat(site(Site.L2).mean(0.80)).isCloseTo(0.913, within(0.001));
    assertThat(run.out()).contains("scale of all densities: LUNAR");
    assertThat(run.out()).contains("All subjects of known sex are women");

    FileTree.delete(folder.resolve("out"));
    CommandRun back = run("--scale", "hologic");
    assertThat(back.out()).contains("were converted to HOLOGIC", "err by 4 to 7 %");
    assertThat(ModelPackage.read(folder.resolve("out")).scale()).isEqualTo(ScannerScale.HOLOGIC);
    assertThat(site(Site.L2).mean(0.80)).isEqualTo(0.80);
  }

  @Test
  void aLastLayerThatHelpsIsWrittenIntoTheNetwork() throws IOException {
    CommandRun run = calibrate(rows(40, "hologic", 0, 0.1), "--fine-tune");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("L1-L4: last layer");
    assertThat(Files.readAllBytes(folder.resolve("out/lumbar-ap.onnx")))
        .isNotEqualTo(Files.readAllBytes(shared.resolve("model/lumbar-ap.onnx")));
    assertThat(statedOf("female") - statedOf("male")).isCloseTo(0.1, within(0.025));
  }

  private double statedOf(String sex) throws IOException {
    Path out = folder.resolve(sex);
    CommandRun.of(
        "screen",
        shared.resolve("spine.png"),
        "--model",
        folder.resolve("out"),
        "--age",
        65,
        "--sex",
        sex,
        "--pixel-spacing",
        "0.75",
        "--out",
        out);
    JsonNode json =
        JsonMapper.builder().build().readTree(out.resolve("spine.png/result.json").toFile());
    for (JsonNode site : json.findParents("bmd")) {
      if (site.toString().contains("L1-L4")) {
        return site.get("bmd").isNumber()
            ? site.get("bmd").asDouble()
            : site.at("/bmd/value").asDouble();
      }
    }
    throw new IllegalStateException(json.toPrettyString());
  }

  private void assertUnsuitable(CommandRun run, String sentence) {
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.err().lines().toList().getLast())
        .contains(sentence)
        .endsWith("Nothing was changed.");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void tooFewPairsChangeNothing() throws IOException {
    CommandRun run = calibrate(rows(29, "hologic", -0.05, 0));

    assertUnsuitable(run, "29 subjects");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void densitiesOfOtherPeopleChangeNothing() throws IOException {
    List<String> rows = rows(30, "hologic", 0, 0);
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      // The density of someone so many years older or younger that nothing is left of the order.
      String others = rows.get((i * 17 + 5) % rows.size());
      mixed.add(
          rows.get(i).substring(0, rows.get(i).lastIndexOf(',') + 1)
              + others.substring(others.lastIndexOf(',') + 1));
    }

    assertUnsuitable(calibrate(mixed), "L1-L4 has estimates that do not rise with DXA");
  }

  @Test
  void filmsOfSomethingElseChangeNothing() throws IOException {
    List<String> rows = rows(30, "hologic", 0, 0);
    rows.replaceAll(row -> row.replace("spine.png", "other.png"));

    assertUnsuitable(calibrate(rows), "30 of the 30 radiographs");
  }

  @Test
  void aViewThatTheModelDoesNotReadChangesNothing() throws IOException {
    List<String> rows = rows(30, "hologic", 0, 0);
    rows.replaceAll(row -> row.replace("lumbar-ap", "hip-ap"));

    assertUnsuitable(calibrate(rows), "None of the 30 radiographs");
  }

  @Test
  void aFolderThatHoldsAPackageIsLeftAlone() {
    CommandRun run =
        CommandRun.of("calibrate", "--manifest", "m.csv", "--out", shared.resolve("model"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("holds a model package already");
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() throws IOException {
    assertThat(run().code()).isEqualTo(3);
    List<String> rows = rows(30, "hologic", 0, 0);
    rows.set(7, rows.get(7).replace("spine.png", "lost.png"));

    CommandRun run = calibrate(rows);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("lost.png");
    assertThat(run.err().strip().lines()).hasSize(1);
  }

  @Test
  void theCurveJudgesByOtherSubjects() throws IOException {
    for (String name : List.of("pool", "test", "home")) {
      List<String> rows = rows(name.equals("pool") ? 32 : 6, "hologic", -0.05, 0);
      if (name.equals("home")) {
        rows = rows(6, "hologic", 0, 0);
      }
      Files.writeString(
          folder.resolve(name + ".csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    CommandRun run =
        CommandRun.of(
            "calibration-curve",
            "--manifest",
            folder.resolve("pool.csv"),
            "--test",
            folder.resolve("test.csv"),
            "--home",
            folder.resolve("home.csv"),
            "--model",
            shared.resolve("model"),
            "--subjects",
            30,
            "--draws",
            3);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("\\| L1-L4 \\| 30 \\| 0\\.0").contains("{offset=3}");
  }

  @Test
  void aCurveOfTooFewSubjectsIsWrongUsage() {
    CommandRun run =
        CommandRun.of(
            "calibration-curve",
            "--manifest",
            "p.csv",
            "--test",
            "t.csv",
            "--home",
            "h.csv",
            "--model",
            shared.resolve("model"),
            "--subjects",
            10);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("30 subjects");
  }
}
