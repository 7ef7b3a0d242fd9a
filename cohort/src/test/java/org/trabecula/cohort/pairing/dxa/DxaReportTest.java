package org.trabecula.cohort.pairing.dxa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.pairing.dxa.DxaFault.Reason;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.radiography.Laterality;

/** Reports as makers build them, made up for these tests: PS3.16 has no template for DXA. */
class DxaReportTest {
  private static final String ENHANCED = "1.2.840.10008.5.1.4.1.1.88.22";

  @TempDir Path folder;

  private static DataSet code(String value, String scheme, String meaning) {
    return DataSet.builder()
        .put(Tag.CodeValue, value)
        .put(Tag.CodingSchemeDesignator, scheme)
        .put(Tag.CodeMeaning, meaning)
        .build();
  }

  private static DataSet number(DataSet name, String value, String unit, DataSet... children) {
    return DataSet.builder()
        .put(Tag.ValueType, "NUM")
        .putItems(Tag.ConceptNameCodeSequence, List.of(name))
        .putItems(
            Tag.MeasuredValueSequence,
            List.of(
                DataSet.builder()
                    .put(Tag.NumericValue, value)
                    .putItems(Tag.MeasurementUnitsCodeSequence, List.of(code(unit, "UCUM", unit)))
                    .build()))
        .putItems(Tag.ContentSequence, List.of(children))
        .build();
  }

  private static DataSet container(String meaning, DataSet... children) {
    return DataSet.builder()
        .put(Tag.ValueType, "CONTAINER")
        .putItems(Tag.ConceptNameCodeSequence, List.of(code("1", "99X", meaning)))
        .putItems(Tag.ContentSequence, List.of(children))
        .build();
  }

  private static DataSet coded(String name, DataSet value) {
    return DataSet.builder()
        .put(Tag.ValueType, "CODE")
        .putItems(Tag.ConceptNameCodeSequence, List.of(code("363698007", "SCT", name)))
        .putItems(Tag.ConceptCodeSequence, List.of(value))
        .build();
  }

  private static final DataSet BMD = code("B", "99X", "BMD");

  private static DataSetBuilder report(DataSet... content) {
    return DataSet.builder()
        .put(Tag.SOPClassUID, ENHANCED)
        .put(Tag.SOPInstanceUID, "1.2.3")
        .put(Tag.Modality, "SR")
        .put(Tag.Manufacturer, "HOLOGIC")
        .put(Tag.ManufacturerModelName, "Horizon W")
        .put(Tag.PatientID, "00123 ")
        .put(Tag.PatientSex, "F")
        .put(Tag.PatientAge, "071Y")
        .put(Tag.StudyDate, "20240531")
        .put(Tag.ValueType, "CONTAINER")
        .putItems(Tag.ConceptNameCodeSequence, List.of(code("0", "99X", "Densitometry Report")))
        .putItems(Tag.ContentSequence, List.of(content));
  }

  private static DxaRows read(DataSet report) {
    return DxaReport.of(report, "sr.dcm", Optional.empty());
  }

  @Test
  void densitiesAreFoundByNameUnitAndTheContainersAroundThem() {
    DxaRows rows =
        read(
            report(
                    container(
                        "AP Spine",
                        container(
                            "L1-L4",
                            number(BMD, "0.912", "g/cm2"),
                            number(code("T", "99X", "T-score"), "-1.2", "1"),
                            number(code("A", "99X", "Area"), "52.1", "cm2"))),
                    container(
                        "Left Femur",
                        container("Total", number(BMD, "801", "mg/cm2")),
                        container("Wards", number(BMD, "0.5", "g/cm2"))))
                .build());
    DxaRow row = rows.rows().getFirst();
    assertThat(row.patient()).isEqualTo("00123");
    assertThat(row.date()).contains(LocalDate.of(2024, 5, 31));
    assertThat(row.scale()).isEqualTo(ScannerScale.HOLOGIC);
    assertThat(row.subject().sex()).contains(Sex.FEMALE);
    assertThat(row.subject().ageYears()).hasValue(71);
    assertThat(row.values()).hasSize(2);
    assertThat(row.values().getFirst())
        .isEqualTo(new DxaRow.Value(Site.L1_L4, Laterality.UNPAIRED, 0.912));
    assertThat(row.values().getLast().site()).isEqualTo(Site.TOTAL_HIP);
    assertThat(row.values().getLast().side()).isEqualTo(Laterality.LEFT);
    assertThat(row.values().getLast().density()).isEqualTo(0.801, within(1e-12));
    assertThat(rows.notes().getFirst())
        .contains("'T-score' of 'L1-L4'")
        .contains("'BMD' of 'Wards'")
        .contains("'Area' of 'L1-L4'");
  }

  @Test
  void loincNamesAndCodedSitesAreUnderstood() {
    DataSet neck =
        number(
            code("46279-6", "LN", "DXA Hip - right [Mass/Area] Bone density"),
            "0.7",
            "g/cm2",
            coded("Finding Site", code("29627003", "SCT", "Femoral neck")));
    DataSet trochanter =
        number(
            BMD,
            "0.6",
            "g/cm2",
            coded("Finding Site", code("1", "99X", "Trochanter")),
            coded("Laterality", code("7771000", "SCT", "Left")));
    assertThat(read(report(neck, trochanter).build()).rows().getFirst().values())
        .containsExactly(
            new DxaRow.Value(Site.FEMORAL_NECK, Laterality.RIGHT, 0.7),
            new DxaRow.Value(Site.TROCHANTER, Laterality.LEFT, 0.6));
  }

  @Test
  void aChangeOrAReferenceIsNoDensity() {
    DataSet change = number(code("C", "99X", "BMD change L1-L4"), "0.2", "g/cm2");
    DxaFault fault = read(report(change).build()).faults().getFirst();
    assertThat(fault.reason()).isEqualTo(Reason.NO_DENSITY);
    assertThat(fault.sentence()).contains("BMD change L1-L4");
  }

  @Test
  void whatIsNotSupportedIsRefusedByName() throws IOException {
    DataSet good = report(container("L1-L4", number(BMD, "0.9", "g/cm2"))).build();
    DataSet image =
        good.toBuilder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
            .put(Tag.Modality, "OT")
            .build();
    assertThat(read(image).faults().getFirst().reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(read(image).faults().getFirst().sentence())
        .contains("1.2.840.10008.5.1.4.1.1.7 (OT)");
    DataSet stranger =
        good.toBuilder().put(Tag.Manufacturer, "ACME").put(Tag.ManufacturerModelName, "1").build();
    assertThat(read(stranger).faults().getFirst().reason()).isEqualTo(Reason.UNKNOWN_SCALE);
    assertThat(
            DxaReport.of(stranger, "sr", Optional.of(ScannerScale.NORLAND))
                .rows()
                .getFirst()
                .scale())
        .isEqualTo(ScannerScale.NORLAND);
    DataSet nobody = good.toBuilder().remove(Tag.PatientID).build();
    assertThat(read(nobody).faults().getFirst().reason()).isEqualTo(Reason.NO_PATIENT);
    Path file = Files.writeString(folder.resolve("x.dcm"), "no dicom");
    assertThat(DxaReport.read(file, Optional.empty()).faults().getFirst().reason())
        .isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void aFolderMayHoldReportsAndTables() throws IOException {
    DataSet good = report(container("L1-L4", number(BMD, "0.9", "g/cm2"))).build();
    DicomWriter.write(
        DicomObject.of(good, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), folder.resolve("a.dcm"));
    Files.writeString(folder.resolve("b.csv"), "patient,scale,bmd:L1\n5,lunar,1\n");
    Files.writeString(folder.resolve(".hidden"), "x");
    DxaRows rows =
        DxaResults.read(List.of(folder), new DxaResults.Format(Optional.empty(), Optional.empty()));
    assertThat(rows.rows()).extracting(DxaRow::patient).containsExactly("00123", "5");
    assertThat(rows.faults()).isEmpty();
  }
}
