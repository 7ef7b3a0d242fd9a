/**
 * From a manifest to batches: canonical views and truth maps prepared once, augmented on the fly.
 *
 * <p>Units in force: areal mineral in mg/cm2 in the store and g/cm2 in batches, densities in g/cm2.
 */
@NullMarked
package org.trabecula.learning.data;

import org.jspecify.annotations.NullMarked;
