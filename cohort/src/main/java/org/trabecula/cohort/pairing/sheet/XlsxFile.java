package org.trabecula.cohort.pairing.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The values of a sheet of a workbook; a date is written as {@code yyyy-MM-dd}. */
final class XlsxFile {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private XlsxFile() {}

  static Sheet read(Path file, Sheet.Format format) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
      var sheet =
          format.sheet().isPresent()
              ? book.findSheet(format.sheet().get())
              : java.util.Optional.of(book.getFirstSheet());
      if (sheet.isEmpty()) {
        throw new MalformedTableException(
            "%s has no sheet '%s'; it has %s."
                .formatted(
                    file,
                    format.sheet().orElse(""),
                    book.getSheets().map(s -> "'" + s.getName() + "'").toList()));
      }
      try (Stream<Row> rows = sheet.get().openStream()) {
        return sheet(rows.toList(), name);
      }
    } catch (MalformedTableException e) {
      throw e;
    } catch (IOException | RuntimeException broken) {
      // The library throws what it likes at a broken workbook.
      MalformedTableException malformed =
          new MalformedTableException(
              "%s is not a readable XLSX workbook (%s); save it again, or as CSV."
                  .formatted(file, broken.getMessage()));
      malformed.initCause(broken);
      throw malformed;
    }
  }

  private static Sheet sheet(List<Row> rows, String name) throws MalformedTableException {
    List<String> header = new ArrayList<>();
    List<Sheet.Line> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.getCellCount(); i++) {
        cells.add(row.getOptionalCell(i).map(XlsxFile::text).orElse(""));
      }
      boolean empty = cells.stream().allMatch(String::isEmpty);
      if (header.isEmpty() && !empty) {
        header.addAll(cells);
      } else if (!empty) {
        int number = row.getRowNum();
        lines.add(new Sheet.Line(number, CsvFile.filled(cells, header.size(), name, number)));
      }
    }
    return Sheet.of(name, header, lines);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? date(cell) : plain(cell.asNumber());
    }
    if (cell.getType() == CellType.FORMULA && cell.getRawValue() != null) {
      return cell.getRawValue().strip();
    }
    return cell.getText() == null ? "" : cell.getText().strip();
  }

  /** Whether a number's format shows a year and a day (ISO 29500-1, 18.8.30 and 18.8.31). */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return letters.contains("y") && letters.contains("d");
  }

  private static String date(Cell cell) {
    var moment = cell.asDate();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /** A patient number is written without a fraction or exponent. */
  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
  }
}
