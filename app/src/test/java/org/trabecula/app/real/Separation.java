package org.trabecula.app.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.RocArea;

/**
 * How well a ridge-penalised logistic regression tells two kinds of examples apart, each example
 * judged by a regression that saw none of its group.
 */
final class Separation {
  private static final int FOLDS = 5;

  /** Penalty on standardised weights, half its square. */
  private static final double RIDGE = 1;

  private static final int NEWTON_STEPS = 25;

  private Separation() {}

  /** One example: standardised within the training folds only. */
  record Example(String group, boolean positive, List<Double> features) {}

  /** Area under the curve of the held-out scores, with its 95 % interval. */
  static Statistic area(List<Example> examples, long seed) {
    double[] scores = heldOut(examples, seed);
    return RocArea.of(scores(examples, scores, true), scores(examples, scores, false), 0.95);
  }

  private static double[] scores(List<Example> examples, double[] scores, boolean positive) {
    return IntStream.range(0, scores.length)
        .filter(i -> examples.get(i).positive() == positive)
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  private static double[] heldOut(List<Example> examples, long seed) {
    List<String> groups = new ArrayList<>();
    for (boolean kind : new boolean[] {false, true}) {
      // Each kind is dealt out on its own, so that no fold lacks one.
      List<String> own =
          new ArrayList<>(
              examples.stream()
                  .filter(e -> e.positive() == kind)
                  .map(Example::group)
                  .distinct()
                  .toList());
      Collections.shuffle(own, new Random(seed));
      own.removeAll(groups);
      groups.addAll(own);
    }
    double[] scores = new double[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      boolean[] out = new boolean[examples.size()];
      for (int i = 0; i < out.length; i++) {
        out[i] = groups.indexOf(examples.get(i).group()) % FOLDS == held;
      }
      List<Example> seen =
          IntStream.range(0, out.length).filter(i -> !out[i]).mapToObj(examples::get).toList();
      Model model = Model.fitted(seen);
      for (int i = 0; i < out.length; i++) {
        scores[i] = out[i] ? model.score(examples.get(i)) : scores[i];
      }
    }
    return scores;
  }

  /** Mean and spread per feature, then weights, the last being the intercept. */
  private record Model(double[] means, double[] spreads, double[] weights) {
    static Model fitted(List<Example> seen) {
      int n = seen.getFirst().features().size();
      double[] means = new double[n];
      double[] spreads = new double[n];
      for (int k = 0; k < n; k++) {
        int at = k;
        double[] column = seen.stream().mapToDouble(e -> e.features().get(at)).toArray();
        means[k] = Arrays.stream(column).average().orElseThrow();
        double mean = means[k];
        spreads[k] =
            1e-9
                + Math.sqrt(
                    Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / column.length);
      }
      Model model = new Model(means, spreads, new double[n + 1]);
      for (int step = 0; step < NEWTON_STEPS; step++) {
        model.newtonStep(seen);
      }
      return model;
    }

    double score(Example example) {
      double[] x = standardised(example);
      return IntStream.range(0, x.length).mapToDouble(k -> x[k] * weights[k]).sum();
    }

    private double[] standardised(Example example) {
      double[] x = new double[weights.length];
      Arrays.setAll(
          x, k -> k < means.length ? (example.features().get(k) - means[k]) / spreads[k] : 1);
      return x;
    }

    private void newtonStep(List<Example> seen) {
      int n = weights.length;
      double[][] curvature = new double[n][n];
      double[] slope = new double[n];
      for (int k = 0; k < n; k++) {
        double penalty = k + 1 < n ? RIDGE : 1e-6;
        curvature[k][k] = penalty;
        slope[k] = penalty * weights[k];
      }
      for (Example example : seen) {
        double[] x = standardised(example);
        double p = 1 / (1 + Math.exp(-score(example)));
        double weight = Math.max(p * (1 - p), 1e-9);
        for (int j = 0; j < n; j++) {
          slope[j] += (p - (example.positive() ? 1 : 0)) * x[j];
          for (int k = 0; k <= j; k++) {
            curvature[j][k] += weight * x[j] * x[k];
          }
        }
      }
      double[] step = solved(curvature, slope);
      for (int k = 0; k < n; k++) {
        weights[k] -= step[k];
      }
    }

    /** Solves a symmetric positive system, of which the lower half is given, by Cholesky. */
    private static double[] solved(double[][] a, double[] b) {
      int n = b.length;
      double[] x = b.clone();
      for (int j = 0; j < n; j++) {
        for (int k = 0; k <= j; k++) {
          double sum = a[j][k];
          for (int i = 0; i < k; i++) {
            sum -= a[j][i] * a[k][i];
          }
          a[j][k] = j == k ? Math.sqrt(sum) : sum / a[k][k];
        }
        for (int i = 0; i < j; i++) {
          x[j] -= a[j][i] * x[i];
        }
        x[j] /= a[j][j];
      }
      for (int j = n - 1; j >= 0; j--) {
        for (int i = j + 1; i < n; i++) {
          x[j] -= a[i][j] * x[i];
        }
        x[j] /= a[j][j];
      }
      return x;
    }
  }
}
