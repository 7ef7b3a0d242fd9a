package org.trabecula.learning.labelled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A table of labelled films: UTF-8, RFC 4180, columns by name in any order.
 *
 * @param films rows that take part, in the order of the table
 * @param left rows that {@link LabelColumns#where} leaves out
 * @param unlabelled rows without label or class, left out as well
 */
public record LabelTable(List<LabelledFilm> films, int left, int unlabelled) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  /** Endings that a cell may leave out, as found in the folder of films. */
  private static final List<String> ENDINGS =
      List.of("", ".dcm", ".png", ".jpg", ".jpeg", ".tif", ".tiff");

  public LabelTable {
    films = List.copyOf(films);
  }

  /**
   * Reads a table.
   *
   * @param images the folder of the films
   * @throws IOException if a column, a film or a number is not there, in one sentence
   */
  public static LabelTable read(Path file, Path images, LabelColumns columns) throws IOException {
    try (CSVParser parser = FORMAT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      requireColumns(parser.getHeaderNames(), columns, file);
      return new Rows(file, images, columns).of(parser);
    } catch (IllegalArgumentException | CharacterCodingException | CSVException e) {
      // An IllegalArgumentException is the parser's word for a header with a column twice.
      throw new IOException("%s is no table: %s".formatted(file, e.getMessage()), e);
    } catch (UncheckedIOException e) {
      // The parser's iterator wraps what its grammar and the file's reader throw.
      throw new IOException("%s is no table: %s".formatted(file, e.getCause()), e);
    }
  }

  private static void requireColumns(List<String> header, LabelColumns columns, Path file)
      throws IOException {
    for (String column : columns.all()) {
      if (!header.contains(column)) {
        throw new IOException(
            "%s has no column '%s'; it has %s: name one of them"
                .formatted(file, column, String.join(", ", header)));
      }
    }
  }

  /** Reads rows one after the other. */
  private static final class Rows {
    private final Path file;
    private final Path images;
    private final LabelColumns columns;
    private final List<LabelledFilm> films = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int left;
    private int unlabelled;

    Rows(Path file, Path images, LabelColumns columns) {
      this.file = file;
      this.images = images;
      this.columns = columns;
    }

    LabelTable of(CSVParser parser) throws IOException {
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw broken(row, "it has %d cells, not those of the header".formatted(row.size()));
        }
        add(row);
      }
      return new LabelTable(films, left, unlabelled);
    }

    private void add(CSVRecord row) throws IOException {
      if (columns.where().entrySet().stream()
          .anyMatch(e -> !row.get(e.getKey()).equals(e.getValue()))) {
        left++;
      } else if (row.get(columns.label()).isBlank() || row.get(columns.disease()).isBlank()) {
        unlabelled++;
      } else {
        films.add(film(row));
      }
    }

    private LabelledFilm film(CSVRecord row) throws IOException {
      String id = row.get(columns.image());
      if (id.isBlank() || !seen.add(id)) {
        throw broken(row, "film '%s' is empty or there twice".formatted(id));
      }
      Map<String, String> covariates = new LinkedHashMap<>();
      columns.covariates().forEach(column -> covariates.put(column, row.get(column)));
      String group = columns.group().map(row::get).filter(cell -> !cell.isBlank()).orElse(id);
      return new LabelledFilm(
          id,
          found(row, id),
          number(row, columns.label()),
          row.get(columns.disease()),
          group,
          columns.stratum().map(row::get).orElse(""),
          covariates);
    }

    private Path found(CSVRecord row, String id) throws IOException {
      Optional<Path> film =
          ENDINGS.stream()
              .map(ending -> images.resolve(id + ending))
              .filter(Files::isRegularFile)
              .findFirst();
      return film.orElseThrow(
          () -> broken(row, "there is no film '%s' in %s".formatted(id, images)));
    }

    private double number(CSVRecord row, String column) throws IOException {
      double value = LabelTable.number(row.get(column)).orElse(Double.NaN);
      if (!Double.isFinite(value)) {
        throw broken(row, "'%s' in column '%s' is no number".formatted(row.get(column), column));
      }
      return value;
    }

    private IOException broken(CSVRecord row, String problem) {
      return new IOException("%s, row %d: %s".formatted(file, row.getRecordNumber(), problem));
    }
  }

  /** A finite number, if a cell holds one. */
  static Optional<Double> number(String cell) {
    try {
      return Optional.of(Double.parseDouble(cell)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Classes in order of their mean label, highest first: for T-scores from healthy to ill. */
  public List<String> classes() {
    return films.stream()
        .map(LabelledFilm::disease)
        .distinct()
        .sorted(Comparator.comparingDouble((String c) -> -meanLabel(c)))
        .toList();
  }

  private double meanLabel(String disease) {
    return films.stream()
        .filter(f -> f.disease().equals(disease))
        .mapToDouble(LabelledFilm::label)
        .average()
        .orElseThrow();
  }
}
