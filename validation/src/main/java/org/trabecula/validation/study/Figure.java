package org.trabecula.validation.study;

import org.trabecula.validation.Statistic;

/**
 * One line of a study's figures: what {@code figures.csv} and {@code validation.json} list.
 *
 * @param site name of the site's study
 * @param group whom the figure is of: {@code all}, or a trait and its value as in {@code sex=male}
 * @param statistic code of the figure, for instance {@code auc}; docs/validation.md lists them
 * @param at where it is taken, as far as the code leaves it open: the T-score, the prevalence, the
 *     rival; parts are parted by semicolons; perhaps empty
 * @param unit {@code g/cm2}, {@code per g/cm2} or empty for what has none
 * @param value the figure with its interval, or why there is none
 * @param n of how many radiographs: of sensitivity those beyond the T-score, and so on
 * @param method how the interval was made, in words
 */
public record Figure(
    String site,
    String group,
    String statistic,
    String at,
    String unit,
    Statistic value,
    int n,
    String method) {

  /** The group of all radiographs of a site. */
  public static final String ALL = "all";
}
