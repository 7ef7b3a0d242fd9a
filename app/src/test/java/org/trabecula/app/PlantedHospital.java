package org.trabecula.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelCompression;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;

/**
 * A small simulated cohort as a hospital would hand it over: a folder of DICOM files and a workbook
 * of DXA results, with one fault of each kind planted.
 *
 * @param films folder
 * @param table workbook
 * @param mapping of its columns
 */
record PlantedHospital(Path films, Path table, Path mapping) {
  /** The day of every film. */
  static final LocalDate DAY = LocalDate.of(2024, 5, 31);

  static final String MAPPING =
      """
      # What the densitometer's export calls things
      sheet = DXA
      patient = PID
      date = Scan Date
      region = Region
      bmd = BMD
      unit.column = Unit
      scale.column = Scanner
      scanner = Scanner
      """;

  /** Makes it of a simulated cohort of at least eight lumbar films with densities. */
  static PlantedHospital of(Manifest simulated, Path folder) throws IOException {
    Path films = Files.createDirectories(folder.resolve("films"));
    List<Manifest.Row> rows = simulated.rows();
    for (int i = 0; i < 8; i++) {
      DicomObject film = film(simulated.resolve(rows.get(i).image()), "00" + (101 + i));
      write(i == 2 ? without(film, Tag.PatientID) : film, films, "film" + (i + 1));
    }
    DicomObject first = film(simulated.resolve(rows.get(0).image()), "00101");
    DicomWriter.write(PixelCompression.jpegLs(first), films.resolve("reencoded1.dcm"));
    write(brighter(first, "00101"), films, "shifted1");
    write(
        brighter(film(simulated.resolve(rows.get(3).image()), "00104"), "00105"), films, "other4");
    Files.writeString(films.resolve("broken.dcm"), "not a film");
    write(ct(first), films, "ct");
    Path table = folder.resolve("dxa.xlsx");
    writeTable(rows, table);
    return new PlantedHospital(
        films, table, Files.writeString(folder.resolve("columns.txt"), MAPPING));
  }

  private static void write(DicomObject film, Path folder, String name) throws IOException {
    DicomWriter.write(film, folder.resolve(name + ".dcm"));
  }

  private static DicomObject film(Path file, String patient) throws IOException {
    if (!(DicomReader.read(file) instanceof DicomReading.Parsed(DicomObject object))) {
      throw new IOException(file + " was not simulated as DICOM");
    }
    DataSetBuilder data =
        object.data().toBuilder()
            .put(Tag.PatientID, patient)
            .put(Tag.PatientName, "Doe^Jane")
            .put(Tag.StudyDate, DAY.format(DateTimeFormatter.BASIC_ISO_DATE))
            .put(Tag.Manufacturer, "Maker")
            .put(Tag.ManufacturerModelName, "M1")
            .put(Tag.StationName, "ROOM2")
            .put(Tag.BodyPartExamined, "LSPINE")
            .put(Tag.ViewPosition, "AP");
    return DicomObject.of(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static DicomObject without(DicomObject film, int tag) {
    return DicomObject.of(film.data().toBuilder().remove(tag).build(), film.syntax());
  }

  private static DicomObject ct(DicomObject film) {
    return DicomObject.of(film.data().toBuilder().put(Tag.Modality, "CT").build(), film.syntax());
  }

  /** The film with a little less contrast and another brightness, as a second export may have. */
  private static DicomObject brighter(DicomObject film, String patient) throws IOException {
    if (!(PixelData.decode(film) instanceof Decoding.Decoded(Frame frame))) {
      throw new IOException("A simulated film was not decoded");
    }
    int[] samples = frame.samples();
    short[] shifted = new short[samples.length];
    int most = (1 << frame.bitsStored()) - 1;
    for (int i = 0; i < samples.length; i++) {
      shifted[i] = (short) (0.9 * samples[i] + 0.05 * most);
    }
    DataSet data =
        film.data().toBuilder()
            .put(Tag.PatientID, patient)
            .putShorts(Tag.PixelData, shifted)
            .build();
    return DicomObject.of(data, film.syntax());
  }

  private static void writeTable(List<Manifest.Row> rows, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("DXA");
      List<String> header = List.of("PID", "Scan Date", "Region", "BMD", "Unit", "Scanner");
      for (int c = 0; c < header.size(); c++) {
        sheet.value(0, c, header.get(c));
      }
      int line = 1;
      for (int i = 0; i < 8; i++) {
        double spine = rows.get(i).densities().measured(Site.L1_L4).orElseThrow();
        // Film 2 was scanned three years before, film 6 in mg, and film 7 somewhere unknown.
        LocalDate date = i == 1 ? DAY.minusYears(3) : DAY.plusDays(10 * i);
        boolean milli = i == 5;
        line(
            sheet,
            line++,
            101 + i,
            date,
            i == 6 ? "Wards" : "L1-L4",
            milli ? 1000 * spine : spine,
            milli ? "mg/cm2" : "g/cm2");
      }
      line(
          sheet,
          line++,
          101,
          DAY,
          "Left Femoral Neck",
          rows.get(0).densities().measured(Site.L1_L4).orElseThrow() * 0.8,
          "g/cm2");
      line(sheet, line++, 999, DAY, "L1-L4", 1.0, "g/cm2");
      line(sheet, line, 108, DAY.plusDays(70), "L2-L4", 950, "g/cm2");
    }
  }

  private static void line(
      Worksheet sheet,
      int line,
      int patient,
      LocalDate date,
      String region,
      double bmd,
      String unit) {
    sheet.value(line, 0, patient);
    sheet.value(line, 1, date);
    sheet.style(line, 1).format("dd.mm.yyyy").set();
    sheet.value(line, 2, region);
    sheet.value(line, 3, bmd);
    sheet.value(line, 4, unit);
    sheet.value(line, 5, "Hologic Horizon A");
  }
}
