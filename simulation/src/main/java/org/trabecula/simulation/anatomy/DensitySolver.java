package org.trabecula.simulation.anatomy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.dxa.DxaScan;
import org.trabecula.simulation.population.Densities;
import org.trabecula.simulation.skeleton.DensityGroup;
import org.trabecula.simulation.skeleton.Mineral;

/**
 * Scales the densities of spine, neck and the rest of the femur until the densitometer reads what
 * was drawn. Trabecular density takes most of it, cortical density the square root, within bounds:
 * osteoporotic cortex is thinner and more porous, not empty.
 */
final class DensitySolver {
  private static final double SPINE_TRABECULAR = 0.14;
  private static final double FEMUR_TRABECULAR = 0.22;
  private static final double OTHER_TRABECULAR = 0.14;
  private static final double LEAST = 1e-3;
  private static final double MOST = 9;
  private static final int HALVINGS = 26;
  private static final int ROUNDS = 6;

  private final DxaScan scan;
  private final Map<DensityGroup, Mineral.Pair> pairs = new EnumMap<>(DensityGroup.class);

  private DensitySolver(DxaScan scan) {
    this.scan = scan;
  }

  static Mineral solve(DxaScan scan, Densities wanted) {
    DensitySolver solver = new DensitySolver(scan);
    solver.set(DensityGroup.NECK, 1);
    solver.set(DensityGroup.FEMUR, 1);
    solver.set(DensityGroup.OTHER, Math.sqrt(wanted.totalHip() / 0.85));
    solver.pairs.put(DensityGroup.CALCIFICATION, new Mineral.Pair(0.35, 0.35));
    solver.fit(DensityGroup.SPINE, Site.L1_L4, wanted.spine());
    for (int round = 0; round < ROUNDS; round++) {
      solver.fit(DensityGroup.NECK, Site.FEMORAL_NECK, wanted.neck());
      solver.fit(DensityGroup.FEMUR, Site.TOTAL_HIP, wanted.totalHip());
    }
    return new Mineral(solver.pairs);
  }

  private void set(DensityGroup group, double scale) {
    double base =
        switch (group) {
          case SPINE -> SPINE_TRABECULAR;
          case NECK, FEMUR -> FEMUR_TRABECULAR;
          case OTHER, CALCIFICATION -> OTHER_TRABECULAR;
        };
    double cortical = Mineral.CORTICAL * Math.clamp(Math.sqrt(scale), 0.55, 1.12);
    pairs.put(group, new Mineral.Pair(cortical, Math.min(1.9, base * scale)));
  }

  /** Halves the interval of a scale, in logarithms, until a site reads what it should. */
  private void fit(DensityGroup group, Site site, double wanted) {
    DoubleUnaryOperator read =
        scale -> {
          set(group, scale);
          for (DensityGroup other : DensityGroup.values()) {
            pairs.computeIfAbsent(other, g -> new Mineral.Pair(Mineral.CORTICAL, 0.14));
          }
          return scan.bmd(site, new Mineral(pairs));
        };
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (read.applyAsDouble(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    set(group, Math.sqrt(low * high));
    Objects.requireNonNull(pairs.get(group));
  }
}
