package org.trabecula.radiography;

/**
 * Distance between the centres of neighbouring pixels in the plane of the patient, row spacing
 * (vertical) first as in DICOM PS3.3 section 10.7.1.3.
 *
 * @param rowMm in (0, 50] mm
 * @param columnMm in (0, 50] mm
 */
public record PixelSpacing(double rowMm, double columnMm) {
  public PixelSpacing {
    if (!(rowMm > 0 && rowMm <= 50 && columnMm > 0 && columnMm <= 50)) {
      throw new IllegalArgumentException(
          "Pixel spacing of %s x %s mm is not within 0 to 50 mm".formatted(rowMm, columnMm));
    }
  }
}
