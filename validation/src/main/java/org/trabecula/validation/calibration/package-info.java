/**
 * Whether predictions mean what they say: lines, curves and the coverage of intervals.
 *
 * <p>Units in force: those of the values; shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation.calibration;

import org.jspecify.annotations.NullMarked;
