package org.trabecula.radiography;

/** Pixel Intensity Relationship (0028,1040): how stored values follow the beam's intensity. */
public enum PixelIntensity {
  /** Proportional to it. */
  LIN,
  /** To its logarithm. */
  LOG,
  /** Made for display. */
  DISP
}
