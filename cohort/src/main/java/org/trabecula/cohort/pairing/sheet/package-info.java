/** Tables as people keep them, CSV and XLSX, as lines of cells under a header. */
@NullMarked
package org.trabecula.cohort.pairing.sheet;

import org.jspecify.annotations.NullMarked;
