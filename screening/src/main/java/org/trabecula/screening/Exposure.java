package org.trabecula.screening;

import java.util.Arrays;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;

/** Whether a film has enough samples between black and white, and enough signal over its noise. */
final class Exposure {
  private static final double CENTRAL_SHARE = 2.0 / 3;

  /** Median size of the mask's answer to normal noise, in standard deviations: 0.6745 times 6. */
  private static final double MEDIAN_BEND = 4.047;

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

  /**
   * Standard deviation of what changes from pixel to pixel in the middle of the field, in units of
   * the field's contrast; the largest for a flat field. The mask of second differences both ways
   * knows neither slopes nor straight edges along rows or columns (Immerkær, Comput. Vis. Image
   * Underst. 64, 300 (1996)); the median in the place of his mean ignores what edges remain.
   */
  static double grain(CanonicalView view) {
    VisibleField field = VisibleField.of(view).central(CENTRAL_SHARE);
    float[] sizes = new float[Math.max(1, field.size())];
    int n = 0;
    boolean flat = true;
    for (int row = field.top() + 1; row + 1 < field.bottom(); row++) {
      for (int column = field.left() + 1; column + 1 < field.right(); column++) {
        flat &= view.at(row, column) == 0;
        sizes[n++] =
            Math.abs(
                bend(view, row - 1, column)
                    - 2 * bend(view, row, column)
                    + bend(view, row + 1, column));
      }
    }
    if (flat || n == 0) {
      return PlausibleAnatomy.IMPOSSIBLE;
    }
    Arrays.sort(sizes, 0, n);
    return sizes[n / 2] / MEDIAN_BEND;
  }

  /** Second difference along a row. */
  private static float bend(CanonicalView view, int row, int column) {
    return view.at(row, column - 1) - 2 * view.at(row, column) + view.at(row, column + 1);
  }

  /** The refusal of a film of such grain. */
  static Refusal drowned(double grain) {
    return new Refusal(
        Refusal.Reason.BAD_EXPOSURE,
        grain >= PlausibleAnatomy.IMPOSSIBLE
            ? "The film shows no contrast."
            : "Noise drowns the film, as where far too little dose was given: it is %.0f %% of the contrast."
                .formatted(100 * grain),
        "Take the film again with a higher exposure.");
  }
}
