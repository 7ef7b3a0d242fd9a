package org.trabecula.simulation.look;

/**
 * A tone curve from [0, 1] to [0, 1], never falling: an S of a given steepness around a centre,
 * then a gamma, a shoulder, and a share of histogram equalisation.
 *
 * @param steepness of the logistic, in [0, 10]; 0 is a straight line
 * @param centre where the S is steepest, and where the field's median is put before it, in (0, 1)
 * @param gamma exponent, in [0.4, 2.5]
 * @param shoulder how strongly the bright end, where the bone lies, is compressed, in [0, 5]: the
 *     logarithm of the slope at black over that at white, as the toe of a film does it
 * @param equalisation share of histogram equalisation, in [0, 1]
 */
public record Tone(
    double steepness, double centre, double gamma, double shoulder, double equalisation) {
  public Tone {
    if (!(steepness >= 0 && steepness <= 10)
        || !(centre > 0 && centre < 1)
        || !(gamma >= 0.4 && gamma <= 2.5)
        || !(shoulder >= 0 && shoulder <= 5)
        || !(equalisation >= 0 && equalisation <= 1)) {
      throw new IllegalArgumentException(
          "steepness is %s, centre %s, gamma %s, shoulder %s, equalisation %s"
              .formatted(steepness, centre, gamma, shoulder, equalisation));
    }
  }

  /** The curve without its share of equalisation. */
  public double at(double value) {
    double x = Math.clamp(value, 0, 1);
    double s = x;
    if (steepness > 1e-6) {
      double bottom = logistic(0);
      s = (logistic(x) - bottom) / (logistic(1) - bottom);
    }
    return shouldered(Math.pow(Math.clamp(s, 0, 1), gamma), shoulder);
  }

  private static double shouldered(double value, double shoulder) {
    return shoulder < 1e-6 ? value : Math.expm1(-shoulder * value) / Math.expm1(-shoulder);
  }

  /** The value that a shoulder lifts to the given one. */
  static double beforeShoulder(double value, double shoulder) {
    return shoulder < 1e-6 ? value : -Math.log1p(value * Math.expm1(-shoulder)) / shoulder;
  }

  /** The exponent that brings a median within the window to the centre of the S. */
  double exponentFor(double median) {
    return Math.clamp(Math.log(centre) / Math.log(Math.clamp(median, 0.02, 0.98)), 0.3, 4);
  }

  private double logistic(double x) {
    return 1 / (1 + Math.exp(-steepness * (x - centre)));
  }
}
