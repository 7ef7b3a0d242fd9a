package org.trabecula.cohort.pairing.duplicates;

/**
 * What a small picture shows at one scale: its blur less a wider blur, in 8 bits. Bone edges and
 * folds of soft tissue differ between persons where the large features are alike, and brightness is
 * gone.
 */
final class Band {
  private static final int SIDE = SmallPicture.SIDE;

  /** Standard deviations that a byte spans to either side. */
  private static final double SPAN = 2;

  /** After so many, the bound hardly moves. */
  private static final int ROUNDS = 12;

  private final byte[] samples;

  private Band(byte[] samples) {
    this.samples = samples;
  }

  /**
   * A band of a picture.
   *
   * @param narrow half the side of the inner blur's window, small pixels; 0 for none
   * @param wide half the side of the outer one
   */
  static Band of(SmallPicture picture, int narrow, int wide) {
    double[] inner = picture.blurred(narrow);
    double[] outer = picture.blurred(wide);
    for (int i = 0; i < inner.length; i++) {
      inner[i] -= outer[i];
    }
    double sd = ordinary(inner);
    byte[] samples = new byte[inner.length];
    for (int i = 0; i < samples.length && sd > 1e-12; i++) {
      samples[i] = (byte) Math.rint(Math.clamp(inner[i] / sd / SPAN, -1, 1) * Byte.MAX_VALUE);
    }
    return new Band(samples);
  }

  /**
   * The standard deviation of what is ordinary: a collimator's edge, a marker or a screw is not,
   * and must not outweigh the bone.
   */
  private static double ordinary(double[] values) {
    double limit = Double.MAX_VALUE;
    double sd = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double square = 0;
      for (double value : values) {
        double bounded = Math.min(Math.abs(value), limit);
        square += bounded * bounded;
      }
      sd = Math.sqrt(square / values.length);
      limit = SPAN * sd;
    }
    return sd;
  }

  /** The mirror image. */
  Band mirrored() {
    byte[] turned = new byte[samples.length];
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        turned[r * SIDE + c] = samples[r * SIDE + SIDE - 1 - c];
      }
    }
    return new Band(turned);
  }

  /** The negative. */
  Band inverted() {
    byte[] negative = new byte[samples.length];
    for (int i = 0; i < negative.length; i++) {
      negative[i] = (byte) -samples[i];
    }
    return new Band(negative);
  }

  int at(int row, int column) {
    return samples[row * SIDE + column];
  }

  /** Normalised correlation in place, at most 1; 0 if either is empty. */
  double correlation(Band other) {
    long both = 0;
    long own = 0;
    long theirs = 0;
    for (int i = 0; i < samples.length; i++) {
      both += (long) samples[i] * other.samples[i];
      own += (long) samples[i] * samples[i];
      theirs += (long) other.samples[i] * other.samples[i];
    }
    return own == 0 || theirs == 0 ? 0 : both / Math.sqrt((double) own * theirs);
  }

  /** The value between pixels, linear; both coordinates within 0 to the side less 1. */
  double between(double row, double column) {
    int r = Math.min((int) row, SIDE - 2);
    int c = Math.min((int) column, SIDE - 2);
    double down = row - r;
    double across = column - c;
    return (1 - down) * ((1 - across) * at(r, c) + across * at(r, c + 1))
        + down * ((1 - across) * at(r + 1, c) + across * at(r + 1, c + 1));
  }
}
