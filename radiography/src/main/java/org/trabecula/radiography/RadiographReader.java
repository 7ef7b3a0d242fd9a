package org.trabecula.radiography;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.trabecula.dicom.DicomFailure;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Limits;

/** Reads a radiograph from a DICOM, PNG, TIFF or JPEG file, recognised by content. */
public final class RadiographReader {
  private static final long LARGEST_FILE_BYTES = 1L << 30;

  private RadiographReader() {}

  private static final byte[] MAGIC = {'D', 'I', 'C', 'M'};
  private static final int PREAMBLE = 128;

  /**
   * Reads a file.
   *
   * @return the radiograph, or the reason why there is none to screen
   * @throws IOException if the file itself cannot be read
   */
  public static Reading read(Path file, ReadOptions options) throws IOException {
    if (Files.size(file) > LARGEST_FILE_BYTES) {
      return Refusals.unreadable("The file is larger than 1 GiB.");
    }
    return of(Files.readAllBytes(file), options);
  }

  /** Reads the bytes of a file. */
  public static Reading of(byte[] bytes, ReadOptions options) throws IOException {
    if (bytes.length == 0) {
      return Refusals.unreadable("The file is empty.");
    }
    if (!isPartTen(bytes) && RasterFiles.recognises(bytes)) {
      return RasterFiles.read(bytes, options);
    }
    return switch (DicomReader.read(new ByteArrayInputStream(bytes), Limits.standard())) {
      case DicomReading.Parsed(DicomObject object) -> of(object, options);
      case DicomReading.Failed(DicomFailure.NotDicom ignored) ->
          Refusals.notAnImage("The file is neither a DICOM object nor a PNG, TIFF or JPEG image.");
      case DicomReading.Failed(DicomFailure failure) -> DicomFiles.refused(failure);
    };
  }

  /** Reads a DICOM object that is already parsed. */
  public static Reading of(DicomObject object, ReadOptions options) {
    return DicomFiles.read(object, options);
  }

  private static boolean isPartTen(byte[] bytes) {
    int end = PREAMBLE + MAGIC.length;
    return bytes.length >= end && Arrays.equals(bytes, PREAMBLE, end, MAGIC, 0, MAGIC.length);
  }
}
