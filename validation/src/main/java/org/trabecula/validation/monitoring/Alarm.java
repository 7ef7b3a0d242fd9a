package org.trabecula.validation.monitoring;

import java.time.LocalDate;

/**
 * A rule that fired, from its first period to its last; a few quiet periods in between do not end
 * it.
 *
 * @param device that it fired for
 * @param quantity that it fired for
 * @param rise whether the quantity went up
 * @param begun first day of the period in which the change most likely began, {@code from} or
 *     earlier
 * @param from first day of the first period
 * @param to first day of the last period
 * @param periods in which it fired
 * @param lasting whether it still goes on at the end of the chart
 * @param value of the quantity since it began, the mean over its films
 * @param centre of the chart
 */
public record Alarm(
    String device,
    Quantity quantity,
    Rule rule,
    boolean rise,
    LocalDate begun,
    LocalDate from,
    LocalDate to,
    int periods,
    boolean lasting,
    double value,
    double centre) {}
