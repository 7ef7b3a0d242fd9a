package org.trabecula.dicom.codec;

import java.util.random.RandomGenerator;

/** Random pictures with flat parts, slopes, edges and noise: every mode of a codec is met. */
final class Pictures {
  private Pictures() {}

  static int[] random(Shape shape, int bits, RandomGenerator random) {
    int largest = (1 << bits) - 1;
    int[] samples = new int[shape.size()];
    double noise = random.nextInt(3) * random.nextDouble() * largest / 8;
    double slope = random.nextInt(2) * random.nextDouble() * largest / shape.columns();
    int edge = random.nextInt(shape.columns());
    int step = random.nextInt(largest + 1);
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / shape.samples();
      int column = pixel % shape.columns();
      boolean blank = pixel / shape.columns() % 7 < 2;
      double value = (column > edge ? step : 0) + slope * column;
      if (!blank) {
        value += noise * (random.nextDouble() - 0.5) + 3 * (i % shape.samples());
      }
      samples[i] = Math.clamp(Math.round(value), 0, largest);
    }
    return samples;
  }
}
