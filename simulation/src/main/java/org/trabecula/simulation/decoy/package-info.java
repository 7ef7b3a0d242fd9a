/**
 * Films that are neither a lumbar spine nor a hip, for teaching the view network to refuse:
 * analytic scenes that go through the same physics and looks. Layouts, not anatomy.
 *
 * <p>Units in force: lengths in mm on the detector, areal mass in g/cm², densities in g/cm³.
 */
@NullMarked
package org.trabecula.simulation.decoy;

import org.jspecify.annotations.NullMarked;
