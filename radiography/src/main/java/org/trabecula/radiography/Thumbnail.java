package org.trabecula.radiography;

import java.util.Arrays;

/**
 * A shrunken copy, its longer side at most {@value #LONGEST} pixels, scaled so that the first and
 * the last half percent of its samples lie at 0 and 1. What is looked for on it (collimation,
 * polarity) is large; noise and letters are averaged away.
 */
final class Thumbnail {
  /** Longest side in pixels. */
  static final int LONGEST = 256;

  private static final double TAIL = 0.005;

  private final int rows;
  private final int columns;
  private final double pitch;
  private final float[] samples;

  private Thumbnail(int rows, int columns, double pitch, float[] samples) {
    this.rows = rows;
    this.columns = columns;
    this.pitch = pitch;
    this.samples = samples;
  }

  static Thumbnail of(Radiograph radiograph) {
    double pitch =
        Math.max(1, Math.max(radiograph.rows(), radiograph.columns()) / (double) LONGEST);
    int rows = Math.max(1, (int) Math.floor(radiograph.rows() / pitch + 1e-9));
    int columns = Math.max(1, (int) Math.floor(radiograph.columns() / pitch + 1e-9));
    double origin = (pitch - 1) / 2;
    float[] samples =
        AreaAverage.resample(
            radiograph.rawSamples(),
            radiograph.columns(),
            new AreaAverage(rows, origin, pitch, new AreaAverage.Span(0, radiograph.rows())),
            new AreaAverage(columns, origin, pitch, new AreaAverage.Span(0, radiograph.columns())));
    stretch(samples);
    return new Thumbnail(rows, columns, pitch, samples);
  }

  private static void stretch(float[] samples) {
    float[] sorted = samples.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (TAIL * (sorted.length - 1))];
    double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = high > low ? (float) Math.clamp((samples[i] - low) / (high - low), 0.0, 1.0) : 0;
    }
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Pixels of the radiograph per pixel of this copy. */
  double pitch() {
    return pitch;
  }

  /** The sample in [0, 1]. */
  float at(int row, int column) {
    return samples[row * columns + column];
  }
}
