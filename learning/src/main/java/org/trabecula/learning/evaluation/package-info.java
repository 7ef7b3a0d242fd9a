/**
 * How good a model package is on radiographs whose densities are known, by the same path as
 * screening.
 *
 * <p>Units in force: densities in g/cm2.
 */
@NullMarked
package org.trabecula.learning.evaluation;

import org.jspecify.annotations.NullMarked;
