package org.trabecula.learning.labelled;

import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;

/**
 * All that decides how a study goes, fixed beforehand: nothing is chosen by the films held out.
 *
 * @param folds of the cross-validation
 * @param seed of folds, weights, order and variation
 * @param image how networks that see the image are trained
 * @param covariates how networks of the covariates alone are trained
 * @param batch films per step
 * @param hidden length of the hidden layer that the covariates go through
 * @param penalty of the ridge regression
 * @param encoder of the image
 * @param parentEncoder of the image, with the layers of the network whose features are taken
 * @param parentScale spread to which those features are brought, below 1: there are more of them
 *     than films, and a penalty weighs on each as if it were divided by the square of this
 * @param augmentation how much films are varied
 * @param precision of the convolutions
 * @param threads of libtorch
 */
public record StudySettings(
    int folds,
    long seed,
    Pace image,
    Pace covariates,
    int batch,
    int hidden,
    double penalty,
    LabelNetworks.Encoder encoder,
    LabelNetworks.Encoder parentEncoder,
    double parentScale,
    AugmentationSettings augmentation,
    Precision precision,
    int threads) {

  /**
   * How long and how fast.
   *
   * @param epochs times through the training films
   * @param learningRate at the peak
   */
  public record Pace(double epochs, double learningRate) {}

  /** Light: a knee may be mirrored, turned and moved a little; its grey scale is the signal. */
  static final AugmentationSettings LIGHT =
      new AugmentationSettings(4, 0.04, 8, 8, 0, 0.05, 0.05, 0.1, 0.1, 0.5, 0, 0, 0, 0, 0);

  /** For some hundred films. Weights decay more than in a training on thousands. */
  public static final StudySettings STANDARD =
      new StudySettings(
          5,
          1,
          new Pace(40, 3e-3),
          new Pace(60, 2e-2),
          16,
          8,
          1,
          LabelNetworks.Encoder.SMALL,
          LabelNetworks.Encoder.OF_DENSITY,
          0.1,
          LIGHT,
          Precision.ofThisMachine(),
          1);

  private static final OptimiserSettings OPTIMISER =
      new OptimiserSettings(0.9, 0.99, 0.3, 5.0, 0.99);

  public StudySettings {
    if (folds < 2
        || batch < 2
        || hidden < 1
        || !(penalty >= 0)
        || !(parentScale > 0)
        || threads < 1) {
      throw new IllegalArgumentException(
          "%d folds, batch %d, %d hidden, penalty %s, %d threads"
              .formatted(folds, batch, hidden, penalty, threads));
    }
  }

  /** The same with other folds and another seed. */
  public StudySettings withFolds(int number, long other) {
    return new StudySettings(
        number,
        other,
        image,
        covariates,
        batch,
        hidden,
        penalty,
        encoder,
        parentEncoder,
        parentScale,
        augmentation,
        precision,
        threads);
  }

  /** The same with so many epochs for networks that see the image. */
  public StudySettings withEpochs(double epochs) {
    return new StudySettings(
        folds,
        seed,
        new Pace(epochs, image.learningRate()),
        covariates,
        batch,
        hidden,
        penalty,
        encoder,
        parentEncoder,
        parentScale,
        augmentation,
        precision,
        threads);
  }

  /** What decides the answers of an arm, in words: the same settings have the same words. */
  String words(Arm arm) {
    String all =
        "%d folds, seed %d, batch %d, %d hidden, penalty %s, %s, %d threads, %s, %s"
            .formatted(
                folds, seed, batch, hidden, penalty, pace(arm), threads, precision, OPTIMISER);
    return switch (arm) {
      case MEAN, LINEAR, NETWORK, STYLE -> all;
      case IMAGE, BOTH -> "%s, %s, %s".formatted(all, encoder, augmentation);
      case PARENT -> "%s, %s, scale %s".formatted(all, parentEncoder, parentScale);
    };
  }

  /** How the network of an arm is trained while one fold is held out. */
  TrainingSettings training(Arm arm, int fold) {
    Pace pace = pace(arm);
    return TrainingSettings.STANDARD
        .withSeed(seed * 1_000_003 + fold)
        .withLength(new TrainingLength.Epochs(pace.epochs()))
        .withBatch(batch, pace.learningRate())
        .withAugmentation(augmentation)
        .withNetwork(
            TrainingSettings.STANDARD.size(), new Trainer.Engine(OPTIMISER, precision, threads));
  }

  private Pace pace(Arm arm) {
    return switch (arm) {
      case IMAGE, BOTH -> image;
      case MEAN, LINEAR, NETWORK, STYLE, PARENT -> covariates;
    };
  }
}
