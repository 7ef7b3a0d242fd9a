/**
 * What a DXA scanner measured, read from tables and from DICOM structured reports.
 *
 * <p>Units in force: areal BMD in g/cm², age in years, height in cm, weight in kg.
 */
@NullMarked
package org.trabecula.cohort.pairing.dxa;

import org.jspecify.annotations.NullMarked;
