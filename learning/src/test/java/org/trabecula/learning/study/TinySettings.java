package org.trabecula.learning.study;

import java.util.List;
import org.trabecula.cohort.Split;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;

/** Trainings of a network so small that a test can wait for it. */
final class TinySettings {
  private TinySettings() {}

  static TrainingSettings of(TrainingLength length) {
    return new TrainingSettings(
        7,
        length,
        4,
        1e-3,
        1,
        new Split.Fractions(1, 0),
        new Networks.Size(256, 192, List.of(4, 4, 8, 8, 8), 16),
        // One thread: two that spin are slow on a busy machine.
        new Trainer.Engine(new OptimiserSettings(0.9, 0.99, 0.01, 5, 0.9), Precision.SINGLE, 1),
        LossWeights.STANDARD,
        AugmentationSettings.NONE,
        60);
  }
}
