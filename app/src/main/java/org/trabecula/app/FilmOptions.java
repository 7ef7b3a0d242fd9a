package org.trabecula.app;

import org.trabecula.simulation.FilmFormat;
import picocli.CommandLine.Option;

/** How films are written. */
final class FilmOptions {
  /** What a film's file is. */
  enum Format {
    DICOM,
    COMPACT
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "dicom",
      description =
          "dicom, or compact: the same objects compressed without loss by JPEG-LS, less than half"
              + " as large (default: ${DEFAULT-VALUE}).")
  private Format format = Format.DICOM;

  @Option(names = "--png", description = "Also a 16-bit PNG beside each DICOM file.")
  private boolean png;

  /**
   * The format of both.
   *
   * @throws IllegalArgumentException in one sentence, if they contradict each other
   */
  FilmFormat format() {
    if (png && format == Format.COMPACT) {
      throw new IllegalArgumentException("--png belongs to --format dicom");
    }
    return switch (format) {
      case DICOM -> png ? FilmFormat.DICOM_AND_PNG : FilmFormat.DICOM;
      case COMPACT -> FilmFormat.COMPACT;
    };
  }
}
