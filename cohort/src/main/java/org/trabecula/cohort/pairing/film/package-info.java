/** Which radiographs there are, and what each says of itself. */
@NullMarked
package org.trabecula.cohort.pairing.film;

import org.jspecify.annotations.NullMarked;
