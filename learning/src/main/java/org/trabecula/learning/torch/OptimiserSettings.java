package org.trabecula.learning.torch;

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) with clipped gradient and averaged weights.
 *
 * @param firstDecay decay of the gradient's mean
 * @param secondDecay decay of the gradient's square
 * @param weightDecay per unit of learning rate
 * @param clip largest norm of the gradient
 * @param averageDecay decay of the averaged weights, reached gradually
 */
public record OptimiserSettings(
    double firstDecay, double secondDecay, double weightDecay, double clip, double averageDecay) {
  /** Usual values. */
  public static final OptimiserSettings STANDARD =
      new OptimiserSettings(0.9, 0.99, 0.03, 5.0, 0.998);

  static final double EPSILON = 1e-8;
}
