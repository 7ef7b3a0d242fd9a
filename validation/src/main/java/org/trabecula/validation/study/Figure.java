package org.trabecula.validation.study;

import org.trabecula.validation.Statistic;

/**
 * One line of a study's figures: what {@code figures.csv} and {@code study.json} list.
 *
 * @param site label of the site, with the view and the scale where the study has several
 * @param group whom the figure is of: {@code all}, or a trait and its value as in {@code sex=male}
 * @param statistic code of the figure, for instance {@code auc[T <= -2.5]}; docs/validation.md
 *     lists them
 * @param unit {@code g/cm2}, {@code share}, {@code per g/cm2}, {@code log odds} or empty
 * @param value the figure with its interval, or why there is none
 * @param n of how many radiographs, or where it says so how many of a class
 * @param method how the interval was made, in words
 */
public record Figure(
    String site,
    String group,
    String statistic,
    String unit,
    Statistic value,
    int n,
    String method) {}
