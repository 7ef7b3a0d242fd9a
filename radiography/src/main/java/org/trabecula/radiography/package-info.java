/**
 * What a radiograph is, and how one is read from DICOM, PNG, TIFF or JPEG.
 *
 * <p>Units in force: lengths in mm, tube voltage in kV, tube load in mAs. Samples are row-major; a
 * larger sample means more attenuation.
 */
@NullMarked
package org.trabecula.radiography;

import org.jspecify.annotations.NullMarked;
