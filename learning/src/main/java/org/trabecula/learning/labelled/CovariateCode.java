package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How covariates become numbers. A column of numbers gives two: standardised over the films that
 * are learnt from, 0 where unknown, and 1 where unknown. A column of words gives one for each word.
 */
final class CovariateCode {
  private final List<Column> columns;

  private CovariateCode(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  private sealed interface Column {
    String name();

    record Numbers(String name, double mean, double spread) implements Column {}

    record Words(String name, List<String> words) implements Column {}

    default int length() {
      return switch (this) {
        case Numbers ignored -> 2;
        case Words w -> w.words().size();
      };
    }
  }

  /**
   * The code of some columns.
   *
   * @param all rows of the table: they tell numbers from words, and which words there are
   * @param learnt rows whose mean and spread count
   */
  static CovariateCode of(
      List<String> names, List<Map<String, String>> all, List<Map<String, String>> learnt) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      List<String> cells = known(all, name);
      boolean numbers = cells.stream().allMatch(cell -> LabelTable.number(cell).isPresent());
      columns.add(
          numbers
              ? numbers(name, known(learnt, name))
              : new Column.Words(name, cells.stream().distinct().sorted().toList()));
    }
    return new CovariateCode(columns);
  }

  private static List<String> known(List<Map<String, String>> rows, String name) {
    return rows.stream()
        .map(row -> row.getOrDefault(name, ""))
        .filter(cell -> !cell.isBlank())
        .toList();
  }

  private static Column numbers(String name, List<String> cells) {
    double[] values =
        cells.stream().mapToDouble(cell -> LabelTable.number(cell).orElseThrow()).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return new Column.Numbers(name, mean, variance > 0 ? Math.sqrt(variance) : 1);
  }

  /** Length of a code. */
  int length() {
    return columns.stream().mapToInt(Column::length).sum();
  }

  /** The numbers of one row. */
  double[] encode(Map<String, String> row) {
    double[] code = new double[length()];
    int at = 0;
    for (Column column : columns) {
      String cell = row.getOrDefault(column.name(), "");
      switch (column) {
        case Column.Numbers n -> {
          code[at] = LabelTable.number(cell).map(x -> (x - n.mean()) / n.spread()).orElse(0.0);
          code[at + 1] = cell.isBlank() ? 1 : 0;
        }
        case Column.Words w -> {
          int word = w.words().indexOf(cell);
          if (word >= 0) {
            code[at + word] = 1;
          }
        }
      }
      at += column.length();
    }
    return code;
  }
}
