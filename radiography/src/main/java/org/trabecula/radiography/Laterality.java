package org.trabecula.radiography;

/** Which side of the body a radiograph shows (DICOM Image Laterality, PS3.3 C.7.6.1.1). */
public enum Laterality {
  LEFT,
  RIGHT,
  BOTH,
  UNPAIRED,
  UNKNOWN
}
