/**
 * Figures that carry their interval, or the reason why there is none, and the resampling and
 * quantiles that intervals are made of. What the figures say stands in the packages below.
 *
 * <p>Units in force: areal BMD in g/cm², shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation;

import org.jspecify.annotations.NullMarked;
