package org.trabecula.learning.data;

import java.util.Map;

/** Numbers of several examples, by name; each holds {@code size} x its own length. */
public final class Batch {
  private final int size;
  private final Map<String, float[]> numbers;

  /** A batch that owns the arrays from now on. */
  public Batch(int size, Map<String, float[]> numbers) {
    if (size < 1) {
      throw new IllegalArgumentException("A batch of %d examples is empty".formatted(size));
    }
    this.size = size;
    this.numbers = Map.copyOf(numbers);
  }

  /** How many examples. */
  public int size() {
    return size;
  }

  /** The numbers of that name: not a copy, not to be changed. */
  public float[] get(String name) {
    float[] values = numbers.get(name);
    if (values == null) {
      throw new IllegalArgumentException("The batch has no '%s'".formatted(name));
    }
    return values;
  }
}
