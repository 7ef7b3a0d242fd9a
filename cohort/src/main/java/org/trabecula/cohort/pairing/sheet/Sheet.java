package org.trabecula.cohort.pairing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table under a header.
 *
 * @param name of the file, for messages
 * @param header the names of the columns, without blanks around them, each once
 * @param lines below the header, empty ones left out
 */
public record Sheet(String name, List<String> header, List<Line> lines) {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /**
   * A line.
   *
   * @param number in the file, counted from 1
   * @param cells texts without blanks around them; as many as the header has
   */
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * How a file is read.
   *
   * @param sheet name of the sheet of a workbook; the first if none is stated
   * @param delimiter of a CSV file; if none is stated, the one its header has most of
   */
  public record Format(Optional<String> sheet, Optional<Character> delimiter) {
    /** Nothing is stated. */
    public static final Format ANY = new Format(Optional.empty(), Optional.empty());
  }

  /**
   * @throws MalformedTableException if a line has more cells than the header
   */
  static Sheet of(String name, List<String> header, List<Line> lines)
      throws MalformedTableException {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new MalformedTableException(
            "%s has the column '%s' twice; rename one of them.".formatted(name, column));
      }
    }
    if (seen.isEmpty()) {
      throw new MalformedTableException(
          "%s has no header; its first line must name the columns.".formatted(name));
    }
    return new Sheet(name, List.copyOf(header), List.copyOf(lines));
  }

  /**
   * Reads a CSV file (UTF-8) or an XLSX workbook, recognised by content.
   *
   * @throws MalformedTableException if it is neither
   */
  public static Sheet read(Path file, Format format) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ZIP.length);
    }
    if (Arrays.equals(start, ZIP)) {
      return XlsxFile.read(file, format);
    }
    if (Arrays.equals(start, OLD_EXCEL)) {
      throw new MalformedTableException(
          "%s is a workbook of the old or an encrypted kind; save it as XLSX without a password, or as CSV."
              .formatted(file));
    }
    return CsvFile.read(file, format);
  }

  /** Whether there is a column of that name. */
  public boolean has(String column) {
    return header.contains(column);
  }

  /** A cell; empty if the table lacks the column. */
  public String cell(Line line, String column) {
    int index = header.indexOf(column);
    return index < 0 ? "" : line.cells().get(index);
  }

  /** How messages name a line. */
  public String origin(Line line) {
    return "%s, line %d".formatted(name, line.number());
  }
}
