package org.trabecula.cohort.pairing.dxa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cohort.pairing.dxa.DxaFault.Reason;
import org.trabecula.cohort.pairing.sheet.MalformedTableException;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;

class DxaTableTest {
  @TempDir Path folder;

  private DxaRows read(String mapping, String table) throws IOException {
    Path file = Files.writeString(folder.resolve("dxa.csv"), table);
    Optional<ColumnMapping> columns =
        mapping.isEmpty() ? Optional.empty() : Optional.of(ColumnMapping.of("map.txt", mapping));
    return DxaTable.read(file, new DxaResults.Format(columns, Optional.empty()));
  }

  @Test
  void aTableUnderOurOwnNamesNeedsNoMapping() throws IOException {
    DxaRows rows =
        read(
            "",
            """
            patient,date,scale,sex,age_years,height_cm,weight_kg,bmd:L1-L4,bmd:left.total hip
            00123,2024-05-31,lunar,F,71,160,62.5,1.012,0.801
            """);
    assertThat(rows.faults()).isEmpty();
    DxaRow row = rows.rows().getFirst();
    assertThat(row.origin()).isEqualTo("dxa.csv, line 2");
    assertThat(row.patient()).isEqualTo("00123");
    assertThat(row.date()).contains(LocalDate.of(2024, 5, 31));
    assertThat(row.scale()).isEqualTo(ScannerScale.LUNAR);
    assertThat(row.subject().sex()).contains(Sex.FEMALE);
    assertThat(row.subject().weightKg()).hasValue(62.5);
    assertThat(row.values())
        .containsExactlyInAnyOrder(
            new DxaRow.Value(Site.L1_L4, Laterality.UNPAIRED, 1.012),
            new DxaRow.Value(Site.TOTAL_HIP, Laterality.LEFT, 0.801));
  }

  @Test
  void aMappingUnderstandsAnotherHospitalsTable() throws IOException {
    String mapping =
        """
        # Densitometry export
        patient = PID
        date = Datum
        date.format = dd.MM.yyyy|d/M/yy
        scan = Scan
        region = ROI
        bmd = BMD
        unit = mg/cm2
        scale.column = Device
        decimal = ,
        birth = Born
        height = H
        height.unit = m
        weight = W
        weight.unit = lb
        """;
    DxaRows rows =
        read(
            mapping,
            """
            PID;Datum;Scan;ROI;BMD;Device;Born;H;W
            7;31.05.2024;AP Spine;L1-L4;1012,5;GE Lunar iDXA;31.05.1950;1,6;100
            7;1/6/24;Left Femur;Total;801;GE Lunar iDXA;;;
            7;1/6/24;Left Femur;Wards;701;GE Lunar iDXA;;;
            """);
    assertThat(rows.rows()).hasSize(2);
    DxaRow spine = rows.rows().getFirst();
    assertThat(spine.values().getFirst().density()).isEqualTo(1.0125, within(1e-12));
    assertThat(spine.subject().ageYears().getAsDouble()).isEqualTo(74, within(0.01));
    assertThat(spine.subject().heightCm().getAsDouble()).isEqualTo(160, within(1e-9));
    assertThat(spine.subject().weightKg().getAsDouble()).isEqualTo(45.359237, within(1e-9));
    DxaRow hip = rows.rows().getLast();
    assertThat(hip.date()).contains(LocalDate.of(2024, 6, 1));
    assertThat(hip.values())
        .containsExactly(new DxaRow.Value(Site.TOTAL_HIP, Laterality.LEFT, 0.801));
    assertThat(rows.faults()).extracting(DxaFault::reason).containsExactly(Reason.UNKNOWN_SITE);
    assertThat(rows.faults().getFirst().sentence()).contains("'Wards'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        ",2024-05-31,lunar,1.0|NO_PATIENT",
        "7,2024-05-31,lunar,|NO_DENSITY",
        "7,2024-05-31,lunar,high|NOT_A_NUMBER",
        "7,2024-05-31,lunar,1012|IMPLAUSIBLE",
        "7,2024-05-31,lunar,0.01|IMPLAUSIBLE",
        "7,2024-05-31,somebody,1.0|UNKNOWN_SCALE",
        "7,2024-06-31,lunar,1.0|BAD_DATE",
        "7,last May,lunar,1.0|BAD_DATE"
      })
  void aBadLineIsAFaultAndTheNextIsRead(String line, Reason reason) throws IOException {
    DxaRows rows =
        read("", "patient,date,scale,bmd:L1-L4\n" + line + "\n8,2024-05-31,hologic,0.9\n");
    assertThat(rows.rows()).extracting(DxaRow::patient).containsExactly("8");
    assertThat(rows.faults()).extracting(DxaFault::reason).containsExactly(reason);
    assertThat(rows.faults().getFirst().origin()).isEqualTo("dxa.csv, line 2");
    assertThat(rows.count()).isEqualTo(2);
  }

  @Test
  void milligramsThatNobodyDeclaredAreAdvisedOn() throws IOException {
    DxaFault fault = read("", "patient,scale,bmd:L1\n7,lunar,1012\n").faults().getFirst();
    assertThat(fault.advice()).contains("unit = mg/cm2");
  }

  @Test
  void whatIsWrongWithAMappingIsSaidInOneSentence() {
    String good = "patient = P\nscale = lunar\n";
    String table = "P,B\n1,1\n";
    assertThatThrownBy(() -> read("patient = P\nbmd.L9 = B\n", table))
        .isInstanceOf(MalformedTableException.class)
        .hasMessage(
            "map.txt, line 2: 'bmd.L9' is no key of a mapping; docs/pairing.md lists them.");
    assertThatThrownBy(() -> read(good, table)).hasMessageContaining("no column with densities");
    assertThatThrownBy(() -> read(good + "bmd.L1 = X\n", table))
        .hasMessageContaining("has no column 'X'")
        .hasMessageContaining("[P, B]");
    assertThatThrownBy(() -> read("patient = P\nbmd.L1 = B\n", table))
        .hasMessageContaining("scanner's scale");
    assertThatThrownBy(() -> read(good + "bmd.L1 = B\nunit = kg\n", table))
        .hasMessageContaining("unit = kg");
    assertThatThrownBy(() -> read(good + "bmd.L1 = B\ndate.format = qqq{\n", table))
        .hasMessageContaining("date.format");
    assertThatThrownBy(() -> read(good + "patient = Q\n", table)).hasMessageContaining("twice");
    assertThatThrownBy(() -> read("", "patient,bmd:L1\n1,1\n"))
        .hasMessageContaining("read without a mapping file");
  }

  @Test
  void aWorkbookKeepsNumbersAndDatesAsTheyAreMeant() throws IOException {
    Path file = folder.resolve("dxa.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("Notes").value(0, 0, "nothing");
      Worksheet sheet = book.newWorksheet("DXA");
      List<String> header = List.of("patient", "date", "scale", "bmd:L1-L4", "bmd:femoral neck");
      for (int c = 0; c < header.size(); c++) {
        sheet.value(0, c, header.get(c));
      }
      sheet.value(1, 0, 1234567890123L);
      sheet.value(1, 1, LocalDate.of(2024, 2, 29));
      sheet.style(1, 1).format("dd/mm/yyyy").set();
      sheet.value(1, 2, "Hologic");
      sheet.value(1, 3, 0.912);
      sheet.value(3, 0, "A-7");
      sheet.value(3, 1, "2024-03-01");
      sheet.value(3, 2, "Norland XR-46");
      sheet.value(3, 4, 0.7);
    }
    ColumnMapping mapping =
        ColumnMapping.of(
            "map",
            "sheet = DXA\npatient = patient\ndate = date\nscale.column = scale\n"
                + "bmd.L1-L4 = bmd:L1-L4\nbmd.femoral neck = bmd:femoral neck\n");
    DxaRows rows =
        DxaTable.read(file, new DxaResults.Format(Optional.of(mapping), Optional.empty()));
    assertThat(rows.faults()).isEmpty();
    DxaRow first = rows.rows().getFirst();
    assertThat(first.patient()).isEqualTo("1234567890123");
    assertThat(first.date()).contains(LocalDate.of(2024, 2, 29));
    assertThat(first.values())
        .containsExactly(new DxaRow.Value(Site.L1_L4, Laterality.UNPAIRED, 0.912));
    DxaRow second = rows.rows().getLast();
    assertThat(second.origin()).isEqualTo("dxa.xlsx, line 4");
    assertThat(second.scale()).isEqualTo(ScannerScale.NORLAND);
    assertThat(second.values().getFirst().side()).isEqualTo(Laterality.UNKNOWN);
    assertThatThrownBy(() ->
            DxaTable.read(
                file,
                new DxaResults.Format(
                    Optional.of(
                        ColumnMapping.of(
                            "m", "sheet = X\npatient = p\nscale = lunar\nbmd.L1 = b\n")),
                    Optional.empty())))
        .hasMessageContaining("has no sheet 'X'; it has ['Notes', 'DXA']");
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path file = folder.resolve("dxa.xlsx");
    DxaResults.Format format = new DxaResults.Format(Optional.empty(), Optional.empty());
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1});
    assertThatThrownBy(() -> DxaTable.read(file, format))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("not a readable XLSX workbook");
    Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
    assertThatThrownBy(() -> DxaTable.read(file, format)).hasMessageContaining("save it as XLSX");
    assertThatThrownBy(() -> read("", "")).hasMessageContaining("has no header");
    assertThatThrownBy(() -> read("", "patient,patient\n")).hasMessageContaining("twice");
    assertThatThrownBy(() -> read("", "patient,scale,bmd:L1\n1,lunar,0,9\n"))
        .hasMessageContaining("line 2 has 4 cells under 3 columns");
  }

  @ParameterizedTest
  @CsvSource({
    "L1-L4,AP Spine,L1_L4,UNPAIRED",
    "L1,,L1,UNPAIRED",
    "Total,AP Spine,L1_L4,UNPAIRED",
    "Total,Left Hip,TOTAL_HIP,LEFT",
    "Right Femoral Neck,,FEMORAL_NECK,RIGHT",
    "Neck Left,DualFemur,FEMORAL_NECK,LEFT",
    "Troch,Lt. Femur,TROCHANTER,LEFT",
    "Total Hip,,TOTAL_HIP,UNKNOWN",
    "L2-L4,,L2_L4,UNPAIRED"
  })
  void scannersNameRegionsInManyWays(String words, String context, Site site, Laterality side) {
    assertThat(RegionName.of(words, context == null ? "" : context))
        .contains(new RegionName(site, side));
  }

  @ParameterizedTest
  @CsvSource({"Wards", "1/3 Radius", "Total", "Inter", "L5", "''", "Shaft"})
  void otherRegionsAreUnknown(String words) {
    assertThat(RegionName.of(words, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Hologic Horizon A,HOLOGIC",
        "GE,LUNAR",
        "GE Healthcare Lunar iDXA,LUNAR",
        "LUNAR,LUNAR",
        "Norland,NORLAND",
        "sBMD,STANDARDISED",
        "Hologic/Lunar,-",
        "Orange,-",
        "'',-"
      })
  void makersNamesStandForScales(String words, ScannerScale scale) {
    assertThat(ScaleName.of(words)).isEqualTo(Optional.ofNullable(scale));
  }
}
