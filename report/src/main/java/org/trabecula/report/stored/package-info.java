/**
 * Reads back what {@code screen} wrote: {@code result.json} files, arrays of them, CSV tables.
 *
 * <p>Units in force: areal BMD in g/cm², kV, mAs, age in years.
 */
@NullMarked
package org.trabecula.report.stored;

import org.jspecify.annotations.NullMarked;
