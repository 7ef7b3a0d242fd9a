/**
 * Subjects with an exactly known bone density, and the radiographs that an X-ray room would make of
 * them.
 *
 * <p>Units in force: lengths in mm unless a name says cm, areal mass in g/cm², photon energy in
 * keV, tube voltage in kV.
 */
@NullMarked
package org.trabecula.simulation;

import org.jspecify.annotations.NullMarked;
