package org.trabecula.dicom.codec;

/**
 * Coding parameters of JPEG-LS (ISO/IEC 14495-1 = ITU-T T.87, annexes A and C).
 *
 * @param largest MAXVAL
 * @param near NEAR: the largest error of a sample, 0 when lossless
 * @param thresholds T1, T2, T3 of the local gradients
 * @param reset the count at which statistics are halved
 */
record JpegLsCoding(int largest, int near, Thresholds thresholds, int reset) {
  private static final int USUAL_RESET = 64;

  record Thresholds(int first, int second, int third) {}

  static JpegLsCoding usual(int largest, int near) {
    return new JpegLsCoding(largest, near, thresholds(largest, near), USUAL_RESET);
  }

  /** The values of an LSE segment; 0 stands for the usual one (T.87 section C.2.4.1.1). */
  JpegLsCoding with(int[] preset) throws CodecException {
    int max = preset[0] == 0 ? largest : preset[0];
    Thresholds base = thresholds(max, near);
    Thresholds given =
        new Thresholds(
            preset[1] == 0 ? base.first() : preset[1],
            preset[2] == 0 ? base.second() : preset[2],
            preset[3] == 0 ? base.third() : preset[3]);
    int every = preset[4] == 0 ? USUAL_RESET : preset[4];
    boolean ordered =
        given.first() > near
            && given.first() <= given.second()
            && given.second() <= given.third()
            && given.third() <= max;
    if (!ordered || every < 3) {
      throw CodecException.damaged("JPEG-LS preset parameters are out of order");
    }
    return new JpegLsCoding(max, near, given, every);
  }

  /** 2 NEAR + 1, the step between reconstruction values. */
  int step() {
    return 2 * near + 1;
  }

  /** RANGE: the number of prediction residuals. */
  int range() {
    return (largest + 2 * near) / step() + 1;
  }

  /** Bits for a residual. */
  int residualBits() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(range() - 1);
  }

  /** LIMIT: the longest code word. */
  int limit() {
    int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(largest));
    return 2 * (bits + Math.max(8, bits));
  }

  /** The first value of every A (T.87 section A.2.1). */
  int initialMagnitude() {
    return Math.max(2, (range() + 32) / 64);
  }

  /** Region numbers -4 to 4 of gradients -MAXVAL to MAXVAL (T.87 section A.3.3). */
  byte[] regions() {
    byte[] regions = new byte[2 * largest + 1];
    for (int i = 0; i < regions.length; i++) {
      int gradient = i - largest;
      int size = Math.abs(gradient);
      int region =
          size <= near
              ? 0
              : size < thresholds.first()
                  ? 1
                  : size < thresholds.second() ? 2 : size < thresholds.third() ? 3 : 4;
      regions[i] = (byte) (gradient < 0 ? -region : region);
    }
    return regions;
  }

  /** T.87 section C.2.4.1.1.1. */
  private static Thresholds thresholds(int largest, int near) {
    int first;
    int second;
    int third;
    if (largest >= 128) {
      int factor = (Math.min(largest, 4095) + 128) / 256;
      first = factor + 2 + 3 * near;
      second = factor * 4 + 3 + 5 * near;
      third = factor * 17 + 4 + 7 * near;
    } else {
      int factor = 256 / (largest + 1);
      first = Math.max(2, 3 / factor + 3 * near);
      second = Math.max(3, 7 / factor + 5 * near);
      third = Math.max(4, 21 / factor + 7 * near);
    }
    int t1 = clamp(first, near + 1, largest);
    int t2 = clamp(second, t1, largest);
    return new Thresholds(t1, t2, clamp(third, t2, largest));
  }

  private static int clamp(int value, int low, int largest) {
    return value > largest || value < low ? low : value;
  }
}
