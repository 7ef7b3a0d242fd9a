package org.trabecula.simulation.physics;

/**
 * Scattered radiation at the detector: the primary image, times an amplitude that depends on the
 * local water-equivalent thickness, spread by two exponentials.
 *
 * <p>Amplitudes are fitted to a Monte Carlo table (80 kV, slabs of 15 to 30 cm, three fields, with
 * and without a 12:1 grid; statistical error 2 to 8 %, up to 20 % at 30 cm with grid) [M]: within 5
 * % of it except there. Other grid ratios scale by {@code (12 / ratio)^0.8}, an assumption [K].
 */
final class Scatter {
  /** Widths of the two exponentials, cm: core and tail. */
  private static final double[] OPEN_WIDTHS_CM = {4, 12};

  private static final double[] GRID_WIDTHS_CM = {2, 6};

  private static final double[] THICKNESSES_CM = {0, 15, 20, 25, 30};

  private static final double[][] OPEN_AMPLITUDES = {
    {0, 1.27, 1.15, 0.57, 0.34}, {0, 2.04, 4.53, 7.86, 11.27}
  };

  private static final double[][] GRID_AMPLITUDES = {
    {0, 0.155, 0.180, 0.193, 0.36}, {0, 0.099, 0.231, 0.365, 0.25}
  };

  private static final int CELLS = 36;

  private Scatter() {}

  /** A film reduced to cells of about 1.2 cm. */
  private record Grid(int rows, int columns, double cellCm) {}

  /**
   * Returns the scatter of every pixel in the unit of the primary.
   *
   * @param primary the signal behind the object, 0 outside the field, rows x columns
   * @param thicknessCm water-equivalent thickness of every pixel, cm
   */
  static float[] of(Plane plane, float[] primary, float[] thicknessCm, Beam beam) {
    double[] widths = beam.grid() ? GRID_WIDTHS_CM : OPEN_WIDTHS_CM;
    double[][] amplitudes = beam.grid() ? GRID_AMPLITUDES : OPEN_AMPLITUDES;
    double factor = beam.scatterFactor();
    if (beam.grid()) {
      factor *= Math.pow(12 / beam.gridRatio(), 0.8);
    }
    double cellMm = Math.max(plane.rows(), plane.columns()) * plane.pitchMm() / CELLS;
    Grid grid =
        new Grid(
            Math.max(1, (int) Math.ceil(plane.rows() * plane.pitchMm() / cellMm - 1e-9)),
            Math.max(1, (int) Math.ceil(plane.columns() * plane.pitchMm() / cellMm - 1e-9)),
            cellMm / 10);
    float[] spread = new float[grid.rows * grid.columns];
    float[] source = new float[spread.length];
    for (int k = 0; k < widths.length; k++) {
      gather(plane, grid, primary, thicknessCm, amplitudes[k], source);
      convolve(grid, source, widths[k], spread);
    }
    return enlarge(plane, grid, spread, (float) factor);
  }

  private static void gather(
      Plane plane,
      Grid grid,
      float[] primary,
      float[] thicknessCm,
      double[] amplitudes,
      float[] source) {
    java.util.Arrays.fill(source, 0);
    double cellPixels = grid.cellCm * 10 / plane.pitchMm();
    float[] table = amplitudeTable(amplitudes);
    for (int r = 0; r < plane.rows(); r++) {
      int row = Math.min((int) ((r + 0.5) / cellPixels), grid.rows - 1);
      for (int c = 0; c < plane.columns(); c++) {
        int i = r * plane.columns() + c;
        int column = Math.min((int) ((c + 0.5) / cellPixels), grid.columns - 1);
        int t = Math.min((int) (thicknessCm[i] * 8 + 0.5f), table.length - 1);
        source[row * grid.columns + column] += primary[i] * table[t];
      }
    }
    float area = (float) (1 / (cellPixels * cellPixels));
    for (int i = 0; i < source.length; i++) {
      source[i] *= area;
    }
  }

  /** The amplitude in steps of 1/8 cm up to 45 cm; beyond 30 cm the last slope goes on. */
  private static float[] amplitudeTable(double[] amplitudes) {
    float[] table = new float[45 * 8 + 1];
    for (int i = 0; i < table.length; i++) {
      double t = i / 8.0;
      int right = 1;
      while (right < THICKNESSES_CM.length - 1 && THICKNESSES_CM[right] < t) {
        right++;
      }
      double share =
          (t - THICKNESSES_CM[right - 1]) / (THICKNESSES_CM[right] - THICKNESSES_CM[right - 1]);
      double value = amplitudes[right - 1] + share * (amplitudes[right] - amplitudes[right - 1]);
      table[i] = (float) Math.max(0.05 * amplitudes[1] * Math.min(1, t / 15), value);
    }
    return table;
  }

  /** Adds the source spread by {@code exp(-r / width) / (2π width²)} to what is there. */
  private static void convolve(Grid grid, float[] source, double widthCm, float[] spread) {
    int height = grid.rows;
    int width = grid.columns;
    float[] padded = new float[height * 3 * width];
    for (int r = 0; r < height; r++) {
      System.arraycopy(source, r * width, padded, r * 3 * width + width, width);
    }
    for (int dr = -(height - 1); dr < height; dr++) {
      float[] kernel = kernelRow(grid, widthCm, dr);
      int first = Math.max(0, dr);
      int last = Math.min(height, height + dr);
      for (int r = first; r < last; r++) {
        int from = (r - dr) * 3 * width;
        for (int k = 0; k < kernel.length; k++) {
          float weight = kernel[k];
          int at = from + k + 1;
          for (int c = 0; c < width; c++) {
            spread[r * width + c] += weight * padded[at + c];
          }
        }
      }
    }
  }

  /** Kernel weights of column offsets -(columns-1) .. columns-1 at a row offset. */
  private static float[] kernelRow(Grid grid, double widthCm, int dr) {
    float[] kernel = new float[2 * grid.columns - 1];
    double norm = grid.cellCm * grid.cellCm / (2 * Math.PI * widthCm * widthCm);
    for (int k = 0; k < kernel.length; k++) {
      int dc = k - (grid.columns - 1);
      double r = Math.hypot(dr, dc) * grid.cellCm;
      // The central cell holds the mean of the cusp over a disc of its area.
      double value = dr == 0 && dc == 0 ? centre(grid.cellCm, widthCm) : Math.exp(-r / widthCm);
      kernel[k] = (float) (norm * value);
    }
    return kernel;
  }

  private static double centre(double cellCm, double widthCm) {
    double q = cellCm / Math.sqrt(Math.PI) / widthCm;
    return 2 * (1 - Math.exp(-q) * (1 + q)) / (q * q);
  }

  private static float[] enlarge(Plane plane, Grid grid, float[] spread, float factor) {
    float[] scatter = new float[plane.rows() * plane.columns()];
    double cellPixels = grid.cellCm * 10 / plane.pitchMm();
    for (int r = 0; r < plane.rows(); r++) {
      double y = Math.clamp((r + 0.5) / cellPixels - 0.5, 0, grid.rows - 1.0);
      int top = Math.min((int) y, Math.max(0, grid.rows - 2));
      int bottom = Math.min(top + 1, grid.rows - 1);
      float fy = (float) (y - top);
      for (int c = 0; c < plane.columns(); c++) {
        double x = Math.clamp((c + 0.5) / cellPixels - 0.5, 0, grid.columns - 1.0);
        int left = Math.min((int) x, Math.max(0, grid.columns - 2));
        int right = Math.min(left + 1, grid.columns - 1);
        float fx = (float) (x - left);
        float upper =
            (1 - fx) * spread[top * grid.columns + left] + fx * spread[top * grid.columns + right];
        float lower =
            (1 - fx) * spread[bottom * grid.columns + left]
                + fx * spread[bottom * grid.columns + right];
        scatter[r * plane.columns() + c] = factor * ((1 - fy) * upper + fy * lower);
      }
    }
    return scatter;
  }
}
