package org.trabecula.cohort.pairing.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as spreadsheets write it: comma, semicolon or tab, quotes where needed (RFC 4180). */
final class CsvFile {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvFile() {}

  static Sheet read(Path file, Sheet.Format format) throws IOException {
    String text = text(file);
    char delimiter = format.delimiter().orElseGet(() -> mostInFirstLine(text));
    CSVFormat csv =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = csv.parse(new StringReader(text))) {
      return sheet(parser, file.getFileName() == null ? file.toString() : name(file));
    } catch (UncheckedIOException e) {
      throw malformed(file, e);
    } catch (MalformedTableException e) {
      throw e;
    } catch (IOException e) {
      throw malformed(file, e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static MalformedTableException malformed(Path file, Exception cause) {
    MalformedTableException malformed =
        new MalformedTableException(
            "%s is not a CSV table (%s); save it as CSV in UTF-8, or as XLSX."
                .formatted(file, cause.getMessage()));
    malformed.initCause(cause);
    return malformed;
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed(file, new IOException("the text is not UTF-8", e));
    }
  }

  private static char mostInFirstLine(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = DELIMITERS[0];
    for (char candidate : DELIMITERS) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static Sheet sheet(CSVParser parser, String name) throws MalformedTableException {
    List<String> header = new ArrayList<>();
    List<Sheet.Line> lines = new ArrayList<>();
    long previousEnd = 0;
    for (CSVRecord record : parser) {
      List<String> cells = record.stream().map(String::strip).toList();
      int number = (int) previousEnd + 1;
      previousEnd = parser.getCurrentLineNumber();
      if (header.isEmpty()) {
        header.addAll(cells);
      } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Sheet.Line(number, filled(cells, header.size(), name, number)));
      }
    }
    return Sheet.of(name, header, lines);
  }

  /** As many cells as columns; a line may end early, but not late. */
  static List<String> filled(List<String> cells, int columns, String name, int number)
      throws MalformedTableException {
    List<String> filled = new ArrayList<>(cells);
    while (filled.size() > columns && filled.getLast().isEmpty()) {
      filled.removeLast();
    }
    if (filled.size() > columns) {
      throw new MalformedTableException(
          "%s, line %d has %d cells under %d columns; put text that holds the delimiter in quotes."
              .formatted(name, number, filled.size(), columns));
    }
    while (filled.size() < columns) {
      filled.add("");
    }
    return filled;
  }
}
