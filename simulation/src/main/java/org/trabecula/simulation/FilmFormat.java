package org.trabecula.simulation;

/** How films are written; films saved from a viewer are 8-bit JPEG under either. */
public enum FilmFormat {
  /** A DX object with whatever tags its department kept. */
  DICOM,
  /** The same, and beside it a picture of 16 bits, bone bright, without tags. */
  DICOM_AND_PNG,
  /** A DX object in JPEG-LS Lossless: less than half as large, the same to every reader. */
  COMPACT
}
