package org.trabecula.learning.calibration;

import java.util.Arrays;
import java.util.List;
import org.trabecula.learning.calibration.Correction.LastLayer;

/**
 * Another last layer by ridge regression: of truth less estimate on the features that the layer
 * reads, so that with few pairs it stays the parent's. The layer is linear, hence this is what
 * training it to the end with weight decay towards the parent would find. How strongly it is drawn
 * back is chosen by the errors with each film left out, which have a closed form.
 */
final class LastLayerFit {
  /** Penalties for each subject, on coefficients of standardised features. */
  private static final double[] PENALTIES = {0.1, 0.3, 1, 3, 10, 30};

  private final SitePairs pairs;
  private final int size;
  private final double[] centre;
  private final double[] spread;
  private final double offset;

  private LastLayerFit(SitePairs pairs) {
    this.pairs = pairs;
    this.size = features(pairs.pairs().getFirst()).size();
    this.centre = new double[size];
    this.spread = new double[size];
    for (int k = 0; k < size; k++) {
      int feature = k;
      centre[k] = pairs.mean(pair -> features(pair).at(feature));
      spread[k] =
          Math.sqrt(pairs.mean(p -> Math.pow(features(p).at(feature) - centre[feature], 2)));
    }
    floor();
    this.offset = pairs.mean(pair -> pair.truth() - pair.mean());
  }

  /**
   * A feature that hardly varies among these pairs may vary among others: none is stretched to more
   * than the median one.
   */
  private void floor() {
    double[] sorted = spread.clone();
    Arrays.sort(sorted);
    double median = sorted[size / 2];
    for (int k = 0; k < size; k++) {
      spread[k] = Math.max(spread[k], median);
    }
  }

  static LastLayer of(SitePairs pairs) {
    return new LastLayerFit(pairs).best();
  }

  private static Features features(LocalPair pair) {
    return pair.features().orElseThrow();
  }

  private LastLayer best() {
    List<LocalPair> all = pairs.pairs();
    double[][] rows = new double[all.size()][];
    double[] rest = new double[all.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(all.get(i));
      rest[i] =
          Math.sqrt(pairs.weight(all.get(i))) * (all.get(i).truth() - all.get(i).mean() - offset);
    }
    double[][] gram = gram(rows);
    double[] best = new double[size];
    double least = Double.POSITIVE_INFINITY;
    // The strongest first: of equals it stays closest to the parent.
    for (int p = PENALTIES.length - 1; p >= 0; p--) {
      Cholesky root = Cholesky.of(gram, PENALTIES[p] * pairs.subjects());
      double[] coefficients = root.solve(products(rows, rest));
      double squares = leftOut(rows, rest, root, coefficients);
      if (squares < least) {
        least = squares;
        best = coefficients;
      }
    }
    return unstandardised(best);
  }

  /** Standardised features times the root of the film's weight; 0 where they do not vary. */
  private double[] row(LocalPair pair) {
    double root = Math.sqrt(pairs.weight(pair));
    double[] row = new double[size];
    for (int k = 0; k < size; k++) {
      row[k] = spread[k] > 1e-9 ? root * (features(pair).at(k) - centre[k]) / spread[k] : 0;
    }
    return row;
  }

  private double[][] gram(double[][] rows) {
    double[][] gram = new double[size][size];
    for (double[] row : rows) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k <= j; k++) {
          gram[j][k] += row[j] * row[k];
        }
      }
    }
    return gram;
  }

  private double[] products(double[][] rows, double[] rest) {
    double[] products = new double[size];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < size; k++) {
        products[k] += rows[i][k] * rest[i];
      }
    }
    return products;
  }

  /** The sum of squared errors with each film left out: residual over 1 less leverage. */
  private double leftOut(double[][] rows, double[] rest, Cholesky root, double[] coefficients) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double residual = rest[i];
      for (int k = 0; k < size; k++) {
        residual -= coefficients[k] * rows[i][k];
      }
      double leverage = root.norm(rows[i]) + 1.0 / rows.length;
      sum += Math.pow(residual / Math.max(1e-6, 1 - leverage), 2);
    }
    return sum;
  }

  private LastLayer unstandardised(double[] coefficients) {
    double[] weights = new double[size];
    double moved = offset;
    for (int k = 0; k < size; k++) {
      weights[k] = spread[k] > 1e-9 ? coefficients[k] / spread[k] : 0;
      moved -= weights[k] * centre[k];
    }
    return new LastLayer(moved, Features.copyOf(weights));
  }
}
