/**
 * From areal masses to what a detector reads: attenuation, tungsten spectrum, scatter and grid,
 * blur, noise.
 *
 * <p>Units in force: photon energy in keV, tube voltage in kV, filtration in mm aluminium, areal
 * mass in g/cm², lengths on the detector in mm. A signal of 1 is what the detector reads without an
 * object in the beam.
 */
@NullMarked
package org.trabecula.simulation.physics;

import org.jspecify.annotations.NullMarked;
