package org.trabecula.cohort.pairing.dxa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.densitometry.ScannerScale;

/** Reads DXA results wherever they are: tables, structured reports, folders of both. */
public final class DxaResults {
  private DxaResults() {}

  /**
   * How results are read.
   *
   * @param mapping of tables; if none is given, columns must carry our own names
   * @param scale of results that do not state one
   */
  public record Format(Optional<ColumnMapping> mapping, Optional<ScannerScale> scale) {}

  /**
   * Reads all that was named; folders are walked by name, hidden files left out.
   *
   * @throws IOException with one sentence, if a table as a whole cannot be understood
   */
  public static DxaRows read(List<Path> named, Format format) throws IOException {
    DxaRows rows = DxaRows.NONE;
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      for (Path file : files(path)) {
        rows =
            rows.and(
                isTable(file) ? DxaTable.read(file, format) : DxaReport.read(file, format.scale()));
      }
    }
    return rows;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return new ArrayList<>(
          walk.filter(Files::isRegularFile)
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .sorted()
              .toList());
    }
  }

  private static boolean isTable(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".xls");
  }
}
