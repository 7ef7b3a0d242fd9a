package org.trabecula.validation.monitoring;

/** What a quantity was like in the baseline period of a device. */
public sealed interface Baseline {

  /** How many films it is of. */
  int films();

  /** How many periods it is of. */
  int periods();

  /** How many films or periods were left out because they were not like the rest. */
  int leftOut();

  /** The correlation of a period's score with the next one's. */
  double autocorrelation();

  /**
   * Of a mean or a spread.
   *
   * @param mix what is expected of a film
   * @param centre mean of the baseline's values, around which the chart is drawn
   * @param sd standard deviation of what is left after adjustment, with its degrees of freedom
   *     below
   * @param kurtosis of what is left, at least 3: it widens the limits of the spread
   */
  record Values(
      CaseMix mix,
      double centre,
      double sd,
      double kurtosis,
      int films,
      int periods,
      int leftOut,
      double autocorrelation)
      implements Baseline {
    public Values {
      if (!(sd > 0) || !Double.isFinite(centre) || !(kurtosis >= 3)) {
        throw new IllegalArgumentException(
            "Centre %s, sd %s, kurtosis %s".formatted(centre, sd, kurtosis));
      }
    }

    int degreesOfFreedom() {
      return Math.max(1, films - mix.parameters());
    }
  }

  /**
   * Of a share.
   *
   * @param events among the films
   */
  record Share(int events, int films, int periods, int leftOut, double autocorrelation)
      implements Baseline {
    public Share {
      if (events < 0 || events > films || films < 1) {
        throw new IllegalArgumentException("%d events among %d films".formatted(events, films));
      }
    }
  }
}
