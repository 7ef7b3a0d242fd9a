package org.trabecula.simulation;

/** How films are written; films saved from a viewer are 8-bit JPEG under either. */
public enum FilmFormat {
  /** A DX object with whatever tags its department kept. */
  DICOM,
  /** The same, and beside it a picture of 16 bits, bone bright, without tags. */
  DICOM_AND_PNG
}
