package org.trabecula.learning.training;

/**
 * How many steps there are and how large each is: a linear rise, then half a cosine down to a
 * hundredth.
 *
 * @param total steps
 * @param warmUp steps of the rise
 * @param peak learning rate
 */
record Schedule(long total, long warmUp, double peak) {
  private static final double FLOOR = 0.01;

  static Schedule of(long total, TrainingSettings settings) {
    return new Schedule(
        total, Math.min(settings.warmUpSteps(), total / 10), settings.learningRate());
  }

  /** Share of the training done before a step. */
  double progress(long step) {
    return Math.min(1, (double) step / total);
  }

  double learningRate(long step) {
    if (step < warmUp) {
      return peak * (step + 1) / warmUp;
    }
    double share = Math.min(1, (double) (step - warmUp) / Math.max(1, total - warmUp));
    return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * share)));
  }
}
