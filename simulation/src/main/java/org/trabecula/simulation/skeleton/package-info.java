/**
 * Bones as implicit surfaces in flat arrays, and how a ray walks through them.
 *
 * <p>Units in force: lengths in mm, densities in g/cm³, areal mass in g/cm². Axes as in the
 * anatomy: x to the subject's left, y to the front, z to the head.
 */
@NullMarked
package org.trabecula.simulation.skeleton;

import org.jspecify.annotations.NullMarked;
