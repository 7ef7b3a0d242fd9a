package org.trabecula.radiography;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.Uid;

/**
 * Makes Digital X-Ray objects (PS3.3 A.26) from stored values; {@link RadiographReader} reads them.
 */
public final class DicomRadiographs {
  /** Digital X-Ray Image Storage - For Presentation (PS3.6 annex A). */
  public static final String DX_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";

  /** Digital X-Ray Image Storage - For Processing. */
  public static final String DX_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1";

  private DicomRadiographs() {}

  /**
   * Whose object it is.
   *
   * @param patientId (0010,0020)
   * @param patientName (0010,0010), family name and given name between carets
   * @param comments Image Comments (0020,4000), for instance that the image is synthetic
   */
  public record Identity(
      String patientId,
      String patientName,
      Uid study,
      Uid series,
      Uid instance,
      Optional<String> comments) {}

  /**
   * Returns a DX object in Explicit VR Little Endian. What the description does not know is left
   * empty or out.
   *
   * @param magnification of the patient's plane at the detector, at least 1; the spacing is written
   *     as Imager Pixel Spacing with this Estimated Radiographic Magnification Factor
   */
  public static DicomObject toDicom(
      StoredImage image,
      Radiograph.Description description,
      double magnification,
      Identity identity) {
    if (!(magnification >= 1 && magnification < 10)) {
      throw new IllegalArgumentException(
          "Magnification is %s, not within 1 to 10".formatted(magnification));
    }
    DataSetBuilder data = DataSet.builder();
    putIdentity(data, identity);
    putSubject(data, description.subject());
    putSeries(data, image.encoding());
    putGeometry(data, description, magnification);
    putAnatomy(data, description);
    putAcquisition(data, description.acquisition());
    putPixels(data, image);
    return DicomObject.of(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static void putIdentity(DataSetBuilder data, Identity identity) {
    data.put(Tag.SOPInstanceUID, identity.instance().value())
        .put(Tag.StudyInstanceUID, identity.study().value())
        .put(Tag.SeriesInstanceUID, identity.series().value())
        .put(Tag.PatientID, identity.patientId())
        .put(Tag.PatientName, identity.patientName())
        .put(Tag.PatientBirthDate)
        .put(Tag.StudyDate)
        .put(Tag.StudyTime)
        .put(Tag.ContentDate)
        .put(Tag.ContentTime)
        .put(Tag.AccessionNumber)
        .put(Tag.ReferringPhysicianName)
        .put(Tag.StudyID)
        .put(Tag.SeriesNumber, "1")
        .put(Tag.InstanceNumber, "1");
    identity.comments().ifPresent(text -> data.put(Tag.ImageComments, text));
  }

  private static void putSubject(DataSetBuilder data, Subject subject) {
    data.put(
        Tag.PatientSex,
        subject.sex().map(sex -> new String[] {sex == Sex.MALE ? "M" : "F"}).orElse(new String[0]));
    // An age string holds whole years; Trabecula rounds down as people do.
    subject
        .ageYears()
        .ifPresent(
            years -> data.put(Tag.PatientAge, String.format(Locale.ROOT, "%03dY", (int) years)));
    subject.heightCm().ifPresent(cm -> data.putDoubles(Tag.PatientSize, rounded(cm / 100)));
    subject.weightKg().ifPresent(kg -> data.putDoubles(Tag.PatientWeight, rounded(kg)));
  }

  private static void putSeries(DataSetBuilder data, StoredImage.Encoding encoding) {
    boolean forProcessing = encoding.intent() == PresentationIntent.FOR_PROCESSING;
    data.put(Tag.Modality, "DX")
        .put(Tag.SOPClassUID, forProcessing ? DX_FOR_PROCESSING : DX_FOR_PRESENTATION)
        .put(Tag.PresentationIntentType, forProcessing ? "FOR PROCESSING" : "FOR PRESENTATION")
        .put(Tag.ImageType, forProcessing ? "ORIGINAL" : "DERIVED", "PRIMARY", "")
        .put(Tag.BurnedInAnnotation, "NO")
        .put(Tag.LossyImageCompression, "00")
        .putItems(Tag.AcquisitionContextSequence, List.of());
  }

  private static void putGeometry(
      DataSetBuilder data, Radiograph.Description description, double magnification) {
    description
        .spacing()
        .ifPresent(spacing ->
            data.putDoubles(
                    Tag.ImagerPixelSpacing,
                    rounded(spacing.rowMm() * magnification),
                    rounded(spacing.columnMm() * magnification))
                .putDoubles(Tag.EstimatedRadiographicMagnificationFactor, rounded(magnification)));
    data.put(Tag.PatientOrientation, "L", "F")
        .put(Tag.DetectorType)
        .put(Tag.PositionerType, "NONE");
  }

  private static void putAnatomy(DataSetBuilder data, Radiograph.Description description) {
    description.view().ifPresent(view -> putView(data, view));
    if (description.view().isEmpty()) {
      data.putItems(Tag.AnatomicRegionSequence, List.of());
    }
    switch (description.laterality()) {
      case LEFT -> data.put(Tag.ImageLaterality, "L");
      case RIGHT -> data.put(Tag.ImageLaterality, "R");
      case BOTH -> data.put(Tag.ImageLaterality, "B");
      case UNPAIRED -> data.put(Tag.ImageLaterality, "U");
      case UNKNOWN -> {}
    }
  }

  private static void putView(DataSetBuilder data, View view) {
    // PS3.16 CID 4009 and 4010.
    DataSet region =
        switch (view) {
          case LUMBAR_AP -> code("122496007", "Lumbar spine");
          case HIP_AP -> code("24136001", "Hip joint");
        };
    DataSet projection =
        code("399348003", "antero-posterior").toBuilder()
            .putItems(Tag.ViewModifierCodeSequence, List.of())
            .build();
    data.put(Tag.BodyPartExamined, view == View.LUMBAR_AP ? "LSPINE" : "HIP")
        .put(Tag.ViewPosition, "AP")
        .putItems(Tag.AnatomicRegionSequence, List.of(region))
        .putItems(Tag.ViewCodeSequence, List.of(projection));
  }

  private static DataSet code(String value, String meaning) {
    return DataSet.builder()
        .put(Tag.CodeValue, value)
        .put(Tag.CodingSchemeDesignator, "SCT")
        .put(Tag.CodeMeaning, meaning)
        .build();
  }

  private static void putAcquisition(DataSetBuilder data, Acquisition acquisition) {
    acquisition.kvp().ifPresent(kv -> data.putDoubles(Tag.KVP, rounded(kv)));
    acquisition
        .mas()
        .ifPresent(mas ->
            data.putInts(Tag.Exposure, (int) Math.round(mas))
                .putInts(Tag.ExposureInuAs, (int) Math.round(mas * 1000)));
    acquisition.sidMm().ifPresent(mm -> data.putDoubles(Tag.DistanceSourceToDetector, rounded(mm)));
    acquisition.exposureIndex().ifPresent(ei -> data.putDoubles(Tag.ExposureIndex, rounded(ei)));
    acquisition.grid().ifPresent(grid -> data.put(Tag.Grid, grid ? "FOCUSED" : "NONE"));
    data.put(Tag.Manufacturer, acquisition.manufacturer().stream().toArray(String[]::new));
    acquisition.device().ifPresent(name -> data.put(Tag.ManufacturerModelName, name));
    acquisition.station().ifPresent(name -> data.put(Tag.StationName, name));
    acquisition
        .date()
        .map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE))
        .ifPresent(date -> data.put(Tag.StudyDate, date).put(Tag.AcquisitionDate, date));
  }

  private static void putPixels(DataSetBuilder data, StoredImage image) {
    StoredImage.Encoding encoding = image.encoding();
    data.putInts(Tag.SamplesPerPixel, 1)
        .put(Tag.PhotometricInterpretation, encoding.monochrome1() ? "MONOCHROME1" : "MONOCHROME2")
        .putInts(Tag.Rows, image.rows())
        .putInts(Tag.Columns, image.columns())
        .putInts(Tag.BitsAllocated, 16)
        .putInts(Tag.BitsStored, encoding.bitsStored())
        .putInts(Tag.HighBit, encoding.bitsStored() - 1)
        .putInts(Tag.PixelRepresentation, 0)
        .put(Tag.PixelIntensityRelationship, encoding.intensity().name())
        // 1: more beam, larger value; bone is bright, so that is MONOCHROME1 (PS3.3 C.8.11.3.1.2).
        .putInts(Tag.PixelIntensityRelationshipSign, encoding.monochrome1() ? 1 : -1)
        .put(Tag.RescaleIntercept, "0")
        .put(Tag.RescaleSlope, "1")
        .put(Tag.RescaleType, "US")
        .put(Tag.PresentationLUTShape, encoding.monochrome1() ? "INVERSE" : "IDENTITY")
        .putShorts(Tag.PixelData, image.samples());
    encoding.window().ifPresent(window -> putWindow(data, window));
  }

  private static void putWindow(DataSetBuilder data, VoiLut.Window window) {
    data.putDoubles(Tag.WindowCenter, rounded(window.center()))
        .putDoubles(Tag.WindowWidth, rounded(window.width()));
    if (window.function() != VoiLut.Function.LINEAR) {
      data.put(Tag.VOILUTFunction, window.function().name());
    }
  }

  /** To a millionth, as a decimal string of 16 characters can hold. */
  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
