/**
 * How estimates and truths go together, and how well a method repeats itself: errors, limits of
 * agreement, correlations and lines. Intervals assume one pair for each subject, except those from
 * resampled subjects.
 *
 * <p>Units in force: those of the values; shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation.agreement;

import org.jspecify.annotations.NullMarked;
