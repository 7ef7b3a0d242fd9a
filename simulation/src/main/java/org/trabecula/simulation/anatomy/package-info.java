/**
 * The body of one subject as implicit surfaces: bones with a cortical shell over trabecular bone,
 * soft tissue, gas and calcifications.
 *
 * <p>Units in force: lengths in mm, densities in g/cm³. The origin is the centre of L3; x points to
 * the subject's left, y to the front, z to the head.
 */
@NullMarked
package org.trabecula.simulation.anatomy;

import org.jspecify.annotations.NullMarked;
