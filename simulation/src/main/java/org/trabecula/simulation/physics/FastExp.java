package org.trabecula.simulation.physics;

/** {@code exp} of what is not positive, to 2e-7 relative: the inner loop of every radiograph. */
final class FastExp {
  private static final float LOG2_E = 1.442695041f;
  private static final float LOWEST = -125f;

  private FastExp() {}

  /** exp(x) for x <= 0; what would be below 2^-125 becomes 2^-125. */
  static float of(float x) {
    float t = Math.max(x * LOG2_E, LOWEST);
    int whole = (int) t;
    float f = t - whole;
    // Taylor series of 2^f for f in (-1, 0].
    float p =
        1f
            + f
                * (0.69314718f
                    + f
                        * (0.24022651f
                            + f
                                * (0.05550411f
                                    + f
                                        * (0.00961813f
                                            + f
                                                * (0.00133336f
                                                    + f * (0.00015403f + f * 1.5252e-5f))))));
    return p * Float.intBitsToFloat((whole + 127) << 23);
  }
}
