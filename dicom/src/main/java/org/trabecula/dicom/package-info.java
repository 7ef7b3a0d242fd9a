/**
 * DICOM Part 10 files and data sets (PS3.5, PS3.6, PS3.10): a small toolkit of its own worth.
 *
 * <p>Reading never throws for what a file says: a reading is parsed or failed with one sentence.
 * Lengths are in bytes, tags are {@code group << 16 | element}, values are kept in little-endian
 * byte order whatever the transfer syntax was.
 */
@NullMarked
package org.trabecula.dicom;

import org.jspecify.annotations.NullMarked;
