package org.trabecula.learning.packaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.screening.FractureSigns;
import org.trabecula.screening.VertebraPatches;
import org.trabecula.validation.study.LeastSquares;

/**
 * Fits signs of fractures: ridge regression on 0 for a whole and 1 for a fractured vertebra, over
 * patches from which the mean of whole vertebrae of the level is taken.
 */
final class FractureFit {
  /** Of standardised numbers, some thousand vertebrae: chosen on simulated training films. */
  private static final double PENALTY = 1000;

  private static final int LEVELS = 4;

  private FractureFit() {}

  /** A vertebra with its patch. */
  static final class Vertebra {
    final int level;
    final double[] patch;
    final boolean fractured;

    /**
     * Keeps a copy of the patch.
     *
     * @param level 0 for L1 to 3 for L4
     */
    Vertebra(int level, double[] patch, boolean fractured) {
      if (level < 0 || level >= LEVELS || patch.length != VertebraPatches.LENGTH) {
        throw new IllegalArgumentException("Level %d, %d numbers".formatted(level, patch.length));
      }
      this.level = level;
      this.patch = patch.clone();
      this.fractured = fractured;
    }
  }

  /** The signs, with a limit of 1: half of all fractured ones lie far below it. */
  static FractureSigns of(List<Vertebra> vertebrae) {
    int n = VertebraPatches.LENGTH;
    double[][] means = means(vertebrae);
    double[] spreads = spreads(vertebrae, means);
    double[][] design = new double[vertebrae.size() + n][n + 1];
    double[] truths = new double[design.length];
    for (int row = 0; row < vertebrae.size(); row++) {
      Vertebra vertebra = vertebrae.get(row);
      for (int i = 0; i < n; i++) {
        design[row][i] = (vertebra.patch[i] - means[vertebra.level][i]) / spreads[i];
      }
      design[row][n] = 1;
      truths[row] = vertebra.fractured ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      design[vertebrae.size() + i][i] = Math.sqrt(PENALTY);
    }
    return signs(LeastSquares.solve(design, truths), means, spreads);
  }

  /** The regression in terms of patches as they are. */
  private static FractureSigns signs(double[] coefficients, double[][] means, double[] spreads) {
    int n = VertebraPatches.LENGTH;
    List<Double> weights = new ArrayList<>();
    double[] levels = new double[LEVELS];
    Arrays.fill(levels, coefficients[n]);
    for (int i = 0; i < n; i++) {
      double weight = coefficients[i] / spreads[i];
      weights.add(weight);
      for (int level = 0; level < LEVELS; level++) {
        levels[level] -= weight * means[level][i];
      }
    }
    return new FractureSigns(weights, Arrays.stream(levels).boxed().toList(), 1);
  }

  /** Of whole vertebrae, by level. */
  private static double[][] means(List<Vertebra> vertebrae) {
    double[][] means = new double[LEVELS][VertebraPatches.LENGTH];
    for (int level = 0; level < LEVELS; level++) {
      int of = level;
      List<Vertebra> whole = vertebrae.stream().filter(v -> v.level == of && !v.fractured).toList();
      for (Vertebra vertebra : whole) {
        for (int i = 0; i < vertebra.patch.length; i++) {
          means[level][i] += vertebra.patch[i] / whole.size();
        }
      }
    }
    return means;
  }

  private static double[] spreads(List<Vertebra> vertebrae, double[][] means) {
    double[] spreads = new double[VertebraPatches.LENGTH];
    for (int i = 0; i < spreads.length; i++) {
      double squares = 0;
      for (Vertebra vertebra : vertebrae) {
        double difference = vertebra.patch[i] - means[vertebra.level][i];
        squares += difference * difference / vertebrae.size();
      }
      spreads[i] = Math.max(Math.sqrt(squares), 1e-3);
    }
    return spreads;
  }
}
