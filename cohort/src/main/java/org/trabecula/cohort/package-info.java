/** Who is in a study: manifests of radiographs and densities, and splits by subject. */
@NullMarked
package org.trabecula.cohort;

import org.jspecify.annotations.NullMarked;
