package org.trabecula.validation.study;

import org.trabecula.validation.Statistic;

/**
 * Errors within a subgroup.
 *
 * @param trait what the subgroup is made by, for instance {@code sex}
 * @param value which subgroup, for instance {@code female}
 * @param radiographs how many predictions
 * @param meanAbsoluteError in g/cm²
 * @param bias in g/cm²
 */
public record SubgroupFigures(
    String trait,
    String value,
    int radiographs,
    Statistic meanAbsoluteError,
    Statistic bias,
    Statistic pearson,
    Statistic coverage) {}
