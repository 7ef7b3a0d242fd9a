package org.trabecula.simulation.look;

/**
 * A tone curve from [0, 1] to [0, 1], never falling: an S of a given steepness around a centre,
 * then a gamma, then a share of histogram equalisation.
 *
 * @param steepness of the logistic, in [0, 10]; 0 is a straight line
 * @param centre where the S is steepest, and where the field's median is put before it, in (0, 1)
 * @param gamma exponent, in [0.4, 2.5]
 * @param equalisation share of histogram equalisation, in [0, 1]
 */
public record Tone(double steepness, double centre, double gamma, double equalisation) {
  public Tone {
    if (!(steepness >= 0 && steepness <= 10)
        || !(centre > 0 && centre < 1)
        || !(gamma >= 0.4 && gamma <= 2.5)
        || !(equalisation >= 0 && equalisation <= 1)) {
      throw new IllegalArgumentException(
          "steepness is %s, centre %s, gamma %s, equalisation %s"
              .formatted(steepness, centre, gamma, equalisation));
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
    return Math.pow(Math.clamp(s, 0, 1), gamma);
  }

  /** The exponent that brings a median within the window to the centre of the S. */
  double exponentFor(double median) {
    return Math.clamp(Math.log(centre) / Math.log(Math.clamp(median, 0.02, 0.98)), 0.3, 4);
  }

  private double logistic(double x) {
    return 1 / (1 + Math.exp(-steepness * (x - centre)));
  }
}
