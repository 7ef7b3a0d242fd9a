package org.trabecula.cohort.pairing.duplicates;

/**
 * A small picture less its own blur, in 8 bits: what is left is bone edges and soft tissue folds,
 * which differ between persons where the large features are alike.
 */
final class FineStructure {
  /** Half the side of the blur's window, small pixels. */
  private static final int BLUR = 3;

  /** How far two pictures may be shifted against each other, small pixels. */
  private static final int SHIFT = 1;

  /** Unshifted correlation below which the same picture, shifted, was never seen. */
  private static final double HOPELESS = 0.3;

  private static final int SIDE = SmallPicture.SIDE;

  /** Standard deviations that a byte spans to either side. */
  private static final double SPAN = 5;

  private final byte[] samples;

  private FineStructure(byte[] samples) {
    this.samples = samples;
  }

  static FineStructure of(SmallPicture picture) {
    double[] rest = new double[SIDE * SIDE];
    double square = 0;
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        double value = picture.at(r, c) - around(picture, r, c);
        rest[r * SIDE + c] = value;
        square += value * value;
      }
    }
    double sd = Math.sqrt(square / rest.length);
    byte[] samples = new byte[rest.length];
    for (int i = 0; i < samples.length && sd > 1e-12; i++) {
      samples[i] = (byte) Math.rint(Math.clamp(rest[i] / sd / SPAN, -1, 1) * Byte.MAX_VALUE);
    }
    return new FineStructure(samples);
  }

  private static double around(SmallPicture picture, int row, int column) {
    double sum = 0;
    int count = 0;
    for (int r = Math.max(0, row - BLUR); r <= Math.min(SIDE - 1, row + BLUR); r++) {
      for (int c = Math.max(0, column - BLUR); c <= Math.min(SIDE - 1, column + BLUR); c++) {
        sum += picture.at(r, c);
        count++;
      }
    }
    return sum / count;
  }

  /**
   * The greatest normalised correlation with another, over small shifts; 0 if either is empty, and
   * if they are so unlike in place that a shift cannot mend it.
   *
   * @param mirror whether the other is looked at in the mirror
   * @param inverted whether the other is looked at in the negative
   */
  double correlation(FineStructure other, boolean mirror, boolean inverted) {
    int sign = inverted ? -1 : 1;
    double best = sign * at(other, mirror, 0, 0);
    if (best < HOPELESS) {
      return 0;
    }
    for (int down = -SHIFT; down <= SHIFT; down++) {
      for (int across = -SHIFT; across <= SHIFT; across++) {
        best = Math.max(best, sign * at(other, mirror, down, across));
      }
    }
    return best;
  }

  private double at(FineStructure other, boolean mirror, int down, int across) {
    long both = 0;
    long own = 0;
    long theirs = 0;
    for (int r = Math.max(0, -down); r < Math.min(SIDE, SIDE - down); r++) {
      for (int c = Math.max(0, -across); c < Math.min(SIDE, SIDE - across); c++) {
        int a = samples[r * SIDE + c];
        int column = mirror ? SIDE - 1 - c - across : c + across;
        int b = other.samples[(r + down) * SIDE + column];
        both += (long) a * b;
        own += (long) a * a;
        theirs += (long) b * b;
      }
    }
    return own == 0 || theirs == 0 ? 0 : both / Math.sqrt((double) own * theirs);
  }
}
