package org.trabecula.validation.monitoring;

import java.time.LocalDate;

/**
 * A rule that fired, from the first period in a row to the last.
 *
 * @param device that it fired for
 * @param quantity that it fired for
 * @param rise whether the quantity went up
 * @param from first day of the first period
 * @param to first day of the last period
 * @param periods how many in a row
 * @param lasting whether it still fires in the last period of the chart
 * @param value of the quantity in the first period
 * @param centre of the chart
 */
public record Alarm(
    String device,
    Quantity quantity,
    Rule rule,
    boolean rise,
    LocalDate from,
    LocalDate to,
    int periods,
    boolean lasting,
    double value,
    double centre) {}
