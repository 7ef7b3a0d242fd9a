/**
 * Who is in a study: manifests of radiographs and densities, splits by subject, and what a reader
 * wants to know of a cohort.
 *
 * <p>Units in force: areal BMD in g/cm², age in years, height in cm, weight in kg.
 */
@NullMarked
package org.trabecula.cohort;

import org.jspecify.annotations.NullMarked;
