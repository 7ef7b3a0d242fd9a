/**
 * A model package fitted to a site: from its own pairs of radiograph and DXA, what is stated there
 * is moved, stretched or bent as far as the pairs can carry it, and the intervals are made anew.
 *
 * <p>Units in force: densities in g/cm2.
 */
@NullMarked
package org.trabecula.learning.calibration;

import org.jspecify.annotations.NullMarked;
