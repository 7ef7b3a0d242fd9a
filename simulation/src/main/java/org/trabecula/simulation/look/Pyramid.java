package org.trabecula.simulation.look;

/**
 * A Laplacian pyramid (Burt and Adelson, doi:10.1109/TCOM.1983.1095851): bands of detail from fine
 * to coarse, and what is left.
 */
final class Pyramid {
  private final int[] rows;
  private final int[] columns;
  private final float[][] bands;

  private Pyramid(int[] rows, int[] columns, float[][] bands) {
    this.rows = rows;
    this.columns = columns;
    this.bands = bands;
  }

  /** Splits an image; the last of {@code levels} bands is the residual. */
  static Pyramid of(int height, int width, float[] image, int levels) {
    int[] rows = new int[levels];
    int[] columns = new int[levels];
    float[][] bands = new float[levels][];
    float[] current = image.clone();
    rows[0] = height;
    columns[0] = width;
    for (int level = 0; level + 1 < levels; level++) {
      rows[level + 1] = (rows[level] + 1) / 2;
      columns[level + 1] = (columns[level] + 1) / 2;
      float[] smaller = reduce(rows[level], columns[level], current);
      float[] back = expand(rows[level], columns[level], smaller);
      for (int i = 0; i < current.length; i++) {
        current[i] -= back[i];
      }
      bands[level] = current;
      current = smaller;
    }
    bands[levels - 1] = current;
    return new Pyramid(rows, columns, bands);
  }

  int levels() {
    return bands.length;
  }

  /** A band, to be changed in place. */
  float[] band(int level) {
    return bands[level];
  }

  /** Adds the bands up again. */
  float[] sum() {
    float[] current = bands[bands.length - 1];
    for (int level = bands.length - 2; level >= 0; level--) {
      float[] larger = expand(rows[level], columns[level], current);
      float[] band = bands[level];
      for (int i = 0; i < larger.length; i++) {
        larger[i] += band[i];
      }
      current = larger;
    }
    return current;
  }

  /** Smooths by (1 4 6 4 1)/16 along both axes and keeps every second pixel. */
  static float[] reduce(int height, int width, float[] image) {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    float[] lines = new float[height * halfWidth];
    for (int r = 0; r < height; r++) {
      int from = r * width;
      for (int c = 0; c < halfWidth; c++) {
        int x = 2 * c;
        int a = from + Math.max(x - 2, 0);
        int b = from + Math.max(x - 1, 0);
        int d = from + Math.min(x + 1, width - 1);
        int e = from + Math.min(x + 2, width - 1);
        lines[r * halfWidth + c] =
            0.0625f * (image[a] + image[e])
                + 0.25f * (image[b] + image[d])
                + 0.375f * image[from + x];
      }
    }
    float[] reduced = new float[halfHeight * halfWidth];
    for (int r = 0; r < halfHeight; r++) {
      int y = 2 * r;
      int a = Math.max(y - 2, 0) * halfWidth;
      int b = Math.max(y - 1, 0) * halfWidth;
      int m = y * halfWidth;
      int d = Math.min(y + 1, height - 1) * halfWidth;
      int e = Math.min(y + 2, height - 1) * halfWidth;
      for (int c = 0; c < halfWidth; c++) {
        reduced[r * halfWidth + c] =
            0.0625f * (lines[a + c] + lines[e + c])
                + 0.25f * (lines[b + c] + lines[d + c])
                + 0.375f * lines[m + c];
      }
    }
    return reduced;
  }

  /** Enlarges to {@code height x width} by the same kernel. */
  static float[] expand(int height, int width, float[] image) {
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    float[] lines = new float[height * halfWidth];
    for (int r = 0; r < height; r++) {
      int m = r / 2 * halfWidth;
      int next = Math.min(r / 2 + 1, halfHeight - 1) * halfWidth;
      int before = Math.max(r / 2 - 1, 0) * halfWidth;
      if (r % 2 == 0) {
        for (int c = 0; c < halfWidth; c++) {
          lines[r * halfWidth + c] =
              0.125f * (image[before + c] + image[next + c]) + 0.75f * image[m + c];
        }
      } else {
        for (int c = 0; c < halfWidth; c++) {
          lines[r * halfWidth + c] = 0.5f * (image[m + c] + image[next + c]);
        }
      }
    }
    float[] expanded = new float[height * width];
    for (int r = 0; r < height; r++) {
      int from = r * halfWidth;
      for (int h = 0; h < halfWidth; h++) {
        float before = lines[from + Math.max(h - 1, 0)];
        float here = lines[from + h];
        float next = lines[from + Math.min(h + 1, halfWidth - 1)];
        expanded[r * width + 2 * h] = 0.125f * (before + next) + 0.75f * here;
        if (2 * h + 1 < width) {
          expanded[r * width + 2 * h + 1] = 0.5f * (here + next);
        }
      }
    }
    return expanded;
  }
}
