/**
 * How well a test finds who is positive in truth: tables, curves and areas, and what a decision
 * gains.
 *
 * <p>Units in force: those of the values; shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation.diagnosis;

import org.jspecify.annotations.NullMarked;
