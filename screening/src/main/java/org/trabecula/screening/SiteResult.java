package org.trabecula.screening;

import org.trabecula.densitometry.Site;

/**
 * What is stated of one site.
 *
 * @param site that it is
 * @param mean areal BMD, g/cm²
 * @param sd of the predictive distribution, g/cm²
 * @param low end of the 90 % interval, g/cm²
 * @param high end of the 90 % interval, g/cm²
 * @param inView whether the film shows the site; otherwise it is inferred from the rest
 */
public record SiteResult(
    Site site, double mean, double sd, double low, double high, boolean inView) {}
