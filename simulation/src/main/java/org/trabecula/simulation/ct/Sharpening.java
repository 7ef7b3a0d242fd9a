package org.trabecula.simulation.ct;

/**
 * Undoes, to second order, what averaging over voxels and linear interpolation between them blur: a
 * box of one voxel has the variance 1/12, the triangle 1/6, together 1/4, so that subtracting 1/8
 * of the second difference restores every quadratic (quasi-interpolation; Condat, Blu and Unser,
 * 2005). The sum over a plane, and so the mass, stays.
 */
final class Sharpening {
  /** Half the variance of box and triangle, in voxels². */
  private static final float HALF_VARIANCE = 0.125f;

  private Sharpening() {}

  /** A plane of pairs, sharpened along rows and columns, with a border of one voxel. */
  static float[] padded(float[] values, int across, int up) {
    int wide = 2 * (across + 2);
    float[] padded = new float[wide * (up + 2)];
    for (int k = 0; k < up; k++) {
      System.arraycopy(values, k * 2 * across, padded, (k + 1) * wide + 2, 2 * across);
    }
    alongRows(padded, wide);
    alongColumns(padded, wide);
    return padded;
  }

  private static void alongRows(float[] plane, int wide) {
    float[] row = new float[wide];
    for (int start = 0; start < plane.length; start += wide) {
      System.arraycopy(plane, start, row, 0, wide);
      for (int x = 2; x < wide - 2; x++) {
        plane[start + x] = row[x] - HALF_VARIANCE * (row[x - 2] - 2 * row[x] + row[x + 2]);
      }
      for (int c = 0; c < 2; c++) {
        plane[start + c] = -HALF_VARIANCE * row[c + 2];
        plane[start + wide - 2 + c] = -HALF_VARIANCE * row[wide - 4 + c];
      }
    }
  }

  private static void alongColumns(float[] plane, int wide) {
    float[] before = new float[wide];
    float[] here = new float[wide];
    for (int start = 0; start < plane.length; start += wide) {
      System.arraycopy(plane, start, here, 0, wide);
      boolean last = start + wide >= plane.length;
      for (int x = 0; x < wide; x++) {
        float after = last ? 0 : plane[start + wide + x];
        plane[start + x] = here[x] - HALF_VARIANCE * (before[x] - 2 * here[x] + after);
      }
      float[] swap = before;
      before = here;
      here = swap;
    }
  }
}
