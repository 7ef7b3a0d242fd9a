/**
 * CT scans and label maps from files: NIfTI-1, and series of DICOM slices.
 *
 * <p>Units in force: lengths in mm, attenuation in HU. Whatever the order and direction of the
 * voxels in a file, in memory they run to the subject's left, to the front and to the head.
 */
@NullMarked
package org.trabecula.simulation.ct.files;

import org.jspecify.annotations.NullMarked;
