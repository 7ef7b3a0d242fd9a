/**
 * How a model package takes films that are not as good as the ones it was measured on: the same
 * simulated subject exposed, laid down or developed otherwise, films that should be refused, and
 * films without bone.
 *
 * <p>Everything here is synthetic and a function of the seed. Units in force: densities in g/cm2,
 * lengths in mm on the detector.
 */
@NullMarked
package org.trabecula.learning.robustness;

import org.jspecify.annotations.NullMarked;
