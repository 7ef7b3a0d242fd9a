/**
 * Agreement and diagnostic-accuracy statistics: figures that carry their interval, or the reason
 * why there is none.
 *
 * <p>Units in force: areal BMD in g/cm², shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation;

import org.jspecify.annotations.NullMarked;
