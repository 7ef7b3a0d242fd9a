package org.trabecula.validation.planning;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.trabecula.validation.Require;

/**
 * The subjects that a figure needs.
 *
 * @param figure that is planned
 * @param size with and without the outcome; the latter alone where the outcome does not matter
 * @param expectedWidth of the interval with so many
 * @param chance that the interval is at most as wide as wanted
 */
public record StudySize(
    PlannedFigure figure, SampleSize size, double expectedWidth, double chance) {
  private static final int MOST = 1 << 26;

  /**
   * Returns the fewest subjects.
   *
   * @param level of confidence
   * @param assurance the chance, in (0, 1), that the interval is at most as wide as wanted; without
   *     it only the expected width is to be as wanted, which about every second study meets
   */
  public static StudySize of(PlannedFigure figure, double level, OptionalDouble assurance) {
    Require.level(level);
    assurance.ifPresent(share -> Require.openUnit(share, "assurance"));
    int subjects =
        fewest(
            figure.least(),
            n ->
                figure.expectedWidth(n, level) <= figure.width()
                    && (assurance.isEmpty() || figure.chance(n, level) >= assurance.getAsDouble()));
    return new StudySize(
        figure,
        figure.split(subjects),
        figure.expectedWidth(subjects, level),
        figure.chance(subjects, level));
  }

  /** How many have to be recruited if a share of them drops out, in [0, 1). */
  public int recruited(double dropout) {
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is %s, not within [0, 1)".formatted(dropout));
    }
    return (int) Math.ceil(size.total() / (1 - dropout) - 1e-9);
  }

  /**
   * Doubles, then bisects. Where chances ripple with whole numbers of successes, a smaller study
   * may pass by luck; the one that is returned does pass.
   */
  private static int fewest(int least, IntPredicate enough) {
    int high = least;
    while (!enough.test(high)) {
      if (high > MOST) {
        throw new IllegalArgumentException("No study is large enough for such a width");
      }
      high *= 2;
    }
    int low = Math.max(least, high / 2);
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
