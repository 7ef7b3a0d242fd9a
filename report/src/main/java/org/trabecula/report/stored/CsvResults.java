package org.trabecula.report.stored;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;

/** Reads the table of {@code screen --format csv}; it holds one lumbar and one femoral density. */
public final class CsvResults {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvResults() {}

  /**
   * Hands over the results of a file one by one; files that failed are passed over.
   *
   * @throws MalformedResultException if the file holds something else
   */
  public static void read(Path file, Consumer<StoredResult> reader) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(in)) {
      for (String column : new String[] {"outcome", "call", "reason", "date", "view"}) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new MalformedResultException(
              "%s has no column '%s'; make it again by: screen --format csv"
                  .formatted(file, column));
        }
      }
      for (CSVRecord row : rows) {
        if (!cell(row, "outcome").equals(Optional.of("failed"))) {
          reader.accept(result(row, "%s, line %d".formatted(file, rows.getCurrentLineNumber())));
        }
      }
    }
  }

  private static StoredResult result(CSVRecord row, String where) throws IOException {
    try {
      return new StoredResult(Optional.empty(), acquisition(row), subject(row), finding(row));
    } catch (MalformedResultException | IllegalArgumentException e) {
      throw new MalformedResultException("%s: %s".formatted(where, e.getMessage()));
    }
  }

  private static StoredResult.Finding finding(CSVRecord row) throws MalformedResultException {
    if (cell(row, "outcome").equals(Optional.of("refused"))) {
      return new StoredResult.Refused(needed(row, "reason"));
    }
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (String region : new String[] {"lumbar", "femur"}) {
      Optional<Site> site = cell(row, region + "_site").map(Site::of);
      OptionalDouble bmd = number(row, region + "_bmd");
      if (cell(row, region + "_in_view").equals(Optional.of("true"))
          && site.isPresent()
          && bmd.isPresent()) {
        densities.put(site.get(), bmd.getAsDouble());
      }
    }
    return new StoredResult.Estimated(needed(row, "view"), needed(row, "call"), densities);
  }

  private static String needed(CSVRecord row, String column) throws MalformedResultException {
    return cell(row, column)
        .orElseThrow(() -> new MalformedResultException("no %s is stated".formatted(column)));
  }

  private static Acquisition acquisition(CSVRecord row) throws MalformedResultException {
    return new Acquisition(
        number(row, "kvp"),
        number(row, "mas"),
        OptionalDouble.empty(),
        number(row, "exposure_index"),
        Optional.empty(),
        cell(row, "manufacturer"),
        cell(row, "device"),
        JsonResults.date(cell(row, "date")),
        cell(row, "station"));
  }

  private static Subject subject(CSVRecord row) {
    return new Subject(
        cell(row, "sex").map(sex -> Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
        number(row, "age"),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static Optional<String> cell(CSVRecord row, String column) {
    return row.isSet(column) && !row.get(column).isBlank()
        ? Optional.of(row.get(column))
        : Optional.empty();
  }

  private static OptionalDouble number(CSVRecord row, String column) {
    Optional<String> cell = cell(row, column);
    return cell.isPresent()
        ? OptionalDouble.of(Double.parseDouble(cell.get()))
        : OptionalDouble.empty();
  }
}
