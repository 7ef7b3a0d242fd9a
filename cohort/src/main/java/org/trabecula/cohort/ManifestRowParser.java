package org.trabecula.cohort;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/** Turns the cells of one line into a row, or names the line and column that stand in the way. */
final class ManifestRowParser {
  private final String origin;
  private final long line;
  private final List<String> header;
  private final CSVRecord cells;

  ManifestRowParser(String origin, long line, List<String> header, CSVRecord cells) {
    this.origin = origin;
    this.line = line;
    this.header = header;
    this.cells = cells;
  }

  Manifest.Row row() throws MalformedManifestException {
    if (cells.size() != header.size()) {
      throw malformed(
          header.get(Math.min(cells.size(), header.size() - 1)),
          "%d cells under %d columns".formatted(cells.size(), header.size()));
    }
    return new Manifest.Row(
        required(ManifestColumns.SUBJECT),
        path(ManifestColumns.IMAGE, required(ManifestColumns.IMAGE)),
        view(),
        choice(ManifestColumns.LATERALITY, Laterality.values()).orElse(Laterality.UNKNOWN),
        subject(),
        choice(ManifestColumns.SCALE, ScannerScale.values()).orElse(ScannerScale.HOLOGIC),
        flag(ManifestColumns.SYNTHETIC),
        new Densities(densities(ManifestColumns::measured), densities(ManifestColumns::exact)),
        truth(),
        Optional.of(text(ManifestColumns.EXCLUSION)),
        extras());
  }

  private Subject subject() throws MalformedManifestException {
    return new Subject(
        choice(ManifestColumns.SEX, Sex.values()),
        number(ManifestColumns.AGE, 0, 130),
        number(ManifestColumns.HEIGHT, 30, 260),
        number(ManifestColumns.WEIGHT, 1, 500));
  }

  private Truth truth() throws MalformedManifestException {
    return new Truth(
        optionalPath(ManifestColumns.MAP),
        optionalPath(ManifestColumns.REGIONS),
        number(ManifestColumns.MAP_ROWS, Double.MIN_VALUE, 1000));
  }

  private Map<Site, Double> densities(Function<Site, String> columnOf)
      throws MalformedManifestException {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      OptionalDouble value = number(columnOf.apply(site), 0.01, 5);
      if (value.isPresent()) {
        densities.put(site, value.getAsDouble());
      }
    }
    return densities;
  }

  private Map<String, String> extras() {
    Map<String, String> extras = new LinkedHashMap<>();
    for (String column : header) {
      if (!ManifestColumns.KNOWN.contains(column)) {
        extras.put(column, text(column));
      }
    }
    return extras;
  }

  private View view() throws MalformedManifestException {
    String code = required(ManifestColumns.VIEW);
    for (View view : View.values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    throw malformed(
        ManifestColumns.VIEW,
        "'%s' is none of %s"
            .formatted(code, Arrays.stream(View.values()).map(View::code).toList()));
  }

  private <E extends Enum<E>> Optional<E> choice(String column, E[] values)
      throws MalformedManifestException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E value : values) {
      if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return Optional.of(value);
      }
    }
    throw malformed(
        column,
        "'%s' is none of %s"
            .formatted(
                text, Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList()));
  }

  private boolean flag(String column) throws MalformedManifestException {
    return switch (text(column)) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw malformed(column, "'%s' is neither true nor false".formatted(text(column)));
    };
  }

  private OptionalDouble number(String column, double low, double high)
      throws MalformedManifestException {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw malformed(column, "'%s' is not a number".formatted(text));
    }
    if (!(value >= low && value <= high)) {
      throw malformed(column, "%s is not within %s to %s".formatted(text, low, high));
    }
    return OptionalDouble.of(value);
  }

  private Optional<Path> optionalPath(String column) throws MalformedManifestException {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(path(column, text));
  }

  private Path path(String column, String text) throws MalformedManifestException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw malformed(column, "'%s' is not a path".formatted(text));
    }
  }

  private String required(String column) throws MalformedManifestException {
    String text = text(column);
    if (text.isEmpty()) {
      throw malformed(column, "the cell is empty");
    }
    return text;
  }

  /** The cell, without the blanks around it; empty if the manifest lacks the column. */
  private String text(String column) {
    return cells.isMapped(column) ? cells.get(column).strip() : "";
  }

  private MalformedManifestException malformed(String column, String problem) {
    return new MalformedManifestException(origin, line, column, problem);
  }
}
