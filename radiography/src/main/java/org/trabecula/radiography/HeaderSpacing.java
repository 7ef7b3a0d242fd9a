package org.trabecula.radiography;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/**
 * Pixel spacing in the plane of the patient (PS3.3 section 10.7.1.3, C.8.11.7).
 *
 * <p>Taken in this order: Pixel Spacing that was calibrated; Imager Pixel Spacing over the
 * magnification, which is stated or SID over SOD; Imager Pixel Spacing alone; Pixel Spacing alone;
 * Nominal Scanned Pixel Spacing of a digitised film. Where the magnification is not stated, the
 * spacing at the detector is given as it is: some 10 to 15 % too large at the spine.
 */
final class HeaderSpacing {
  /** Nominal Scanned Pixel Spacing. */
  private static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;

  private static final double FINEST_MM = 0.01;
  private static final double COARSEST_MM = 2;
  private static final double MOST_MAGNIFICATION = 2;

  private HeaderSpacing() {}

  static Optional<PixelSpacing> of(DataSet data) {
    Optional<PixelSpacing> stated = spacing(data, Tag.PixelSpacing);
    Optional<PixelSpacing> detector = spacing(data, Tag.ImagerPixelSpacing);
    if (stated.isPresent() && (isCalibrated(data) || detector.isEmpty())) {
      return stated;
    }
    if (detector.isEmpty()) {
      return spacing(data, NOMINAL_SCANNED_PIXEL_SPACING);
    }
    double magnification = magnification(data).orElse(1);
    PixelSpacing at = detector.get();
    return Optional.of(new PixelSpacing(at.rowMm() / magnification, at.columnMm() / magnification));
  }

  private static boolean isCalibrated(DataSet data) {
    String type = data.string(Tag.PixelSpacingCalibrationType).orElse("").toUpperCase(Locale.ROOT);
    return type.equals("GEOMETRY") || type.equals("FIDUCIAL");
  }

  /** 0 or absurd values say that nothing is known. */
  private static Optional<PixelSpacing> spacing(DataSet data, int tag) {
    double[] mm = data.decimals(tag);
    if (mm.length != 2 || !isPlausible(mm[0]) || !isPlausible(mm[1])) {
      return Optional.empty();
    }
    return Optional.of(new PixelSpacing(mm[0], mm[1]));
  }

  private static boolean isPlausible(double mm) {
    return mm >= FINEST_MM && mm <= COARSEST_MM;
  }

  private static OptionalDouble magnification(DataSet data) {
    double stated = data.decimal(Tag.EstimatedRadiographicMagnificationFactor).orElse(0);
    double sid = data.decimal(Tag.DistanceSourceToDetector).orElse(0);
    double sod = data.decimal(Tag.DistanceSourceToPatient).orElse(0);
    double factor = stated > 0 ? stated : sid > 0 && sod > 0 ? sid / sod : 0;
    return factor >= 1 && factor <= MOST_MAGNIFICATION
        ? OptionalDouble.of(factor)
        : OptionalDouble.empty();
  }
}
