/**
 * What a bone density is: sites, scales, references, scores and the call.
 *
 * <p>Units in force: areal BMD in g/cm², BMC in g, area in cm², age in years, height in cm, weight
 * in kg.
 */
@NullMarked
package org.trabecula.densitometry;

import org.jspecify.annotations.NullMarked;
