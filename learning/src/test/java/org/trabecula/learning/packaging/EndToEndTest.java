package org.trabecula.learning.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.evaluation.Evaluation;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;

/** From PNG films with maps to a package, and from the package to a study. */
class EndToEndTest {
  private static final int ROWS = 512;
  private static final int COLUMNS = 384;

  @TempDir Path folder;

  @Test
  void aManifestBecomesAPackageThatCanBeEvaluated() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    cohort().write(manifest);
    Path out = folder.resolve("model");
    TrainingSettings tiny = tiny();
    train(manifest, Optional.empty(), out, tiny, e -> {});

    ModelPackage model = ModelPackage.read(out);
    assertThat(model.synthetic()).isTrue();
    assertThat(model.densityModel(View.LUMBAR_AP)).isPresent();
    assertThat(model.densityModel(View.LUMBAR_AP).orElseThrow().sites())
        .containsKeys(Site.L1, Site.L1_L4)
        .doesNotContainKey(Site.TOTAL_HIP);
    assertThat(model.provenance().settings()).containsKey("lumbar-ap.augmentation");
    assertThat(out.resolve("card.md")).content().contains("synthetic").contains("L1-L4");

    Evaluation.Result result =
        Evaluation.run(
            new Evaluation.Request(
                manifest, out, Optional.empty(), new Evaluation.Rows.All(), "a test"),
            Progress.SILENT);
    result.write(folder.resolve("study"));
    assertThat(folder.resolve("study/study.md")).content().contains("synthetic");
    assertThat(Files.readString(folder.resolve("study/study.json"))).contains("declined");
  }

  @Test
  void aPackageThatStartsFromAnotherNamesIt() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    cohort().write(manifest);
    Path parent = folder.resolve("parent");
    train(manifest, Optional.empty(), parent, tiny(), e -> {});
    Path child = folder.resolve("child");
    List<String> notes = new ArrayList<>();
    train(
        manifest,
        Optional.of(parent),
        child,
        tiny(),
        e -> {
          if (e instanceof TrainingEvent.Noted(String network, String sentence)) {
            notes.add(network + ": " + sentence);
          }
        });

    Provenance.Parent named = ModelPackage.read(child).provenance().parent().orElseThrow();
    assertThat(named.name()).isEqualTo("drawn");
    assertThat(named.version()).isEqualTo("1");
    assertThat(named.sha256()).isEqualTo(NetworkFile.of(parent.resolve("model.json")).sha256());
    assertThat(child.resolve("card.md")).content().contains(named.sha256());
    assertThat(notes)
        .contains("lumbar-ap: The parent model is drawn 1")
        .anyMatch(note -> note.matches("lumbar-ap: All \\d+ layers start from the parent model"))
        .anyMatch(note -> note.startsWith("lumbar-ap: Of 1 held-out films with metal in a region"))
        .anyMatch(note -> note.matches("view: All \\d+ layers start from the parent model"));
    assertThat(ModelPackage.read(parent).provenance().parent()).isEmpty();
  }

  @Test
  void aNetworkThatIsKeptIsTheParentsToTheLastBit() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    cohort().write(manifest);
    Path parent = folder.resolve("parent");
    train(manifest, Optional.empty(), parent, tiny(), e -> {});
    Path child = folder.resolve("child");
    ModelTraining.run(
        request(manifest, Optional.of(parent), Set.of(View.LUMBAR_AP), child),
        settings(tiny()),
        new ModelTraining.Hearing(e -> {}, Progress.SILENT, InstantSource.system()));

    ModelPackage kept = ModelPackage.read(child);
    assertThat(kept.densityModels()).isEqualTo(ModelPackage.read(parent).densityModels());
    assertThat(child.resolve("lumbar-ap.onnx"))
        .hasSameBinaryContentAs(parent.resolve("lumbar-ap.onnx"));
    assertThat(kept.provenance().settings())
        .containsEntry("lumbar-ap.kept", "as it is in the parent model")
        .doesNotContainKey("lumbar-ap.augmentation");
  }

  @Test
  void allNetworksCanBeKept() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    cohort().write(manifest);
    Path parent = folder.resolve("parent");
    train(manifest, Optional.empty(), parent, tiny(), e -> {});
    Path child = folder.resolve("child");
    ModelTraining.run(
        new ModelTraining.Request(
            List.of(manifest),
            Optional.empty(),
            Optional.of(parent),
            Set.of(View.LUMBAR_AP),
            true,
            true,
            child,
            false,
            new ModelTraining.Origin("drawn", "2", "0000000", "a test")),
        settings(tiny()),
        new ModelTraining.Hearing(e -> {}, Progress.SILENT, InstantSource.system()));

    ModelPackage kept = ModelPackage.read(child);
    assertThat(kept.viewNetwork()).isEqualTo(ModelPackage.read(parent).viewNetwork());
    assertThat(kept.provenance().settings())
        .containsEntry("view.kept", "as it is in the parent model");
  }

  @Test
  void withoutAParentNothingCanBeKept() {
    assertThatThrownBy(() ->
            request(folder, Optional.empty(), Set.of(View.LUMBAR_AP), folder.resolve("child")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("say which to start from");
  }

  private static ModelTraining.Request request(
      Path manifest, Optional<Path> from, Set<View> keep, Path out) {
    return new ModelTraining.Request(
        List.of(manifest),
        Optional.empty(),
        from,
        keep,
        out,
        false,
        new ModelTraining.Origin("drawn", "1", "0000000", "a test"));
  }

  private static ModelTraining.Settings settings(TrainingSettings how) {
    return new ModelTraining.Settings(Map.of(View.LUMBAR_AP, how, View.HIP_AP, how), how);
  }

  private static void train(
      Path manifest,
      Optional<Path> from,
      Path out,
      TrainingSettings how,
      Consumer<TrainingEvent> listener)
      throws IOException {
    ModelTraining.run(
        request(manifest, from, Set.of(), out),
        settings(how),
        new ModelTraining.Hearing(listener, Progress.SILENT, InstantSource.system()));
  }

  private static TrainingSettings tiny() {
    return new TrainingSettings(
        1,
        new TrainingLength.Steps(3),
        2,
        1e-3,
        1,
        new Split.Fractions(0.7, 0.3),
        new Networks.Size(256, 192, List.of(4, 4, 4, 4, 4), 8),
        new Trainer.Engine(OptimiserSettings.STANDARD, Precision.SINGLE, 1),
        LossWeights.STANDARD,
        AugmentationSettings.NONE,
        60);
  }

  private Manifest cohort() throws IOException {
    List<Manifest.Row> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(row(i));
    }
    rows.add(metal(row(10)));
    return new Manifest(folder, rows);
  }

  /** The film with a rod over L2 and without densities, as the simulator writes it. */
  private Manifest.Row metal(Manifest.Row row) throws IOException {
    Path labels = folder.resolve(row.truth().regions().orElseThrow());
    GrayImage plain = GrayImageFile.read(labels);
    byte[] regions = new byte[ROWS * COLUMNS];
    for (int i = 0; i < regions.length; i++) {
      int r = i / COLUMNS;
      int c = i % COLUMNS;
      boolean rod = r >= 150 && r < 230 && c >= 180 && c < 200;
      regions[i] = (byte) (plain.at(r, c) | (rod ? 0x80 : 0));
    }
    GrayImageFile.write(GrayImage.of8(ROWS, COLUMNS, regions), labels);
    return new Manifest.Row(
        row.subjectId(),
        row.image(),
        row.view(),
        row.laterality(),
        row.subject(),
        row.scale(),
        row.synthetic(),
        Densities.NONE,
        row.truth(),
        row.exclusion(),
        row.extras());
  }

  private Manifest.Row row(int number) throws IOException {
    double density = 0.7 + 0.06 * number;
    SplittableRandom random = new SplittableRandom(number);
    short[] film = new short[ROWS * COLUMNS];
    short[] map = new short[film.length];
    byte[] regions = new byte[film.length];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        int i = r * COLUMNS + c;
        boolean bone = r % 128 >= 20 && r % 128 < 108 && c >= 132 && c < 252;
        film[i] = (short) (20_000 + random.nextInt(300) + (bone ? 10_000 * density : 0));
        map[i] = (short) (bone ? 1000 * density : 0);
        regions[i] = (byte) (bone ? 1 << (r / 128) : 0);
      }
    }
    GrayImageFile.write(GrayImage.of16(ROWS, COLUMNS, film), folder.resolve("f" + number + ".png"));
    GrayImageFile.write(GrayImage.of16(ROWS, COLUMNS, map), folder.resolve("m" + number + ".png"));
    GrayImageFile.write(
        GrayImage.of8(ROWS, COLUMNS, regions), folder.resolve("r" + number + ".png"));
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (Site site : List.of(Site.L1, Site.L2, Site.L3, Site.L4, Site.L1_L4)) {
      densities.put(site, density);
    }
    return new Manifest.Row(
        "s" + number,
        Path.of("f" + number + ".png"),
        View.LUMBAR_AP,
        Laterality.UNPAIRED,
        new Subject(
            Optional.of(number % 2 == 0 ? Sex.FEMALE : Sex.MALE),
            OptionalDouble.of(50 + number),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        ScannerScale.HOLOGIC,
        true,
        new Densities(densities, densities),
        new Truth(
            Optional.of(Path.of("m" + number + ".png")),
            Optional.of(Path.of("r" + number + ".png")),
            OptionalDouble.of(1)),
        Optional.empty(),
        Map.of());
  }
}
