package org.trabecula.screening;

import java.util.Arrays;
import java.util.BitSet;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;

/**
 * Finds metal on a canonical view: parts that are much brighter than what surrounds them, with an
 * edge that is steeper than bone has. Levels are in units of the field's own spread, measured so
 * that the metal itself counts little. Judged on simulated films; conservative: what it misses, the
 * other checks may still see.
 */
final class MetalFinder {
  /** How far metal lies above the median, in spreads; bone over bone stays below. */
  private static final double LEVEL = 2.0;

  /** Mean step from inside the edge to {@link #STEP_PIXELS} outside, in spreads. */
  private static final double EDGE = 0.75;

  private static final int STEP_PIXELS = 2;

  /** The interquartile range of a normal distribution over its range from 10 % to 90 %. */
  private static final double QUARTILES_TO_DECILES = 1.9;

  private static final double CENTRAL_SHARE = 2.0 / 3;

  private MetalFinder() {}

  /** Returns the pixels that show metal. */
  static BitSet find(CanonicalView view) {
    float[] samples = view.samples();
    VisibleField field = VisibleField.of(view);
    Scale scale = Scale.of(samples, field.central(CENTRAL_SHARE));
    BitSet metal = new BitSet(ModelInput.IMAGE_SIZE);
    if (scale.spread <= 0) {
      return metal;
    }
    BitSet bright = new BitSet(ModelInput.IMAGE_SIZE);
    for (int p = 0; p < samples.length; p++) {
      boolean inside = field.contains(p / CanonicalFrame.COLUMNS, p % CanonicalFrame.COLUMNS);
      bright.set(p, inside && samples[p] - scale.median > LEVEL * scale.spread);
    }
    for (BitSet part : Components.of(bright)) {
      if (edgeStep(part, samples, field) > EDGE * scale.spread) {
        metal.or(part);
      }
    }
    return metal;
  }

  private record Scale(double median, double spread) {
    static Scale of(float[] samples, VisibleField field) {
      float[] values = new float[field.size()];
      int n = 0;
      for (int row = field.top(); row < field.bottom(); row++) {
        for (int column = field.left(); column < field.right(); column++) {
          values[n++] = samples[row * CanonicalFrame.COLUMNS + column];
        }
      }
      if (n < 4) {
        return new Scale(0, 0);
      }
      Arrays.sort(values);
      double quartiles = values[3 * n / 4] - (double) values[n / 4];
      return new Scale(values[n / 2], QUARTILES_TO_DECILES * quartiles);
    }
  }

  /** Mean over the part's outline of the fall to the darkest pixel a step outside, if any. */
  private static double edgeStep(BitSet part, float[] samples, VisibleField field) {
    double sum = 0;
    int count = 0;
    for (int p = part.nextSetBit(0); p >= 0; p = part.nextSetBit(p + 1)) {
      double fall = fall(p, part, samples, field);
      if (!Double.isNaN(fall)) {
        sum += fall;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** NaN, within this class only: the pixel is not on the outline, or its outside not in sight. */
  private static double fall(int pixel, BitSet part, float[] samples, VisibleField field) {
    int row = pixel / CanonicalFrame.COLUMNS;
    int column = pixel % CanonicalFrame.COLUMNS;
    double fall = Double.NaN;
    for (int[] way : WAYS) {
      int beside = (row + way[0]) * CanonicalFrame.COLUMNS + column + way[1];
      int outRow = row + STEP_PIXELS * way[0];
      int outColumn = column + STEP_PIXELS * way[1];
      if (field.contains(outRow, outColumn)
          && !part.get(beside)
          && !part.get(outRow * CanonicalFrame.COLUMNS + outColumn)) {
        double step = samples[pixel] - samples[outRow * CanonicalFrame.COLUMNS + outColumn];
        fall = Double.isNaN(fall) ? step : Math.max(fall, step);
      }
    }
    return fall;
  }

  private static final int[][] WAYS = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
}
