package org.trabecula.densitometry;

/** The scale on which a density is expressed: scanners of different makers do not agree. */
public enum ScannerScale {
  HOLOGIC,
  LUNAR,
  NORLAND,
  /** Standardised BMD, sBMD, which pools the three makers. */
  STANDARDISED
}
