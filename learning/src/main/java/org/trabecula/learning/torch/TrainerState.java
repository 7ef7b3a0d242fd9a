package org.trabecula.learning.torch;

import java.util.Arrays;

/** All that a trainer remembers between steps: enough to go on bit by bit. */
public final class TrainerState {
  private final long step;
  private final float[] weights;
  private final float[] average;
  private final float[] first;
  private final float[] second;

  /** A state that owns the arrays from now on. */
  public TrainerState(long step, float[] weights, float[] average, float[] first, float[] second) {
    if (average.length != weights.length || first.length != second.length) {
      throw new IllegalArgumentException(
          "%d weights, %d averages, moments %d and %d"
              .formatted(weights.length, average.length, first.length, second.length));
    }
    this.step = step;
    this.weights = weights;
    this.average = average;
    this.first = first;
    this.second = second;
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /** A copy of the weights. */
  public float[] weights() {
    return weights.clone();
  }

  /** A copy of the averaged weights. */
  public float[] average() {
    return average.clone();
  }

  /** A copy of the gradient's running mean. */
  public float[] first() {
    return first.clone();
  }

  /** A copy of the gradient's running square. */
  public float[] second() {
    return second.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainerState o
        && step == o.step
        && Arrays.equals(weights, o.weights)
        && Arrays.equals(average, o.average)
        && Arrays.equals(first, o.first)
        && Arrays.equals(second, o.second);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(step) * 31 + Arrays.hashCode(weights);
  }
}
