package org.trabecula.simulation.ct;

import org.trabecula.simulation.physics.Attenuation;
import org.trabecula.simulation.physics.Substance;
import org.trabecula.simulation.projection.TissueDensity;

/**
 * What a voxel of so many HU is made of, by what its label says it belongs to. Without mineral the
 * mixture of air, fat and lean tissue attenuates at the calibration's energy exactly as the scanner
 * measured.
 */
final class Composition {
  /** Voxels of metal, HU: dense cortex stays below, and scanners clip metal at about 3071 [K]. */
  static final int METAL_HU = 2500;

  private static final int LOWEST = -1000;

  /** Voxels brighter than this may hold mineral where nothing is labelled (Agatston: 130 HU). */
  private static final double UNLABELLED_HU = 130;

  /** Contrast medium makes organs as bright as this [K]; calcifications are brighter. */
  private static final double ORGAN_HU = 300;

  /** From the brightness where mineral may begin to where all of it counts, HU [K]. */
  private static final double RAMP_HU = 100;

  /** Which of the tables a voxel is looked up in. */
  enum Kind {
    BONE,
    UNLABELLED,
    ORGAN;

    static Kind of(int label) {
      if (label == 0) {
        return UNLABELLED;
      }
      return Structures.isBone(label) ? BONE : ORGAN;
    }
  }

  private final HuCalibration calibration;
  private final double fatHu;
  private final double leanHu;
  private final float[][] mineral = new float[Kind.values().length][];
  private final float[][] lean = new float[Kind.values().length][];
  private final float[][] fat = new float[Kind.values().length][];

  Composition(HuCalibration calibration) {
    this.calibration = calibration;
    double kev = calibration.effectiveKev();
    double water = Attenuation.massCoefficient(Substance.WATER, kev);
    fatHu =
        1000
            * (TissueDensity.FAT * Attenuation.massCoefficient(Substance.ADIPOSE, kev) / water - 1);
    leanHu =
        1000
            * (TissueDensity.LEAN * Attenuation.massCoefficient(Substance.SOFT_TISSUE, kev) / water
                - 1);
    for (Kind kind : Kind.values()) {
      int size = METAL_HU - LOWEST;
      mineral[kind.ordinal()] = new float[size];
      lean[kind.ordinal()] = new float[size];
      fat[kind.ordinal()] = new float[size];
      for (int i = 0; i < size; i++) {
        put(kind, i);
      }
    }
  }

  private void put(Kind kind, int i) {
    double hu = LOWEST + i;
    double share =
        switch (kind) {
          case BONE -> 1;
          case UNLABELLED -> Math.clamp((hu - UNLABELLED_HU) / RAMP_HU, 0, 1);
          case ORGAN -> Math.clamp((hu - ORGAN_HU) / RAMP_HU, 0, 1);
        };
    double apatite = calibration.mineral(hu);
    double matrix = TissueDensity.MATRIX * apatite;
    double marrow =
        Math.max(0, 1 - apatite / TissueDensity.APATITE - matrix / TissueDensity.ORGANIC);
    double filler = Math.min(hu, calibration.emptyHu());
    mineral[kind.ordinal()][i] = (float) (share * apatite);
    lean[kind.ordinal()][i] =
        (float) (share * (matrix + marrow * softLean(filler)) + (1 - share) * softLean(hu));
    fat[kind.ordinal()][i] = (float) (share * marrow * softFat(filler) + (1 - share) * softFat(hu));
  }

  /** Lean tissue in soft tissue of so many HU, g/cm³: brighter than lean is taken as denser. */
  private double softLean(double hu) {
    if (hu >= leanHu) {
      return TissueDensity.LEAN * (hu - LOWEST) / (leanHu - LOWEST);
    }
    return TissueDensity.LEAN * Math.max(0, (hu - fatHu) / (leanHu - fatHu));
  }

  /** Fat in soft tissue of so many HU, g/cm³: darker than fat is mixed with air. */
  private double softFat(double hu) {
    if (hu >= fatHu) {
      return TissueDensity.FAT * Math.max(0, (leanHu - hu) / (leanHu - fatHu));
    }
    return TissueDensity.FAT * (hu - LOWEST) / (fatHu - LOWEST);
  }

  private static int index(int hu) {
    return Math.clamp(hu, LOWEST, METAL_HU - 1) - LOWEST;
  }

  /** Hydroxyapatite, g/cm³; none in metal. */
  float mineral(Kind kind, int hu) {
    return hu >= METAL_HU ? 0 : mineral[kind.ordinal()][index(hu)];
  }

  /** Lean tissue, matrix of bone included, g/cm³; none in metal. */
  float lean(Kind kind, int hu) {
    return hu >= METAL_HU ? 0 : lean[kind.ordinal()][index(hu)];
  }

  /** Fat, yellow marrow included, g/cm³; none in metal. */
  float fat(Kind kind, int hu) {
    return hu >= METAL_HU ? 0 : fat[kind.ordinal()][index(hu)];
  }

  /** Metal, g/cm³. */
  static float metal(int hu) {
    return hu >= METAL_HU ? (float) TissueDensity.METAL : 0;
  }
}
