package org.trabecula.dicom.deidentify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.Vr;

/** Generated objects for tests. */
final class Samples {
  static final String DX = "1.2.840.10008.5.1.4.1.1.1.1";

  private Samples() {}

  static Secret secret(long seed) {
    return Secret.random(new SplittableRandom(seed));
  }

  static Element text(int tag, Vr vr, String value) {
    return new Element.Plain(tag, vr, Bytes.copyOf(value.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The header of a radiograph, without pixels. */
  static DataSetBuilder header() {
    return DataSet.builder()
        .put(Tag.SOPClassUID, DX)
        .put(Tag.SOPInstanceUID, "1.2.3.4.5")
        .put(Tag.StudyInstanceUID, "1.2.3.4")
        .put(Tag.SeriesInstanceUID, "1.2.3.4.1")
        .put(Tag.Modality, "DX")
        .put(Tag.PatientID, "4711")
        .put(Tag.PatientName, "Sample^Sue")
        .put(Tag.PatientBirthDate, "19500301")
        .put(Tag.PatientSex, "F")
        .put(Tag.PatientAge, "070Y")
        .put(Tag.StudyDate, "20200615")
        .put(Tag.StudyTime, "101500")
        .put(Tag.AcquisitionDate, "20200615")
        .put(Tag.Manufacturer, "Maker");
  }

  static DataSetBuilder withPixels(DataSetBuilder header, int rows, int columns, short[] values) {
    return header
        .putInts(Tag.Rows, rows)
        .putInts(Tag.Columns, columns)
        .putInts(Tag.SamplesPerPixel, 1)
        .putInts(Tag.BitsAllocated, 16)
        .putInts(Tag.BitsStored, 12)
        .putInts(Tag.HighBit, 11)
        .putInts(Tag.PixelRepresentation, 0)
        .put(Tag.PhotometricInterpretation, "MONOCHROME2")
        .putDoubles(Tag.ImagerPixelSpacing, 0.2, 0.2)
        .putShorts(Tag.PixelData, values);
  }

  static DataSet cleaned(DataSet data, Profile profile, long seed) {
    return HeaderCleaner.clean(data, profile, new Ledger(secret(seed))).data();
  }

  static Path write(DataSet data, TransferSyntax syntax, Path file) {
    try {
      DicomWriter.write(DicomObject.of(data, syntax), file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DicomObject read(Path file) throws IOException {
    return ((DicomReading.Parsed) DicomReader.read(file)).object();
  }
}
