package org.trabecula.cohort.pairing.duplicates;

/**
 * A perceptual hash of 64 bits: the signs of the 64 slowest waves of the picture's cosine transform
 * (DCT-II), its mean left out. Brightness and contrast do not change it, another compression and
 * resolution hardly; the hash of the mirrored picture follows from it.
 *
 * <p>All knees are alike in it: it finds candidates, {@link FineStructure} decides.
 */
final class RoughHash {
  private static final int WAVES = 8;
  private static final double[][] COSINE = new double[WAVES + 1][SmallPicture.SIDE];

  /** The bits of waves that change their sign in the mirror: those of odd horizontal frequency. */
  private static final long ODD;

  static {
    for (int k = 0; k <= WAVES; k++) {
      for (int i = 0; i < SmallPicture.SIDE; i++) {
        COSINE[k][i] = Math.cos(Math.PI * k * (2 * i + 1) / (2.0 * SmallPicture.SIDE));
      }
    }
    long odd = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (across(bit) % 2 == 1) {
        odd |= 1L << bit;
      }
    }
    ODD = odd;
  }

  private RoughHash() {}

  /** Half-waves from top to bottom; the place of the mean is taken by a faster wave. */
  private static int down(int bit) {
    return bit == 0 ? WAVES : bit / WAVES;
  }

  private static int across(int bit) {
    return bit % WAVES;
  }

  static long of(SmallPicture picture) {
    double[][] rows = new double[SmallPicture.SIDE][WAVES];
    for (int r = 0; r < SmallPicture.SIDE; r++) {
      for (int k = 0; k < WAVES; k++) {
        for (int c = 0; c < SmallPicture.SIDE; c++) {
          rows[r][k] += picture.at(r, c) * COSINE[k][c];
        }
      }
    }
    long hash = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      double wave = 0;
      for (int r = 0; r < SmallPicture.SIDE; r++) {
        wave += rows[r][across(bit)] * COSINE[down(bit)][r];
      }
      if (wave > 0) {
        hash |= 1L << bit;
      }
    }
    return hash;
  }

  /** The hash of the mirror image. */
  static long mirrored(long hash) {
    return hash ^ ODD;
  }

  /** Bits that differ, 0 to 64. */
  static int distance(long one, long other) {
    return Long.bitCount(one ^ other);
  }
}
