package org.trabecula.simulation.physics;

/** {@code exp} of what is not positive, to 2e-7 relative: the inner loop of every radiograph. */
final class FastExp {
  private static final float LOG2_E = (float) (1 / Math.log(2));
  private static final float LOWEST = -125f;

  // Taylor coefficients of 2^f, ln(2)^n / n!.
  private static final float C1 = (float) Math.log(2);
  private static final float C2 = (float) (Math.pow(Math.log(2), 2) / 2);
  private static final float C3 = (float) (Math.pow(Math.log(2), 3) / 6);
  private static final float C4 = (float) (Math.pow(Math.log(2), 4) / 24);
  private static final float C5 = (float) (Math.pow(Math.log(2), 5) / 120);
  private static final float C6 = (float) (Math.pow(Math.log(2), 6) / 720);
  private static final float C7 = (float) (Math.pow(Math.log(2), 7) / 5040);

  private FastExp() {}

  /** exp(x) for x <= 0; what would be below 2^-125 becomes 2^-125. */
  static float of(float x) {
    float t = Math.max(x * LOG2_E, LOWEST);
    int whole = (int) t;
    float f = t - whole;
    // f lies in (-1, 0].
    float p = 1f + f * (C1 + f * (C2 + f * (C3 + f * (C4 + f * (C5 + f * (C6 + f * C7))))));
    return p * Float.intBitsToFloat((whole + 127) << 23);
  }
}
