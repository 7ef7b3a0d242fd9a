/**
 * Decoders for compressed frames (PS3.5 section 8.2): bytes of one frame to stored values. One
 * encoder, of JPEG-LS, goes the other way.
 *
 * <p>A decoder knows nothing of data sets. It checks the announced shape before it allocates.
 * Samples are interleaved by pixel, row by row.
 */
@NullMarked
package org.trabecula.dicom.codec;

import org.jspecify.annotations.NullMarked;
