package org.trabecula.learning.training;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.torch.Trainer;

/** Trains a network that says one number and one class of a film, by a fixed schedule. */
public final class LabelTraining {
  private LabelTraining() {}

  /**
   * What is trained on what.
   *
   * @param name of the training, for messages
   * @param network a label network
   * @param spread of the label over the examples, in its unit
   * @param batches the batch of each step: its inputs, {@code label} and {@code class}
   * @param examples in an epoch
   * @param fingerprint of network and data
   */
  public record Task(
      String name,
      Network network,
      double spread,
      LongFunction<Batch> batches,
      int examples,
      String fingerprint) {}

  /**
   * Trains, and returns the averaged weights. Nothing is validated on the way: there is nothing to
   * choose.
   *
   * @throws IOException if the checkpoint cannot be read or written
   */
  public static Weights run(Task task, TrainingSettings settings, DensityTraining.Keeping keeping)
      throws IOException {
    TrainingLoop.Plan plan =
        new TrainingLoop.Plan(
            task.name(),
            settings,
            task.examples(),
            task.batches(),
            keeping.checkpoint(),
            task.fingerprint());
    Weights weights = Weights.random(task.network(), new SplittableRandom(settings.seed()));
    try (Trainer trainer = Trainer.label(weights, task.spread(), settings.engine())) {
      TrainingLoop loop = new TrainingLoop(plan, trainer, keeping.listener(), keeping.clock());
      if (keeping.resume()) {
        loop.resume();
      }
      loop.run(ignored -> Map.of());
      return trainer.average();
    }
  }
}
