package org.trabecula.learning.robustness;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.trabecula.simulation.projection.CollimatedField;

/** Pictures that look like no radiograph, as strong as the contrast of their own field. */
final class Tones {
  private Tones() {}

  /** The brighter half of what the field shows is turned over: the brightest becomes black. */
  static Picture solarised(Picture picture, Sitting sitting) {
    Range range = Range.of(picture, sitting.projection().field());
    return picture.through(v -> {
      double x = Math.clamp((v - range.low) / range.span(), 0, 1);
      return range.low + range.span() * (1 - Math.abs(2 * x - 1));
    });
  }

  /** Blobs of about 5 mm, half as strong as the contrast of the field. */
  static Picture textured(Picture picture, Sitting sitting) {
    RandomGenerator random = sitting.random("texture");
    float[] noise = new float[picture.rows() * picture.columns()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    double sigma = 2.5 / sitting.film().pitchMm();
    // White noise blurred by a Gaussian keeps a spread of 1 / (2 sigma sqrt(pi)); the blobs' own
    // is a quarter of the range.
    double spread = 0.25 * Range.of(picture, sitting.projection().field()).span();
    double strength = spread * 2 * sigma * Math.sqrt(Math.PI);
    float[] blobs =
        Picture.owning(picture.rows(), picture.columns(), noise).blurred(sigma).values();
    float[] values = picture.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.clamp(values[i] + strength * blobs[i], 0, 1);
    }
    return Picture.owning(picture.rows(), picture.columns(), values);
  }

  /** From the 2nd to the 98th percentile of what a field shows. */
  private record Range(double low, double high) {
    static Range of(Picture picture, CollimatedField field) {
      double[] inside =
          IntStream.range(0, picture.rows() * picture.columns())
              .filter(i -> {
                int row = i / picture.columns();
                int column = i % picture.columns();
                return field.contains(row, column);
              })
              .mapToDouble(i -> picture.at(i / picture.columns(), i % picture.columns()))
              .sorted()
              .toArray();
      return new Range(
          inside[(int) (0.02 * (inside.length - 1))], inside[(int) (0.98 * (inside.length - 1))]);
    }

    double span() {
      return Math.max(high - low, 1e-6);
    }
  }
}
