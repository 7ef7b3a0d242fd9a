package org.trabecula.radiography;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a radiograph from a DICOM, PNG, TIFF or JPEG file, recognised by content. */
public final class RadiographReader {
  private static final long LARGEST_FILE_BYTES = 1L << 30;

  private RadiographReader() {}

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
    return RasterFiles.read(Files.readAllBytes(file), options);
  }
}
