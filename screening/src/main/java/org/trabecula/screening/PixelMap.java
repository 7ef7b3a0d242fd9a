package org.trabecula.screening;

import org.trabecula.radiography.CanonicalFrame;

/** A number per canonical pixel: areal mineral in g/cm², or a region's probability. */
public final class PixelMap {
  private final float[] values;

  private PixelMap(float[] values) {
    this.values = values;
  }

  /** Returns a map that holds a copy, row-major, {@link ModelInput#IMAGE_SIZE} values. */
  public static PixelMap copyOf(float[] values) {
    if (values.length != ModelInput.IMAGE_SIZE) {
      throw new IllegalArgumentException(
          "%d values, not %d".formatted(values.length, ModelInput.IMAGE_SIZE));
    }
    return new PixelMap(values.clone());
  }

  /** The value at a canonical row and column. */
  public float at(int row, int column) {
    return values[row * CanonicalFrame.COLUMNS + column];
  }

  /** A copy of the values, row-major. */
  public float[] values() {
    return values.clone();
  }

  boolean allFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
