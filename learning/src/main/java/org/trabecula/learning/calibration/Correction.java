package org.trabecula.learning.calibration;

import org.trabecula.screening.Bend;

/** What becomes of the parent's statement at a site: a closed choice. */
public sealed interface Correction {
  /** The stated mean for a film, g/cm2. */
  double mean(LocalPair pair);

  /** The stated standard deviation for a film before its interval is made anew, g/cm2. */
  double sd(LocalPair pair);

  /**
   * A rising function of the parent's mean, {@code bend(scale * mean + offset)}.
   *
   * @param scale positive
   * @param offset g/cm2
   * @param bend what follows the line
   */
  record Curve(double scale, double offset, Bend bend) implements Correction {
    /** The parent's statement as it is. */
    static final Curve IDENTITY = new Curve(1, 0, Bend.NONE);

    public Curve {
      if (!(scale > 0 && Double.isFinite(scale)) || !Double.isFinite(offset)) {
        throw new IllegalArgumentException("Scale %s, offset %s g/cm2".formatted(scale, offset));
      }
    }

    /** The line's value. */
    double line(double mean) {
      return scale * mean + offset;
    }

    @Override
    public double mean(LocalPair pair) {
      return bend.at(line(pair.mean()));
    }

    @Override
    public double sd(LocalPair pair) {
      return scale * pair.sd();
    }
  }

  /**
   * Another last layer of the network: {@code mean + offset + weights * features}.
   *
   * @param offset g/cm2
   * @param weights g/cm2 for each feature
   */
  record LastLayer(double offset, Features weights) implements Correction {
    @Override
    public double mean(LocalPair pair) {
      return pair.mean() + offset + weights.times(pair.features().orElseThrow());
    }

    @Override
    public double sd(LocalPair pair) {
      return pair.sd();
    }
  }
}
