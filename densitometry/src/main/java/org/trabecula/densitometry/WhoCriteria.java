package org.trabecula.densitometry;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * The densitometric ranges of the World Health Organization (Technical Report Series 843, 1994).
 * They are made for DXA, for women after the menopause and men of 50 and above; below that age the
 * Z-score decides. An estimate from a radiograph falls into a range, it makes no diagnosis.
 */
public final class WhoCriteria {

  /** T-score below which bone mass is low. */
  public static final double LOW_BONE_MASS = -1;

  /** T-score up to which it is in the osteoporotic range. */
  public static final double OSTEOPOROSIS = -2.5;

  /** Age in years from which the ranges hold for both sexes. */
  public static final double LEAST_AGE_YEARS = 50;

  /** A range of T-scores. */
  public enum Range {
    NOT_LOW("not in the low range"),
    LOW_BONE_MASS("low bone mass range"),
    OSTEOPOROSIS("osteoporosis range"),
    SEVERE_OSTEOPOROSIS("osteoporosis range with a fragility fracture");

    private final String label;

    Range(String label) {
      this.label = label;
    }

    /** The range in print. */
    public String label() {
      return label;
    }
  }

  private WhoCriteria() {}

  /** Returns the range of a T-score. */
  public static Range range(double tScore, boolean fragilityFracture) {
    Require.finite(tScore, "tScore", "SD");
    if (tScore <= OSTEOPOROSIS) {
      return fragilityFracture ? Range.SEVERE_OSTEOPOROSIS : Range.OSTEOPOROSIS;
    }
    return tScore < LOW_BONE_MASS ? Range.LOW_BONE_MASS : Range.NOT_LOW;
  }

  /** The lowest T-score, which decides where several sites were measured; empty without any. */
  public static OptionalDouble lowest(Collection<TScore> scores) {
    return scores.stream().mapToDouble(TScore::value).min();
  }

  /** Whether the age is known and high enough for T-scores to be the right measure. */
  public static boolean appliesTo(Subject subject) {
    return subject.ageYears().isPresent() && subject.ageYears().getAsDouble() >= LEAST_AGE_YEARS;
  }
}
