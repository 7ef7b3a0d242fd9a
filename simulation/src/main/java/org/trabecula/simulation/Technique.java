package org.trabecula.simulation;

import java.util.random.RandomGenerator;

/**
 * How beams and doses are drawn.
 *
 * @param kvp tube voltage, kV
 * @param gridless share of films without a grid
 * @param gridRatio of the others
 * @param scatter factor on the tabled ratio of scatter to primary
 * @param dose of the field's median to the detector's reference dose, even in its logarithm
 */
public record Technique(Range kvp, double gridless, Range gridRatio, Range scatter, Range dose) {

  /** The reference cohort's. */
  public static final Technique REFERENCE =
      new Technique(
          new Range(70, 90), 0.15, new Range(8, 12), new Range(0.6, 1.6), new Range(0.25, 3));

  /**
   * Bounds of an even draw.
   *
   * @param low at most {@code high}
   */
  public record Range(double low, double high) {
    public Range {
      if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException("%s to %s is no range".formatted(low, high));
      }
    }

    /** One value and no other. */
    public static Range only(double value) {
      return new Range(value, value);
    }

    /** Draws one number whatever the bounds: what is drawn later does not depend on them. */
    double draw(RandomGenerator random) {
      return low + (high - low) * random.nextDouble();
    }

    double drawLogarithm(RandomGenerator random) {
      return low * Math.pow(high / low, random.nextDouble());
    }
  }

  /** The same at other voltages, kV. */
  public Technique atKvp(Range other) {
    return new Technique(other, gridless, gridRatio, scatter, dose);
  }

  /** The same with every film behind one grid. */
  public Technique behindGrid(double ratio) {
    return new Technique(kvp, 0, Range.only(ratio), scatter, dose);
  }

  /** The same with one factor on the scatter. */
  public Technique withScatter(double factor) {
    return new Technique(kvp, gridless, gridRatio, Range.only(factor), dose);
  }

  /** The same at one dose. */
  public Technique withDose(double factor) {
    return new Technique(kvp, gridless, gridRatio, scatter, Range.only(factor));
  }
}
