package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.learning.calibration.Correction.Curve;
import org.trabecula.screening.Bend;
import org.trabecula.validation.study.LeastSquares;

/**
 * The shrunk line, then a bend through a few knots: least squares with a penalty on how far a knot
 * leaves the line, then made to rise by pooling neighbours that do not (Ayer et al. 1955,
 * doi:10.1214/aoms/1177728423). Beyond its ends it shifts and no more.
 */
final class MonotoneCurve {
  /** Where the knots lie among the subjects. */
  private static final double[] SHARES = {0.10, 0.37, 0.63, 0.90};

  /** How far knots lie from the line, standard deviation, g/cm2: a judgement. */
  private static final double KNOT_SPREAD = 0.05;

  /** The bend rises nowhere more slowly than this share of the line. */
  private static final double LEAST_RISE = 0.1;

  /** Knots closer than this are one, g/cm2. */
  private static final double LEAST_DISTANCE = 0.01;

  private MonotoneCurve() {}

  static Curve of(SitePairs pairs) {
    Curve line = ShrunkLine.of(pairs);
    List<Double> at = knots(pairs, line);
    if (at.size() < 2) {
      return line;
    }
    double[] raised = raised(pairs, line, at);
    rise(at, raised, masses(pairs, line, at));
    List<Bend.Knot> knots = new ArrayList<>();
    for (int k = 0; k < at.size(); k++) {
      knots.add(new Bend.Knot(at.get(k), raised[k]));
    }
    return new Curve(line.scale(), line.offset(), new Bend(knots));
  }

  private static List<Double> knots(SitePairs pairs, Curve line) {
    List<LocalPair> sorted = new ArrayList<>(pairs.pairs());
    sorted.sort(Comparator.comparingDouble(LocalPair::mean));
    List<Double> knots = new ArrayList<>();
    double passed = 0;
    int next = 0;
    for (LocalPair pair : sorted) {
      passed += pairs.weight(pair);
      double at = line.line(pair.mean());
      while (next < SHARES.length && passed >= SHARES[next] * pairs.subjects()) {
        if (knots.isEmpty() || at >= knots.getLast() + LEAST_DISTANCE) {
          knots.add(at);
        }
        next++;
      }
    }
    return knots;
  }

  /** The share that each knot has in the value at a density. */
  private static double[] shares(List<Double> at, double density) {
    double[] shares = new double[at.size()];
    int next = 0;
    while (next < at.size() && at.get(next) < density) {
      next++;
    }
    if (next == 0 || next == at.size()) {
      shares[next == 0 ? 0 : next - 1] = 1;
    } else {
      double share = (density - at.get(next - 1)) / (at.get(next) - at.get(next - 1));
      shares[next - 1] = 1 - share;
      shares[next] = share;
    }
    return shares;
  }

  private static double[] raised(SitePairs pairs, Curve line, List<Double> at) {
    int n = pairs.size();
    int knots = at.size();
    double[][] design = new double[n + knots][];
    double[] rest = new double[n + knots];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      LocalPair pair = pairs.pairs().get(i);
      double root = Math.sqrt(pairs.weight(pair));
      double density = line.line(pair.mean());
      design[i] = shares(at, density);
      for (int k = 0; k < knots; k++) {
        design[i][k] *= root;
      }
      rest[i] = root * (pair.truth() - density);
      squares += rest[i] * rest[i];
    }
    double penalty = Math.sqrt(squares / pairs.subjects()) / KNOT_SPREAD;
    for (int k = 0; k < knots; k++) {
      design[n + k] = new double[knots];
      design[n + k][k] = penalty;
    }
    double[] raised = LeastSquares.solve(design, rest);
    for (int k = 0; k < knots; k++) {
      raised[k] += at.get(k);
    }
    return raised;
  }

  private static double[] masses(SitePairs pairs, Curve line, List<Double> at) {
    double[] masses = new double[at.size()];
    for (LocalPair pair : pairs.pairs()) {
      double[] shares = shares(at, line.line(pair.mean()));
      for (int k = 0; k < masses.length; k++) {
        masses[k] += pairs.weight(pair) * shares[k];
      }
    }
    return masses;
  }

  /** Pools neighbours until all rise; what is held back beforehand keeps them apart. */
  private static void rise(List<Double> at, double[] raised, double[] masses) {
    double[] above = new double[raised.length];
    for (int k = 0; k < above.length; k++) {
      above[k] = raised[k] - LEAST_RISE * at.get(k);
    }
    double[] pooled = Isotonic.of(above, masses);
    for (int k = 0; k < above.length; k++) {
      raised[k] = pooled[k] + LEAST_RISE * at.get(k);
    }
  }
}
