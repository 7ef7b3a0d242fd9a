/**
 * Rays through an anatomy, and the areal masses that they collect.
 *
 * <p>Units in force: lengths in mm, areal mass in g/cm² along the ray.
 */
@NullMarked
package org.trabecula.simulation.projection;

import org.jspecify.annotations.NullMarked;
