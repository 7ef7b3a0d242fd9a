/**
 * Makes a cohort of radiographs and DXA results: who belongs to whom, who is left out and why.
 *
 * <p>Units in force: areal BMD in g/cm², age in years, height in cm, weight in kg, time in days.
 */
@NullMarked
package org.trabecula.cohort.pairing;

import org.jspecify.annotations.NullMarked;
