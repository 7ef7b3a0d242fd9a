package org.trabecula.densitometry;

import java.util.List;

/**
 * The change between two measurements that is more than the method's own scatter, at 95 %
 * confidence: 2.77 times the precision error (ISCD precision assessment), which is 1.96·√2.
 *
 * @param density in g/cm², positive
 */
public record LeastSignificantChange(double density) {
  private static final double FACTOR = 2.77;

  /** How a change compares with the least significant one. */
  public enum Verdict {
    BEYOND("beyond the least significant change"),
    WITHIN("within the least significant change");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The verdict in print. */
    public String label() {
      return label;
    }
  }

  public LeastSignificantChange {
    Require.positive(density, "density", "g/cm2");
  }

  /** Returns the least significant change of a method with a precision error in g/cm². */
  public static LeastSignificantChange ofPrecision(double precisionError) {
    return new LeastSignificantChange(
        FACTOR * Require.positive(precisionError, "precisionError", "g/cm2"));
  }

  /**
   * Returns the precision error: the root mean square of the subjects' standard deviations (Glüer
   * 1995, doi:10.1007/BF01774016), each weighted by its degrees of freedom.
   *
   * @param measurements for each subject at least two repeated measurements in g/cm²
   */
  public static double precisionError(List<List<Double>> measurements) {
    double squares = 0;
    int degrees = 0;
    for (List<Double> repeated : measurements) {
      if (repeated.size() < 2) {
        throw new IllegalArgumentException("A subject has fewer than two measurements");
      }
      double mean = repeated.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      squares += repeated.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
      degrees += repeated.size() - 1;
    }
    if (degrees == 0) {
      throw new IllegalArgumentException("There is no subject");
    }
    return Math.sqrt(squares / degrees);
  }

  /**
   * Returns the least significant change of the spine when fewer than four vertebrae count: 1.07,
   * 1.24 and 1.65 times that of L1-L4 for three, two and one (Rosen et al. 2024).
   *
   * @param vertebrae how many count, 1 to 4
   */
  public LeastSignificantChange forVertebrae(int vertebrae) {
    double factor =
        switch (vertebrae) {
          case 4 -> 1;
          case 3 -> 1.07;
          case 2 -> 1.24;
          case 1 -> 1.65;
          default ->
              throw new IllegalArgumentException(
                  "vertebrae is %d, not 1 to 4".formatted(vertebrae));
        };
    return new LeastSignificantChange(factor * density);
  }

  /** Compares a change in g/cm², of either sign. */
  public Verdict judge(double change) {
    Require.finite(change, "change", "g/cm2");
    return Math.abs(change) >= density ? Verdict.BEYOND : Verdict.WITHIN;
  }
}
