package org.trabecula.cohort.pairing.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.cohort.pairing.sheet.MalformedTableException;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomFailure;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;

/** The images that the index of a disc names (PS3.3 section F, PS3.10 section 8). */
final class DicomDirectory {
  private static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
  private static final int DIRECTORY_RECORD_TYPE = 0x00041430;
  private static final int REFERENCED_FILE_ID = 0x00041500;

  private DicomDirectory() {}

  static List<FilmEntry> read(Path index) throws IOException {
    Path parent = index.toAbsolutePath().getParent();
    Path folder = parent == null ? index : parent;
    return switch (DicomReader.read(index)) {
      case DicomReading.Parsed(DicomObject object) -> images(object.data(), folder, index);
      case DicomReading.Failed(DicomFailure failure) ->
          throw new MalformedTableException(
              "%s is no index of a disc: %s Give the folder instead."
                  .formatted(index, failure.sentence()));
    };
  }

  private static List<FilmEntry> images(DataSet directory, Path folder, Path index)
      throws IOException {
    List<FilmEntry> entries = new ArrayList<>();
    for (DataSet record : directory.items(DIRECTORY_RECORD_SEQUENCE)) {
      List<String> parts = record.strings(REFERENCED_FILE_ID);
      if (record.string(DIRECTORY_RECORD_TYPE).orElse("").strip().equals("IMAGE")
          && !parts.isEmpty()) {
        entries.add(
            new FilmEntry(resolve(folder, parts, index), String.join("/", parts), Map.of()));
      }
    }
    if (entries.isEmpty()) {
      throw new MalformedTableException(
          "%s names no image; give the folder instead.".formatted(index));
    }
    return entries;
  }

  /** A disc's names are in capitals; a copy of it may have them in small letters. */
  private static Path resolve(Path folder, List<String> parts, Path index) throws IOException {
    Path at = folder;
    for (String part : parts) {
      if (part.equals("..") || part.contains("/")) {
        throw new MalformedTableException("%s names a file outside of it.".formatted(index));
      }
      try {
        at = like(at, part).orElse(at.resolve(part));
      } catch (InvalidPathException e) {
        throw new MalformedTableException("%s: '%s' is no path.".formatted(index, part));
      }
    }
    return at;
  }

  private static Optional<Path> like(Path folder, String part) throws IOException {
    if (Files.exists(folder.resolve(part)) || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).equalsIgnoreCase(part))
          .findFirst();
    }
  }
}
