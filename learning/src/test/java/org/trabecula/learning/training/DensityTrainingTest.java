package org.trabecula.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.DrawnFilms;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxExport;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.radiography.View;

class DensityTrainingTest {
  @TempDir Path folder;

  static TrainingSettings tiny(TrainingLength length, Precision precision) {
    // One thread: two that spin are slow on a busy machine.
    OptimiserSettings optimiser = new OptimiserSettings(0.9, 0.99, 0.01, 5, 0.9);
    return new TrainingSettings(
        7,
        length,
        4,
        5e-3,
        10,
        new Split.Fractions(1, 0),
        new Networks.Size(256, 192, List.of(4, 4, 8, 8, 8), 16),
        new Trainer.Engine(optimiser, precision, 1),
        LossWeights.STANDARD,
        AugmentationSettings.STANDARD,
        60);
  }

  private Weights train(TrainingSettings settings, List<Film> films, String file, boolean resume)
      throws IOException {
    return DensityTraining.of(View.LUMBAR_AP, films, settings)
        .run(
            new DensityTraining.Keeping(
                folder.resolve(file), resume, e -> {}, InstantSource.system()));
  }

  @Test
  void eightFilmsAreLearntByHeart() throws IOException {
    List<Film> films = DrawnFilms.of(8, folder);
    TrainingSettings settings =
        tiny(new TrainingLength.Steps(200), Precision.BRAIN)
            .withBatch(8, 5e-3)
            .withAugmentation(AugmentationSettings.NONE);
    List<TrainingEvent> events = new ArrayList<>();
    Weights weights =
        DensityTraining.of(View.LUMBAR_AP, films, settings)
            .run(
                new DensityTraining.Keeping(
                    folder.resolve("c"), false, events::add, InstantSource.system()));
    double error = 0;
    for (DensityTraining.Predicted p : DensityTraining.predict(weights, films, 1)) {
      error += Math.abs(p.output().mean(Site.L2) - p.film().example().density(Site.L2)) / 8;
    }
    assertThat(error).isLessThan(0.05);
    List<Double> metal =
        events.stream()
            .filter(e -> e instanceof TrainingEvent.Stepped)
            .map(e -> ((TrainingEvent.Stepped) e).losses().get("metal"))
            .toList();
    assertThat(metal.getLast()).isLessThan(metal.getFirst() / 3);
    assertThat(events).hasAtLeastOneElementOfType(TrainingEvent.Saved.class);
  }

  @Test
  void aTrainingThatWasInterruptedEndsInTheSameWeights() throws IOException {
    List<Film> films = DrawnFilms.of(8, folder);
    TrainingSettings whole = tiny(new TrainingLength.Steps(12), Precision.BRAIN);
    Weights atOnce = train(whole, films, "whole", false);
    Interruption stop = new Interruption(6);
    assertThatThrownBy(() ->
            DensityTraining.of(View.LUMBAR_AP, films, whole.withCheckpoints(1e-9))
                .run(
                    new DensityTraining.Keeping(
                        folder.resolve("parts"), false, stop, InstantSource.system())))
        .isInstanceOf(Interruption.Stop.class);
    Weights resumed = train(whole, films, "parts", true);
    assertThat(resumed.values()).isEqualTo(atOnce.values());
  }

  @Test
  void aCheckpointOfOtherSettingsIsNotResumed() throws IOException {
    List<Film> films = DrawnFilms.of(4, folder);
    TrainingSettings settings = tiny(new TrainingLength.Steps(1), Precision.SINGLE);
    train(settings, films, "c", false);
    assertThatThrownBy(() -> train(settings.withSeed(8), films, "c", true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another training");
  }

  @Test
  void beforeItsFirstStepANetworkFromAParentPredictsWhatTheParentDoes() throws IOException {
    List<Film> films = DrawnFilms.of(8, folder);
    TrainingSettings settings = tiny(new TrainingLength.Steps(30), Precision.SINGLE);
    Weights parent = train(settings, films, "parent", false);
    List<TrainingEvent> events = new ArrayList<>();
    DensityTraining child =
        DensityTraining.from(parameters(parent), View.LUMBAR_AP, films, settings.withSeed(3));
    Weights start =
        child.start(
            new DensityTraining.Keeping(
                folder.resolve("child"), false, events::add, InstantSource.system()));
    List<DensityTraining.Predicted> before = DensityTraining.predict(parent, films, 1);
    List<DensityTraining.Predicted> after = DensityTraining.predict(start, films, 1);
    for (int i = 0; i < films.size(); i++) {
      for (Site site : Site.values()) {
        double mean = before.get(i).output().mean(site);
        double sd = before.get(i).output().sd(site);
        assertThat(after.get(i).output().mean(site)).isCloseTo(mean, within(1e-4));
        assertThat(after.get(i).output().sd(site)).isCloseTo(sd, within(1e-4));
      }
    }
    assertThat(events).hasSize(1);
    assertThat(((TrainingEvent.Noted) events.getFirst()).sentence())
        .contains("layers start from the parent model");
  }

  @Test
  void aTrainingFromAParentThatWasInterruptedEndsInTheSameWeights() throws IOException {
    List<Film> films = DrawnFilms.of(8, folder);
    TrainingSettings settings = tiny(new TrainingLength.Steps(8), Precision.BRAIN);
    OnnxParameters parent = parameters(train(settings.withSeed(5), films, "parent", false));
    Weights atOnce = from(parent, settings, films, false, e -> {});
    assertThatThrownBy(
            () -> from(parent, settings.withCheckpoints(1e-9), films, false, new Interruption(4)))
        .isInstanceOf(Interruption.Stop.class);
    Weights resumed = from(parent, settings, films, true, e -> {});
    assertThat(resumed.values()).isEqualTo(atOnce.values());
    assertThatThrownBy(() -> train(settings, films, "child", true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another training");
  }

  private OnnxParameters parameters(Weights weights) throws IOException {
    Path file = folder.resolve("parent.onnx");
    Files.write(file, OnnxExport.bytes(weights));
    return OnnxParameters.read(file);
  }

  private Weights from(
      OnnxParameters parent,
      TrainingSettings settings,
      List<Film> films,
      boolean resume,
      Consumer<TrainingEvent> listener)
      throws IOException {
    return DensityTraining.from(parent, View.LUMBAR_AP, films, settings)
        .run(
            new DensityTraining.Keeping(
                folder.resolve("child"), resume, listener, InstantSource.system()));
  }

  @Test
  void withATimeLimitTrainingEnds() throws IOException {
    List<Film> films = DrawnFilms.of(4, folder);
    Weights weights =
        train(tiny(new TrainingLength.Minutes(0.02), Precision.SINGLE), films, "m", false);
    assertThat(weights.values()).doesNotContain(Float.NaN);
  }
}
