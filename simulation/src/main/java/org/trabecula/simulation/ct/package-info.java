/**
 * Subjects from computed tomography: voxels become partial-volume grids of mineral, lean tissue,
 * fat and metal, and the same areal masses, regions and densities as a simulated anatomy.
 *
 * <p>Units in force: lengths in mm, attenuation in Hounsfield units (HU), mass density in g/cm³,
 * areal mass in g/cm². Axes are the body's: x to the subject's left, y to the front, z to the head.
 */
@NullMarked
package org.trabecula.simulation.ct;

import org.jspecify.annotations.NullMarked;
