package org.trabecula.learning.data;

import java.util.SplittableRandom;

/** Gaussian numbers drawn once: noise for a picture at the price of a look-up. */
final class NoiseTable {
  /** A power of two. */
  static final int LENGTH = 1 << 16;

  private static final float[] VALUES = new float[LENGTH];

  static {
    SplittableRandom random = new SplittableRandom(20260101);
    for (int i = 0; i < LENGTH; i++) {
      VALUES[i] = (float) random.nextGaussian();
    }
  }

  private NoiseTable() {}

  /** The number at any index, wrapped around. */
  static float at(int index) {
    return VALUES[index & (LENGTH - 1)];
  }
}
