package org.trabecula.validation.planning;

/**
 * A figure that a study is to know with an interval of a given width.
 *
 * <p>A study that is planned for the expected width meets it in about every second case: the width
 * itself is a figure of the sample. {@link #chance} says how often.
 */
public sealed interface PlannedFigure
    permits PlannedShare, PlannedArea, PlannedError, PlannedLimits, PlannedSlope {

  /** What is planned, for instance {@code sensitivity}. */
  String label();

  /** The value that is expected. */
  double expected();

  /** The widest interval that is wanted, upper less lower end. */
  double width();

  /** The unit of expected value and width; empty for shares, areas and slopes. */
  String unit();

  /** The formula's source. */
  String source();

  /** Fewer subjects than these have no interval. */
  int least();

  /** How so many subjects divide into those with and without the outcome, if that matters. */
  SampleSize split(int subjects);

  /** The width that so many subjects are expected to give. */
  double expectedWidth(int subjects, double level);

  /** The chance that so many subjects give an interval of at most the wanted width, in [0, 1]. */
  double chance(int subjects, double level);
}
