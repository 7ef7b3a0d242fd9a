package org.trabecula.validation.study;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;

/**
 * Predictions beside their truths as a table: CSV (UTF-8, RFC 4180), one row for each prediction,
 * whatever its site. Columns are {@code subject, sex, age, height_cm, weight_kg, site, scale,
 * truth, mean, sd, low, high, level}, densities in g/cm². The column {@code synthetic}, {@code
 * true} or {@code false}, says whether the radiograph is simulated; a file without it, as older
 * versions wrote, and an empty cell mean that it is not. Every further column is a trait. A cell
 * that is not known is empty.
 *
 * @param predictions in the order of the rows
 */
public record PredictionTable(List<Prediction> predictions) {
  private static final List<String> COLUMNS =
      List.of(
          "subject",
          "sex",
          "age",
          "height_cm",
          "weight_kg",
          "site",
          "scale",
          "truth",
          "mean",
          "sd",
          "low",
          "high",
          "level");

  private static final String SYNTHETIC = "synthetic";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  public PredictionTable {
    predictions = List.copyOf(predictions);
  }

  /** The table as text; numbers are read back exactly. */
  public String text() {
    Set<String> traits = new TreeSet<>();
    predictions.forEach(p -> traits.addAll(p.traits().keySet()));
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      List<String> header = new ArrayList<>(COLUMNS);
      header.add(SYNTHETIC);
      header.addAll(traits);
      printer.printRecord(header);
      for (Prediction prediction : predictions) {
        printer.printRecord(cells(prediction, traits));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Object> cells(Prediction prediction, Set<String> traits) {
    Subject subject = prediction.subject();
    DensityEstimate estimate = prediction.estimate();
    List<Object> cells = new ArrayList<>();
    cells.add(prediction.subjectId());
    cells.add(subject.sex().map(sex -> sex.name().toLowerCase(Locale.ROOT)).orElse(""));
    cells.add(cell(subject.ageYears()));
    cells.add(cell(subject.heightCm()));
    cells.add(cell(subject.weightKg()));
    cells.add(estimate.site().label());
    cells.add(estimate.scale().name().toLowerCase(Locale.ROOT));
    cells.add(prediction.truth());
    cells.add(estimate.mean());
    cells.add(estimate.sd());
    cells.add(estimate.low());
    cells.add(estimate.high());
    cells.add(estimate.level());
    cells.add(prediction.synthetic());
    traits.forEach(trait -> cells.add(prediction.traits().getOrDefault(trait, "")));
    return cells;
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  /**
   * Reads a table.
   *
   * @throws IOException with one sentence, if the file cannot be read or a row is not valid
   */
  public static PredictionTable read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser =
            CSVParser.parse(reader, FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<String> header = parser.getHeaderNames();
      for (String column : COLUMNS) {
        if (!header.contains(column)) {
          throw new IOException("%s has no column '%s'".formatted(file, column));
        }
      }
      List<Prediction> predictions = new ArrayList<>();
      for (CSVRecord record : parser) {
        try {
          predictions.add(prediction(record, header));
        } catch (IllegalArgumentException e) {
          throw new IOException(
              "%s, line %d: %s".formatted(file, parser.getCurrentLineNumber(), e.getMessage()), e);
        }
      }
      return new PredictionTable(predictions);
    }
  }

  private static Prediction prediction(CSVRecord cells, List<String> header) {
    Subject subject =
        new Subject(
            Optional.of(cells.get("sex"))
                .filter(sex -> !sex.isBlank())
                .map(sex -> Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
            known(cells, "age"),
            known(cells, "height_cm"),
            known(cells, "weight_kg"));
    DensityEstimate estimate =
        new DensityEstimate(
            Site.of(cells.get("site")),
            number(cells, "mean"),
            number(cells, "sd"),
            number(cells, "low"),
            number(cells, "high"),
            number(cells, "level"),
            ScannerScale.valueOf(cells.get("scale").toUpperCase(Locale.ROOT)));
    Map<String, String> traits = new LinkedHashMap<>();
    for (String column : header) {
      if (!COLUMNS.contains(column) && !column.equals(SYNTHETIC) && !cells.get(column).isBlank()) {
        traits.put(column, cells.get(column));
      }
    }
    return new Prediction(
        cells.get("subject"),
        subject,
        number(cells, "truth"),
        estimate,
        header.contains(SYNTHETIC) && flag(cells.get(SYNTHETIC)),
        traits);
  }

  private static boolean flag(String cell) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw new IllegalArgumentException(
              "synthetic is '%s', neither 'true' nor 'false'".formatted(cell));
    };
  }

  private static OptionalDouble known(CSVRecord cells, String column) {
    return cells.get(column).isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(number(cells, column));
  }

  private static double number(CSVRecord cells, String column) {
    String text = cells.get(column);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is '%s', not a number".formatted(column, text), e);
    }
  }
}
