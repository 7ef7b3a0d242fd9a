package org.trabecula.densitometry;

/**
 * A linear conversion of densities between the scales of scanner makers, through standardised BMD.
 *
 * <p>Equations as tabulated by the University of Washington bone physics course: lumbar spine Hui
 * et al. 1997, femoral neck and trochanter Lu et al. 2001, total hip Hanson 1997. They were made on
 * groups: the standard error of estimate for one person is 4 to 7 % (doi:10.1007/s00198-009-1062-3
 * and its citations), so a conversion is fit for pooling and for a look at another table, and every
 * converted value carries that error. The spine equations stem from L2-L4; they are used for single
 * vertebrae and L1-L4 too.
 *
 * @param intercept in g/cm²
 * @param slope without unit
 * @param error relative standard error of estimate
 */
public record ScaleConversion(double intercept, double slope, RelativeError error) {

  /**
   * A relative standard error known as a range.
   *
   * @param least as a share of the value, not negative
   * @param most as a share of the value, at least {@code least}
   */
  public record RelativeError(double least, double most) {

    /** The error of a conversion between makers. */
    public static final RelativeError BETWEEN_MAKERS = new RelativeError(0.04, 0.07);

    /** No conversion, no error. */
    public static final RelativeError NONE = new RelativeError(0, 0);

    public RelativeError {
      if (!(least >= 0 && most >= least && most < 1)) {
        throw new IllegalArgumentException(
            "least %s and most %s are not shares in order".formatted(least, most));
      }
    }
  }

  /**
   * A converted density.
   *
   * @param density in g/cm²
   * @param standardError in g/cm², at the upper end of the published range
   */
  public record Converted(double density, double standardError) {}

  /** sBMD = intercept + slope x BMD in g/cm². */
  private record Standardisation(double intercept, double slope) {

    /** The form in which Hui et al. print the spine: slope x (BMD - centre) + 1.0436. */
    static Standardisation spine(double slope, double centre) {
      return new Standardisation(1.0436 - slope * centre, slope);
    }
  }

  private static final Standardisation IDENTITY = new Standardisation(0, 1);

  /** Returns the conversion between two scales at a site; the identity if they are the same. */
  public static ScaleConversion between(ScannerScale from, ScannerScale to, Site site) {
    if (from == to) {
      return new ScaleConversion(0, 1, RelativeError.NONE);
    }
    Standardisation there = standardisation(from, site);
    Standardisation back = standardisation(to, site);
    return new ScaleConversion(
        (there.intercept - back.intercept) / back.slope,
        there.slope / back.slope,
        RelativeError.BETWEEN_MAKERS);
  }

  /** Converts a density in g/cm². */
  public Converted apply(double density) {
    Require.positive(density, "density", "g/cm2");
    double converted = intercept + slope * density;
    return new Converted(converted, Math.abs(converted) * error.most());
  }

  private static Standardisation standardisation(ScannerScale scale, Site site) {
    return switch (scale) {
      case STANDARDISED -> IDENTITY;
      case HOLOGIC -> hologic(site);
      case LUNAR -> lunar(site);
      case NORLAND -> norland(site);
    };
  }

  private static Standardisation hologic(Site site) {
    return switch (site) {
      case FEMORAL_NECK -> new Standardisation(0.019, 1.087);
      case TROCHANTER -> new Standardisation(-0.017, 1.105);
      case TOTAL_HIP -> new Standardisation(0.006, 1.008);
      case L1, L2, L3, L4, L1_L4, L2_L4 -> Standardisation.spine(1.0550, 0.972);
    };
  }

  private static Standardisation lunar(Site site) {
    return switch (site) {
      case FEMORAL_NECK -> new Standardisation(-0.023, 0.939);
      case TROCHANTER -> new Standardisation(-0.042, 0.949);
      case TOTAL_HIP -> new Standardisation(-0.031, 0.979);
      case L1, L2, L3, L4, L1_L4, L2_L4 -> Standardisation.spine(0.9683, 1.100);
    };
  }

  private static Standardisation norland(Site site) {
    return switch (site) {
      case FEMORAL_NECK -> new Standardisation(0.006, 0.985);
      case TROCHANTER -> new Standardisation(0.057, 0.961);
      case TOTAL_HIP -> new Standardisation(0.026, 1.012);
      case L1, L2, L3, L4, L1_L4, L2_L4 -> Standardisation.spine(0.9743, 0.969);
    };
  }
}
