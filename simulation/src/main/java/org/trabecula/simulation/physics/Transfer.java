package org.trabecula.simulation.physics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A symmetric filter along both axes of an image whose transfer of spatial frequencies is given, up
 * to the highest that the pitch can carry; the border is continued.
 *
 * <p>The taps are the transfer's cosine series, so that nothing of the filter folds back at the
 * pitch: as many as it takes to be within {@link #TOLERANCE} of it everywhere, at most {@link
 * #MOST_TAPS} to a side.
 */
final class Transfer {
  /** Largest departure from the transfer asked for, as a share of it. */
  static final double TOLERANCE = 0.01;

  private static final int MOST_TAPS = 28;

  /** Points of the cosine series; also where the departure is looked for. */
  private static final int SAMPLES = 192;

  private final float[] taps;

  private Transfer(float[] taps) {
    this.taps = taps;
  }

  /**
   * A filter for a pitch.
   *
   * @param pitchMm of the images it will be applied to, mm
   * @param modulation share of an axis's modulation that is kept at a frequency in 1/mm; 1 at 0
   */
  static Transfer of(double pitchMm, DoubleUnaryOperator modulation) {
    double[] wanted = new double[SAMPLES + 1];
    for (int i = 0; i <= SAMPLES; i++) {
      wanted[i] = modulation.applyAsDouble(i / (2.0 * pitchMm * SAMPLES));
    }
    double[] series = new double[MOST_TAPS + 1];
    double[] reached = new double[SAMPLES + 1];
    int last = -1;
    while (last < MOST_TAPS && departure(reached, wanted) > TOLERANCE) {
      last++;
      series[last] = coefficient(wanted, last);
      double share = (last == 0 ? 1 : 2) * series[last];
      for (int i = 0; i <= SAMPLES; i++) {
        reached[i] += share * Math.cos(Math.PI * last * i / SAMPLES);
      }
    }
    float[] taps = new float[last + 1];
    for (int n = 0; n <= last; n++) {
      taps[n] = (float) (series[n] / reached[0]);
    }
    return new Transfer(taps);
  }

  private static double departure(double[] reached, double[] wanted) {
    double most = 0;
    for (int i = 0; i < wanted.length; i++) {
      // What is hardly passed on need not be passed on exactly.
      most = Math.max(most, Math.abs(reached[i] - wanted[i]) / Math.max(wanted[i], 0.005));
    }
    return most;
  }

  private static double coefficient(double[] wanted, int n) {
    double sum = 0.5 * (wanted[0] + (n % 2 == 0 ? 1 : -1) * wanted[SAMPLES]);
    for (int i = 1; i < SAMPLES; i++) {
      sum += wanted[i] * Math.cos(Math.PI * n * i / SAMPLES);
    }
    return sum / SAMPLES;
  }

  /** Filters an image in place. */
  void apply(Plane plane, float[] image) {
    alongRows(plane, image);
    alongColumns(plane, image);
  }

  private void alongRows(Plane plane, float[] image) {
    int width = plane.columns();
    int reach = taps.length - 1;
    float[] padded = new float[width + 2 * reach];
    float[] sum = new float[width];
    for (int r = 0; r < plane.rows(); r++) {
      int from = r * width;
      Arrays.fill(padded, 0, reach, image[from]);
      System.arraycopy(image, from, padded, reach, width);
      Arrays.fill(padded, reach + width, padded.length, image[from + width - 1]);
      for (int c = 0; c < width; c++) {
        sum[c] = taps[0] * padded[reach + c];
      }
      for (int k = 1; k <= reach; k++) {
        float tap = taps[k];
        int left = reach - k;
        int right = reach + k;
        for (int c = 0; c < width; c++) {
          sum[c] += tap * (padded[left + c] + padded[right + c]);
        }
      }
      System.arraycopy(sum, 0, image, from, width);
    }
  }

  /** All columns at once, row by row, so that memory is read in order. */
  private void alongColumns(Plane plane, float[] image) {
    int width = plane.columns();
    int bottom = plane.rows() - 1;
    float[] original = image.clone();
    for (int r = 0; r < plane.rows(); r++) {
      int to = r * width;
      for (int c = 0; c < width; c++) {
        image[to + c] = taps[0] * original[to + c];
      }
      for (int k = 1; k < taps.length; k++) {
        float tap = taps[k];
        int above = Math.max(0, r - k) * width;
        int below = Math.min(bottom, r + k) * width;
        for (int c = 0; c < width; c++) {
          image[to + c] += tap * (original[above + c] + original[below + c]);
        }
      }
    }
  }
}
