package org.trabecula.simulation;

/** How films are written; films saved from a viewer are 8-bit JPEG under either. */
public enum FilmFormat {
  /** A DX object with whatever tags its department kept. */
  DICOM,
  /** 16 bits, bone bright, no tags. */
  PNG
}
