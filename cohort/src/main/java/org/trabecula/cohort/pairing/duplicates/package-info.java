/** Which radiographs are one picture kept twice. */
@NullMarked
package org.trabecula.cohort.pairing.duplicates;

import org.jspecify.annotations.NullMarked;
