package org.trabecula.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads Part 10 files, and data sets without preamble or meta information (PS3.10 section 7). */
public final class DicomReader {
  private DicomReader() {}

  /** Reads a file within the standard limits. */
  public static DicomReading read(Path file) throws IOException {
    return read(file, Limits.standard());
  }

  /** Reads a file. */
  public static DicomReading read(Path file, Limits limits) throws IOException {
    long size = Files.size(file);
    if (size > limits.fileBytes()) {
      return tooLong(size, limits);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, limits);
    }
  }

  /** Reads a stream to its end; the stream stays open. */
  public static DicomReading read(InputStream in, Limits limits) throws IOException {
    byte[] bytes = in.readNBytes((int) limits.fileBytes() + 1);
    if (bytes.length > limits.fileBytes()) {
      return tooLong(bytes.length, limits);
    }
    return read(Bytes.wrap(bytes), limits);
  }

  /** Reads what is already in memory. */
  public static DicomReading read(Bytes file, Limits limits) {
    try {
      return new DicomReading.Parsed(new PartTenParser(file, limits).parse());
    } catch (ParseException e) {
      return new DicomReading.Failed(e.failure());
    }
  }

  private static DicomReading tooLong(long size, Limits limits) {
    return new DicomReading.Failed(
        new DicomFailure.LimitExceeded("file size", size, limits.fileBytes()));
  }
}
