package org.trabecula.learning.training;

import java.util.Map;
import java.util.TreeMap;
import org.trabecula.cohort.Split;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;

/**
 * All that decides how training goes, with its defaults: the one place.
 *
 * @param seed of weights, order and variation
 * @param length how long
 * @param batch examples per step
 * @param learningRate at the peak
 * @param warmUpSteps of rising learning rate, at most a tenth of the training
 * @param fractions of the subjects for training and validation
 * @param size of the density network
 * @param engine optimiser, precision, threads
 * @param losses weights of the parts of the loss
 * @param augmentation how much examples are varied
 * @param checkpointMinutes between checkpoints
 */
public record TrainingSettings(
    long seed,
    TrainingLength length,
    int batch,
    double learningRate,
    int warmUpSteps,
    Split.Fractions fractions,
    Networks.Size size,
    Trainer.Engine engine,
    LossWeights losses,
    AugmentationSettings augmentation,
    double checkpointMinutes) {

  /** What {@code train} does unless told otherwise, in what this machine computes fastest. */
  public static final TrainingSettings STANDARD =
      new TrainingSettings(
          1,
          new TrainingLength.Epochs(40),
          32,
          2e-3,
          300,
          Split.Fractions.DEFAULT,
          Networks.Size.STANDARD,
          new Trainer.Engine(OptimiserSettings.STANDARD, Precision.ofThisMachine(), 2),
          LossWeights.STANDARD,
          AugmentationSettings.STANDARD,
          5);

  public TrainingSettings {
    if (batch < 2 || warmUpSteps < 0 || !(learningRate > 0) || !(checkpointMinutes > 0)) {
      throw new IllegalArgumentException(
          "Batch %d, %d warm-up steps, learning rate %s, checkpoint every %s min"
              .formatted(batch, warmUpSteps, learningRate, checkpointMinutes));
    }
  }

  /** The same for another length. */
  public TrainingSettings withLength(TrainingLength other) {
    return new TrainingSettings(
        seed,
        other,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        size,
        engine,
        losses,
        augmentation,
        checkpointMinutes);
  }

  /** The same with another seed. */
  public TrainingSettings withSeed(long other) {
    return new TrainingSettings(
        other,
        length,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        size,
        engine,
        losses,
        augmentation,
        checkpointMinutes);
  }

  /** The same with other shares of subjects. */
  public TrainingSettings withFractions(Split.Fractions other) {
    return new TrainingSettings(
        seed,
        length,
        batch,
        learningRate,
        warmUpSteps,
        other,
        size,
        engine,
        losses,
        augmentation,
        checkpointMinutes);
  }

  /** The same with another batch and peak learning rate. */
  public TrainingSettings withBatch(int examples, double rate) {
    return new TrainingSettings(
        seed,
        length,
        examples,
        rate,
        warmUpSteps,
        fractions,
        size,
        engine,
        losses,
        augmentation,
        checkpointMinutes);
  }

  /** The same with another network and way of computing. */
  public TrainingSettings withNetwork(Networks.Size otherSize, Trainer.Engine otherEngine) {
    return new TrainingSettings(
        seed,
        length,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        otherSize,
        otherEngine,
        losses,
        augmentation,
        checkpointMinutes);
  }

  /** The same in another precision. */
  public TrainingSettings withPrecision(Precision other) {
    return withNetwork(size, new Trainer.Engine(engine.optimiser(), other, engine.threads()));
  }

  /** The same with another loss. */
  public TrainingSettings withLosses(LossWeights other) {
    return new TrainingSettings(
        seed,
        length,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        size,
        engine,
        other,
        augmentation,
        checkpointMinutes);
  }

  /** The same with other variations of the examples. */
  public TrainingSettings withAugmentation(AugmentationSettings other) {
    return new TrainingSettings(
        seed,
        length,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        size,
        engine,
        losses,
        other,
        checkpointMinutes);
  }

  /** The same with other pauses between checkpoints. */
  public TrainingSettings withCheckpoints(double minutes) {
    return new TrainingSettings(
        seed,
        length,
        batch,
        learningRate,
        warmUpSteps,
        fractions,
        size,
        engine,
        losses,
        augmentation,
        minutes);
  }

  /** Every setting by name, for reports and provenance. */
  public Map<String, String> described() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("length", length.toString());
    settings.put("batch", Integer.toString(batch));
    settings.put("learning_rate", Double.toString(learningRate));
    settings.put("warm_up_steps", Integer.toString(warmUpSteps));
    settings.put("fractions", fractions.toString());
    settings.put("size", size.toString());
    settings.put("engine", engine.toString());
    settings.put("losses", losses.toString());
    settings.put("augmentation", augmentation.toString());
    return settings;
  }
}
