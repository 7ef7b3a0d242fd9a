package org.trabecula.learning.data;

import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

/**
 * Where a film shows a body and not the bare detector: brighter than the threshold of Otsu 1979
 * (doi:10.1109/TSMC.1979.4310076), which parts a histogram into the two classes that lie furthest
 * apart.
 */
final class Body {
  private static final int BINS = 256;

  /** Every so many pixels is looked at: a body is large. */
  private static final int STEP = 4;

  /** Least share of a row or column of the field that is body: more than a letter of lead has. */
  private static final double LEAST_SHARE = 0.08;

  private Body() {}

  /** The threshold of some values; the least value where they do not vary. */
  static float threshold(float[] values) {
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (!(high > low)) {
      return low;
    }
    long[] counts = new long[BINS];
    for (float value : values) {
      counts[Math.min(BINS - 1, (int) ((value - low) / (high - low) * BINS))]++;
    }
    return low + (high - low) * split(counts, values.length) / BINS;
  }

  /** The bin from which the brighter class starts. */
  private static int split(long[] counts, long total) {
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += (double) i * counts[i];
    }
    long below = 0;
    double sumBelow = 0;
    double best = -1;
    int split = 0;
    for (int i = 0; i < BINS - 1; i++) {
      below += counts[i];
      sumBelow += (double) i * counts[i];
      if (below > 0 && below < total) {
        double apart = sumBelow / below - (sum - sumBelow) / (total - below);
        double between = apart * apart * below * (total - below);
        if (between > best) {
          best = between;
          split = i + 1;
        }
      }
    }
    return split;
  }

  /** The smallest part of a field with all rows and columns that show enough body. */
  static Field of(Radiograph film, Field field) {
    int rows = (field.rows() + STEP - 1) / STEP;
    int columns = (field.columns() + STEP - 1) / STEP;
    float[] values = new float[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = film.at(field.top() + r * STEP, field.left() + c * STEP);
      }
    }
    float threshold = threshold(values);
    int[] perRow = new int[rows];
    int[] perColumn = new int[columns];
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= threshold) {
        perRow[i / columns]++;
        perColumn[i % columns]++;
      }
    }
    Span down = Span.of(perRow, LEAST_SHARE * columns);
    Span across = Span.of(perColumn, LEAST_SHARE * rows);
    return new Field(
        field.top() + down.first * STEP,
        field.left() + across.first * STEP,
        Math.min(field.bottom(), field.top() + (down.last + 1) * STEP),
        Math.min(field.right(), field.left() + (across.last + 1) * STEP));
  }

  /** From the first to the last that is enough; all if none is. */
  private record Span(int first, int last) {
    static Span of(int[] counts, double least) {
      int first = 0;
      int last = counts.length - 1;
      while (first < last && counts[first] < least) {
        first++;
      }
      while (last > first && counts[last] < least) {
        last--;
      }
      return first == last ? new Span(0, counts.length - 1) : new Span(first, last);
    }
  }
}
