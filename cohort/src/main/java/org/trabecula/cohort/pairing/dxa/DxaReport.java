package org.trabecula.cohort.pairing.dxa;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.pairing.dxa.DxaFault.Reason;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomFailure;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Tag;

/**
 * Reads the densities of a DICOM structured report.
 *
 * <p>PS3.16 has no template for DXA, so each maker has its own. What is understood is what they
 * have in common: numeric content items (PS3.3 C.18.1) in g/cm² or mg/cm² whose name is a bone
 * density, of a region that the item, its modifiers or the containers around it name. All else is
 * refused by name.
 */
public final class DxaReport {
  /** Basic Text, Enhanced, Comprehensive and Comprehensive 3D SR (PS3.6 annex A). */
  private static final List<String> CLASSES =
      List.of(
          "1.2.840.10008.5.1.4.1.1.88.11",
          "1.2.840.10008.5.1.4.1.1.88.22",
          "1.2.840.10008.5.1.4.1.1.88.33",
          "1.2.840.10008.5.1.4.1.1.88.34");

  private static final String EXPORT = "Export the results as a table (CSV or XLSX) instead.";

  private DxaReport() {}

  /**
   * Reads a file.
   *
   * @param scale of the scanner, where the report's maker is not to be asked
   * @throws IOException if the file cannot be read at all
   */
  public static DxaRows read(Path file, Optional<ScannerScale> scale) throws IOException {
    String origin = String.valueOf(file.getFileName());
    return switch (DicomReader.read(file)) {
      case DicomReading.Failed(DicomFailure failure) ->
          faulty(new DxaFault(origin, Reason.UNREADABLE, failure.sentence(), EXPORT));
      case DicomReading.Parsed(DicomObject object) -> of(object.data(), origin, scale);
    };
  }

  static DxaRows of(DataSet report, String origin, Optional<ScannerScale> scale) {
    ReportContent content = ReportContent.of(report);
    try {
      DxaRow row = row(report, origin, scale, content);
      return new DxaRows(List.of(row), List.of(), notes(origin, content));
    } catch (RowProblem problem) {
      return faulty(problem.at(origin));
    }
  }

  private static DxaRows faulty(DxaFault fault) {
    return new DxaRows(List.of(), List.of(fault), List.of());
  }

  private static List<String> notes(String origin, ReportContent content) {
    List<String> notes = new ArrayList<>();
    if (!content.unused().isEmpty()) {
      notes.add("%s: not used are %s.".formatted(origin, String.join(", ", content.unused())));
    }
    return notes;
  }

  private static DxaRow row(
      DataSet report, String origin, Optional<ScannerScale> scale, ReportContent content)
      throws RowProblem {
    checkClass(report);
    String patient = report.string(Tag.PatientID).orElse("").strip();
    if (patient.isEmpty()) {
      throw new RowProblem(Reason.NO_PATIENT, "The report names no patient.", EXPORT);
    }
    if (content.values().isEmpty()) {
      throw new RowProblem(
          Reason.NO_DENSITY,
          "The report holds no density of a known region; it holds %s."
              .formatted(content.unused().isEmpty() ? "no number" : content.unused()),
          EXPORT);
    }
    String device = device(report);
    ScannerScale known =
        scale
            .or(() -> ScaleName.of(device))
            .orElseThrow(() ->
                new RowProblem(
                    Reason.UNKNOWN_SCALE,
                    "'%s' does not name one maker's scale.".formatted(device),
                    "State 'scale' in a mapping file."));
    return new DxaRow(
        origin, patient, date(report), known, device, subject(report), content.values());
  }

  private static void checkClass(DataSet report) throws RowProblem {
    String uid = report.string(Tag.SOPClassUID).orElse("none");
    String modality = report.string(Tag.Modality).orElse("").strip();
    if (!CLASSES.contains(uid)) {
      throw new RowProblem(
          Reason.UNSUPPORTED,
          "The object is of SOP class %s%s, not a structured report that is read."
              .formatted(uid, modality.isEmpty() ? "" : " (" + modality + ")"),
          EXPORT);
    }
  }

  private static String device(DataSet report) {
    String maker = report.string(Tag.Manufacturer).orElse("").strip();
    String model = report.string(Tag.ManufacturerModelName).orElse("").strip();
    return (maker + " " + model).strip();
  }

  private static Optional<LocalDate> date(DataSet report) {
    for (int tag : new int[] {Tag.StudyDate, Tag.SeriesDate, Tag.ContentDate}) {
      try {
        Optional<String> text = report.string(tag).map(String::strip);
        if (text.isPresent()) {
          return Optional.of(LocalDate.parse(text.get(), DateTimeFormatter.BASIC_ISO_DATE));
        }
      } catch (DateTimeException notThis) {
        // Another one may do.
      }
    }
    return Optional.empty();
  }

  private static Subject subject(DataSet report) {
    Optional<Sex> sex =
        switch (report.string(Tag.PatientSex).orElse("").strip()) {
          case "F" -> Optional.of(Sex.FEMALE);
          case "M" -> Optional.of(Sex.MALE);
          default -> Optional.empty();
        };
    OptionalDouble age = OptionalDouble.empty();
    String years = report.string(Tag.PatientAge).orElse("").strip();
    if (years.matches("0\\d\\dY|1[0-2]\\dY")) {
      age = OptionalDouble.of(Integer.parseInt(years.substring(0, 3)));
    }
    return new Subject(sex, age, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
