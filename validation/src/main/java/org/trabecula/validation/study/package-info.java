/**
 * The evaluation of a study: predictions of each site beside truth, baseline and floor, and the
 * report.
 *
 * <p>Units in force: areal BMD in g/cm², T-scores in standard deviations of young adults.
 */
@NullMarked
package org.trabecula.validation.study;

import org.jspecify.annotations.NullMarked;
