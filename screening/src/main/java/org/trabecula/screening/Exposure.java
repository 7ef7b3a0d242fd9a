package org.trabecula.screening;

import java.util.Arrays;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

/** Whether a film has enough samples between black and white, and enough signal over its noise. */
final class Exposure {
  private static final double CENTRAL_SHARE = 2.0 / 3;

  /** Median absolute difference of two normal numbers, in standard deviations: 0.6745 √2. */
  private static final double MEDIAN_DIFFERENCE = 0.954;

  private Exposure() {}

  /** Share of the central field's samples on its lowest or highest value, whichever is more. */
  static double saturation(Radiograph radiograph, Field field) {
    int top = field.top() + field.rows() / 6;
    int left = field.left() + field.columns() / 6;
    int bottom = field.bottom() - field.rows() / 6;
    int right = field.right() - field.columns() / 6;
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    long lows = 0;
    long highs = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        float sample = radiograph.at(row, column);
        lows = sample < low ? 1 : sample == low ? lows + 1 : lows;
        low = Math.min(low, sample);
        highs = sample > high ? 1 : sample == high ? highs + 1 : highs;
        high = Math.max(high, sample);
      }
    }
    long count = (long) (bottom - top) * (right - left);
    return count <= 0 ? 1 : (double) Math.max(lows, highs) / count;
  }

  /** Noise between neighbours, in units of the field's contrast; the largest for a flat field. */
  static double noise(CanonicalView view) {
    VisibleField field = VisibleField.of(view).central(CENTRAL_SHARE);
    float[] differences = new float[Math.max(1, field.size())];
    int n = 0;
    boolean flat = true;
    for (int row = field.top(); row < field.bottom(); row++) {
      for (int column = field.left(); column + 1 < field.right(); column++) {
        float sample = view.at(row, column);
        flat &= sample == 0;
        differences[n++] = Math.abs(sample - view.at(row, column + 1));
      }
    }
    if (flat || n == 0) {
      return PlausibleAnatomy.IMPOSSIBLE;
    }
    Arrays.sort(differences, 0, n);
    return differences[n / 2] / MEDIAN_DIFFERENCE;
  }
}
