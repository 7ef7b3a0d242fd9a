/**
 * Metal and other foreign bodies as analytic solids, and how far a camera's rays run through them.
 *
 * <p>Units in force: lengths in mm, densities in g/cm³, areal masses in g/cm². Axes as in a body: x
 * to the subject's left, y to the front, z to the head.
 */
@NullMarked
package org.trabecula.simulation.hardware;

import org.jspecify.annotations.NullMarked;
