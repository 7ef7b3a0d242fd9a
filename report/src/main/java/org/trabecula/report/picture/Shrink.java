package org.trabecula.report.picture;

import org.trabecula.radiography.Radiograph;

/**
 * Makes a radiograph smaller by the mean of the pixels that fall into each pixel of the picture.
 */
final class Shrink {
  private Shrink() {}

  /** Row-major, height x width samples; the picture may not be larger than the radiograph. */
  static float[] average(Radiograph radiograph, int width, int height) {
    float[] result = new float[width * height];
    for (int y = 0; y < height; y++) {
      int top = edge(y, height, radiograph.rows());
      int bottom = edge(y + 1, height, radiograph.rows());
      for (int x = 0; x < width; x++) {
        int left = edge(x, width, radiograph.columns());
        int right = edge(x + 1, width, radiograph.columns());
        double sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += radiograph.at(row, column);
          }
        }
        result[y * width + x] = (float) (sum / ((double) (bottom - top) * (right - left)));
      }
    }
    return result;
  }

  private static int edge(int pixel, int pixels, int samples) {
    return (int) ((long) pixel * samples / pixels);
  }
}
