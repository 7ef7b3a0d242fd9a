package org.trabecula.screening.inference;

import java.util.Arrays;
import java.util.List;

/** Numbers in a shape: dense float32, row-major. */
public final class Tensor {
  private final List<Long> shape;
  private final float[] values;

  private Tensor(List<Long> shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Returns a tensor that holds a copy of the values.
   *
   * @throws IllegalArgumentException if they do not fill the shape
   */
  public static Tensor copyOf(float[] values, long... shape) {
    return owning(values.clone(), shape);
  }

  static Tensor owning(float[] values, long... shape) {
    long size = 1;
    for (long length : shape) {
      size = Math.multiplyExact(size, length);
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "%d values do not fill the shape %s".formatted(values.length, Arrays.toString(shape)));
    }
    return new Tensor(Arrays.stream(shape).boxed().toList(), values);
  }

  /** Lengths, outermost first. */
  public List<Long> shape() {
    return shape;
  }

  /** A copy of the values, row-major. */
  public float[] values() {
    return values.clone();
  }

  /** A copy of some of the values. */
  public float[] slice(int from, int length) {
    return Arrays.copyOfRange(values, from, from + length);
  }
}
