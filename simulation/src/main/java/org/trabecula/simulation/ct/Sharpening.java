package org.trabecula.simulation.ct;

/**
 * Undoes what averaging over a box and linear interpolation between samples blur. A box of one
 * sample has the variance 1/12, the triangle 1/6, together 1/4, so that subtracting 1/8 of the
 * second difference restores every quadratic (quasi-interpolation; Condat, Blu and Unser, 2005).
 * The sum over a plane, and so the mass, stays as long as the border is empty.
 */
final class Sharpening {
  /** Half the variance of box and triangle, in samples². */
  static final float HALF_VARIANCE = 0.125f;

  private Sharpening() {}

  /**
   * Sharpens a plane of pairs along rows and columns.
   *
   * @param wide values in a row
   * @param strength of the second difference that is subtracted
   */
  static void sharpen(float[] plane, int wide, float strength) {
    alongRows(plane, wide, strength);
    alongColumns(plane, wide, strength);
  }

  private static void alongRows(float[] plane, int wide, float strength) {
    float[] row = new float[wide + 4];
    for (int start = 0; start < plane.length; start += wide) {
      System.arraycopy(plane, start, row, 2, wide);
      for (int x = 0; x < wide; x++) {
        plane[start + x] = row[x + 2] - strength * (row[x] - 2 * row[x + 2] + row[x + 4]);
      }
    }
  }

  private static void alongColumns(float[] plane, int wide, float strength) {
    float[] before = new float[wide];
    float[] here = new float[wide];
    float[] none = new float[wide];
    float[] after = new float[wide];
    System.arraycopy(plane, 0, here, 0, wide);
    for (int start = 0; start < plane.length; start += wide) {
      if (start + wide < plane.length) {
        System.arraycopy(plane, start + wide, after, 0, wide);
      } else {
        after = none;
      }
      for (int x = 0; x < wide; x++) {
        plane[start + x] = here[x] - strength * (before[x] - 2 * here[x] + after[x]);
      }
      float[] free = before;
      before = here;
      here = after;
      after = free;
    }
  }
}
