/**
 * The main job: from a canonical view to a density estimate and a call, or a refusal.
 *
 * <p>Units in force: areal BMD in g/cm², BMC in g, area in cm², lengths in mm, probabilities in [0,
 * 1]. Maps and masks are row-major on the canonical grid of {@code CanonicalFrame}.
 */
@NullMarked
package org.trabecula.screening;

import org.jspecify.annotations.NullMarked;
