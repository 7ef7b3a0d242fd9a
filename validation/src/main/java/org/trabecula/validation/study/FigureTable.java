package org.trabecula.validation.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** Writes figures as a table, one line for each. */
final class FigureTable {
  private static final List<String> COLUMNS =
      List.of(
          "site",
          "synthetic",
          "group",
          "statistic",
          "at",
          "unit",
          "estimate",
          "low",
          "high",
          "level",
          "method",
          "n",
          "undefined");

  private FigureTable() {}

  static String text(ValidationStudy study) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      printer.printRecord(COLUMNS);
      for (SiteStudy site : study.sites()) {
        String data = site.source().synthetic() ? "synthetic" : "";
        for (Figure figure : site.figures()) {
          printer.printRecord(cells(figure, data));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Object> cells(Figure figure, String data) {
    List<Object> cells = new ArrayList<>();
    cells.add(figure.site());
    cells.add(data);
    cells.add(figure.group());
    cells.add(figure.statistic());
    cells.add(figure.at());
    cells.add(figure.unit());
    switch (figure.value()) {
      case Statistic.Known(Estimate e) ->
          cells.addAll(List.of(e.value(), e.low(), e.high(), e.level()));
      case Statistic.Undefined ignored -> cells.addAll(List.of("", "", "", ""));
    }
    cells.add(figure.method());
    cells.add(figure.n());
    cells.add(figure.value() instanceof Statistic.Undefined(String reason) ? reason : "");
    return cells;
  }
}
