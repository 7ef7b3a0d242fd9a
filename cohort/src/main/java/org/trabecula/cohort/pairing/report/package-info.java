/** What came of a pairing, for people and for programs. */
@NullMarked
package org.trabecula.cohort.pairing.report;

import org.jspecify.annotations.NullMarked;
