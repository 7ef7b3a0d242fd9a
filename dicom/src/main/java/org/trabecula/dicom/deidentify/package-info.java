/**
 * De-identification of DICOM files by the basic application level confidentiality profile and its
 * options (PS3.15 annex E), and the encrypted key that leads back.
 *
 * <p>Stricter than the profile where the profile is silent: what the dictionary does not know, free
 * text, names and dates are removed. Dates shift by whole days; boxes are in pixels.
 */
@NullMarked
package org.trabecula.dicom.deidentify;

import org.jspecify.annotations.NullMarked;
