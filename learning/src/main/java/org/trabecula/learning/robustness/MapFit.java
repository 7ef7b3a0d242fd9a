package org.trabecula.learning.robustness;

import java.util.OptionalDouble;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.MapGrid;
import org.trabecula.radiography.Radiograph;
import org.trabecula.screening.Measured;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Projection;

/**
 * A mineral map beside the true one, pixel by pixel of the canonical view.
 *
 * @param inRegions correlation within the measured regions, if both maps vary
 * @param inField correlation within the collimated field
 * @param errorInRegions mean absolute difference within the regions, g/cm²
 * @param errorInField the same within the field
 */
record MapFit(
    OptionalDouble inRegions, OptionalDouble inField, double errorInRegions, double errorInField) {

  static MapFit of(Radiograph radiograph, Measured measured, Projection projection) {
    CanonicalView canonical = measured.canonical();
    CanonicalFrame frame = canonical.frame();
    MapGrid grid = MapGrid.of(radiograph);
    float[] truth = frame.resample(projection.masses().map(Material.HYDROXYAPATITE), grid);
    float[] regions = frame.resample(mask(projection), grid);
    float[] stated = measured.output().mineral().values();
    boolean[] inField = new boolean[stated.length];
    boolean[] inRegions = new boolean[stated.length];
    for (int i = 0; i < stated.length; i++) {
      int down = i / CanonicalFrame.COLUMNS;
      int across = i % CanonicalFrame.COLUMNS;
      int row = (int) Math.round(frame.row(down));
      int column = (int) Math.round(frame.column(across));
      inField[i] = canonical.field().contains(row, column);
      inRegions[i] = inField[i] && regions[i] >= 0.5f;
    }
    Pairs ofRegions = Pairs.of(stated, truth, inRegions);
    Pairs ofField = Pairs.of(stated, truth, inField);
    return new MapFit(
        ofRegions.correlation(), ofField.correlation(), ofRegions.error(), ofField.error());
  }

  private static float[] mask(Projection projection) {
    int flags = Places.flags(projection.positioning().view());
    byte[] all = projection.regions().flags();
    float[] mask = new float[all.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (all[i] & flags) == 0 ? 0 : 1;
    }
    return mask;
  }

  /** Values of both maps at the same pixels. */
  private static final class Pairs {
    private final double[] stated;
    private final double[] truth;

    private Pairs(double[] stated, double[] truth) {
      this.stated = stated;
      this.truth = truth;
    }

    static Pairs of(float[] stated, float[] truth, boolean[] where) {
      double[] x = new double[stated.length];
      double[] y = new double[stated.length];
      int n = 0;
      for (int i = 0; i < where.length; i++) {
        if (where[i]) {
          x[n] = stated[i];
          y[n++] = truth[i];
        }
      }
      return new Pairs(java.util.Arrays.copyOf(x, n), java.util.Arrays.copyOf(y, n));
    }

    OptionalDouble correlation() {
      return Figures.pearson(stated, truth);
    }

    double error() {
      double sum = 0;
      for (int i = 0; i < stated.length; i++) {
        sum += Math.abs(stated[i] - truth[i]);
      }
      return stated.length == 0 ? 0 : sum / stated.length;
    }
  }
}
