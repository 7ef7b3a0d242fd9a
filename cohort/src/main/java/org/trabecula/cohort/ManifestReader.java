package org.trabecula.cohort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads {@code manifest.csv}: columns by name, in any order. */
final class ManifestReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
          .get();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ManifestReader() {}

  static Manifest read(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? file.toAbsolutePath() : parent;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      skipByteOrderMark(reader);
      try (CSVParser parser = FORMAT.parse(reader)) {
        return new Manifest(folder, rows(parser, file.toString()));
      }
    } catch (CharacterCodingException e) {
      throw malformed(e, file, "the text is not UTF-8");
    } catch (CSVException e) {
      throw malformed(e, file, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw unwrapped(e, file);
    }
  }

  /** The parser's iterator wraps what its grammar and the file's reader throw. */
  private static IOException unwrapped(UncheckedIOException wrapped, Path file) {
    return switch (wrapped.getCause()) {
      case CharacterCodingException e -> malformed(e, file, "the text is not UTF-8");
      case CSVException e -> malformed(e, file, String.valueOf(e.getMessage()));
      case null, default -> new IOException(file.toString(), wrapped);
    };
  }

  private static MalformedManifestException malformed(Exception cause, Path file, String problem) {
    MalformedManifestException malformed =
        new MalformedManifestException(file.toString(), 1, "(any)", problem);
    malformed.initCause(cause);
    return malformed;
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
  }

  private static List<Manifest.Row> rows(CSVParser parser, String origin)
      throws MalformedManifestException {
    List<String> header = parser.getHeaderNames();
    checkHeader(header, origin);
    List<Manifest.Row> rows = new ArrayList<>();
    long previousEnd = parser.getCurrentLineNumber();
    for (CSVRecord cells : parser) {
      // A quoted cell may span lines: the row starts after the end of the one before.
      rows.add(new ManifestRowParser(origin, previousEnd + 1, header, cells).row());
      previousEnd = parser.getCurrentLineNumber();
    }
    return rows;
  }

  private static void checkHeader(List<String> header, String origin)
      throws MalformedManifestException {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw new MalformedManifestException(origin, 1, column, "the column is there twice");
      }
    }
    for (String column : ManifestColumns.REQUIRED) {
      if (!seen.contains(column)) {
        throw new MalformedManifestException(origin, 1, column, "the column is missing");
      }
    }
  }
}
