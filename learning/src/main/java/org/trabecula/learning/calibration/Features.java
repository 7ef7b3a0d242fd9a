package org.trabecula.learning.calibration;

import java.util.Arrays;

/** What the last layer of a density network reads of a film: a vector that nobody changes. */
public final class Features {
  private final double[] values;

  private Features(double[] values) {
    this.values = values;
  }

  /** Returns features that hold a copy. */
  public static Features copyOf(double[] values) {
    return new Features(values.clone());
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** One of them. */
  public double at(int index) {
    return values[index];
  }

  /** The sum of products with others of the same size. */
  public double times(Features other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "%d features times %d".formatted(values.length, other.values.length));
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Features features && Arrays.equals(values, features.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length + " features";
  }
}
