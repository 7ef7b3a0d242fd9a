package org.trabecula.simulation.ct.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.Sex;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.UnusableCtException;

class DicomSeriesTest {
  private static final int ROWS = 4;
  private static final int COLUMNS = 3;

  @TempDir Path folder;

  /** Slice number n lies at z = 10 + 2n; its pixels hold n, less 1024 HU; the last row 20 more. */
  private void slice(int n, String name, String series) throws IOException {
    short[] pixels = new short[ROWS * COLUMNS];
    Arrays.fill(pixels, (short) n);
    Arrays.fill(pixels, pixels.length - COLUMNS, pixels.length, (short) (n + 20));
    DataSet data =
        DataSet.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
            .put(Tag.SOPInstanceUID, "1.2.3." + (n + 1))
            .put(Tag.SeriesInstanceUID, series)
            .put(Tag.Modality, "CT")
            .put(Tag.PatientSex, "F")
            .put(Tag.PatientAge, "067Y")
            .putDoubles(Tag.ImagePositionPatient, -5, -6, 10 + 2 * n)
            .putDoubles(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
            .putDoubles(Tag.PixelSpacing, 0.9, 0.7)
            .putDoubles(Tag.RescaleSlope, 1)
            .putDoubles(Tag.RescaleIntercept, -1024)
            .putInts(Tag.SamplesPerPixel, 1)
            .put(Tag.PhotometricInterpretation, "MONOCHROME2")
            .putInts(Tag.Rows, ROWS)
            .putInts(Tag.Columns, COLUMNS)
            .putInts(Tag.BitsAllocated, 16)
            .putInts(Tag.BitsStored, 16)
            .putInts(Tag.HighBit, 15)
            .putInts(Tag.PixelRepresentation, 0)
            .putShorts(Tag.PixelData, pixels)
            .build();
    DicomWriter.write(
        DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), folder.resolve(name));
  }

  @Test
  void slicesAreOrderedByTheirPlaceAndNotByTheirNames() throws IOException {
    int[] shuffled = {3, 0, 4, 1, 2};
    for (int at = 0; at < shuffled.length; at++) {
      slice(shuffled[at], "file" + at, "1.2");
    }
    Files.writeString(folder.resolve("notes.txt"), "no slice");
    CtFiles.Scan scan = CtFiles.ct(folder);
    CtVolume ct = scan.volume();
    assertThat(ct.grid().up()).isEqualTo(5);
    for (int k = 0; k < 5; k++) {
      // Rows run to the back: the last row lies in plane 0.
      assertThat(ct.at(1, 3, k)).isEqualTo(k - 1024);
      assertThat(ct.at(1, 0, k)).isEqualTo(k - 1004);
      assertThat(ct.grid().at(0, 0, k).z()).isCloseTo(10 + 2 * k, within(1e-9));
    }
    assertThat(ct.grid().stepAcross().x()).isEqualTo(0.7);
    assertThat(ct.grid().stepFront().y()).isEqualTo(0.9);
    assertThat(ct.grid().at(0, 3, 0).y()).isCloseTo(6, within(1e-9));
    assertThat(scan.person().sex()).contains(Sex.FEMALE);
    assertThat(scan.person().ageYears()).hasValue(67);
  }

  @Test
  void aMissingSliceAndASecondSeriesAreRefused() throws IOException {
    slice(0, "a", "1.2");
    slice(1, "b", "1.2");
    slice(3, "c", "1.2");
    assertThatThrownBy(() -> CtFiles.ct(folder))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining("one is missing");
    slice(2, "d", "1.2");
    assertThat(CtFiles.ct(folder).volume().grid().up()).isEqualTo(4);
    slice(5, "e", "1.3");
    slice(6, "f", "1.3");
    assertThatThrownBy(() -> CtFiles.ct(folder))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining("2 series");
  }
}
