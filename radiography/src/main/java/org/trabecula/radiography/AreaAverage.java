package org.trabecula.radiography;

/**
 * Resampling along one axis as an exact area average: each target pixel is the mean over a box as
 * wide as its pitch, but at least one source pixel wide. A box of exactly one pixel is linear
 * interpolation, so shrinking and enlarging are one formula, and a constant stays constant.
 *
 * <p>Only source pixels in {@code [low, high)} count. A target whose centre lies on none of them is
 * 0.
 */
final class AreaAverage {
  private final int[] first;
  private final int[] count;
  private final double[][] weights;

  /**
   * The weights of {@code targets} pixels whose centres lie at {@code origin + i * pitch} in source
   * pixels.
   */
  AreaAverage(int targets, double origin, double pitch, Span source) {
    first = new int[targets];
    count = new int[targets];
    weights = new double[targets][];
    double width = Math.max(Math.abs(pitch), 1);
    for (int i = 0; i < targets; i++) {
      // Pixel k covers [k - 0.5, k + 0.5].
      double centre = origin + i * pitch;
      double from = Math.max(centre - width / 2, source.low() - 0.5);
      double to = Math.min(centre + width / 2, source.high() - 0.5);
      boolean inside = centre >= source.low() - 0.5 && centre < source.high() - 0.5;
      weights[i] = inside ? weights(i, from, to, source) : new double[0];
      count[i] = weights[i].length;
    }
  }

  /** Source pixels from {@code low} on, before {@code high}. */
  record Span(int low, int high) {}

  private double[] weights(int target, double from, double to, Span source) {
    int begin = Math.max((int) Math.floor(from + 0.5), source.low());
    int end = Math.min((int) Math.ceil(to + 0.5), source.high());
    first[target] = begin;
    double[] result = new double[Math.max(end - begin, 0)];
    for (int k = 0; k < result.length; k++) {
      double overlap = Math.min(to, begin + k + 0.5) - Math.max(from, begin + k - 0.5);
      result[k] = Math.max(0, overlap) / (to - from);
    }
    return result;
  }

  /** The weighted sum of {@code values[offset + index]} for one target pixel. */
  private double apply(int target, float[] values, int offset) {
    double[] w = weights[target];
    int from = offset + first[target];
    double sum = 0;
    for (int k = 0; k < w.length; k++) {
      sum += w[k] * values[from + k];
    }
    return sum;
  }

  /** Resamples a row-major grid along both axes; 0 where a box meets no source pixel. */
  static float[] resample(
      float[] values, int stride, AreaAverage vertical, AreaAverage horizontal) {
    int rows = vertical.first.length;
    int columns = horizontal.first.length;
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int r = 0; r < rows; r++) {
      if (vertical.count[r] > 0) {
        low = Math.min(low, vertical.first[r]);
        high = Math.max(high, vertical.first[r] + vertical.count[r]);
      }
    }
    float[] result = new float[rows * columns];
    if (low >= high) {
      return result;
    }
    float[] narrow = new float[(high - low) * columns];
    for (int row = low; row < high; row++) {
      for (int c = 0; c < columns; c++) {
        narrow[(row - low) * columns + c] = (float) horizontal.apply(c, values, row * stride);
      }
    }
    for (int r = 0; r < rows; r++) {
      vertical.sumRows(r, narrow, low, result);
    }
    return result;
  }

  private void sumRows(int target, float[] narrow, int low, float[] result) {
    int columns = result.length / first.length;
    double[] sums = new double[columns];
    for (int k = 0; k < count[target]; k++) {
      double w = weights[target][k];
      int offset = (first[target] + k - low) * columns;
      for (int c = 0; c < columns; c++) {
        sums[c] += w * narrow[offset + c];
      }
    }
    for (int c = 0; c < columns; c++) {
      result[target * columns + c] = (float) sums[c];
    }
  }
}
