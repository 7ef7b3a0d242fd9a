package org.trabecula.app;

import java.util.List;
import org.trabecula.report.summary.CsvTable;
import org.trabecula.report.summary.TextTable;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.ScreenRequest;

/** What standard output shows of a run, line by line. */
interface ResultList {
  /** How results are listed. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  /** What stands before the first result. */
  List<String> head();

  /** The lines of a result. */
  List<String> lines(ScreenRun.Outcome outcome);

  /** What stands after the last result. */
  default List<String> foot() {
    return List.of();
  }

  /** Returns a list in a format. */
  static ResultList of(
      Format format, ScreenRequest request, ModelPackage model, List<Inputs.Input> inputs) {
    return switch (format) {
      case TABLE -> {
        int width = inputs.stream().mapToInt(input -> input.name().length()).max().orElse(5);
        yield new Table(new TextTable(width), request, model);
      }
      case CSV -> new Csv(new CsvTable(request, model));
      case JSON -> new Json();
    };
  }

  /** For the eye. */
  record Table(TextTable table, ScreenRequest request, ModelPackage model) implements ResultList {
    @Override
    public List<String> head() {
      return List.of(table.head(request, model));
    }

    @Override
    public List<String> lines(ScreenRun.Outcome outcome) {
      return List.of(table.line(outcome.row()));
    }
  }

  /** For a spreadsheet. */
  record Csv(CsvTable table) implements ResultList {
    @Override
    public List<String> head() {
      return List.of(table.head());
    }

    @Override
    public List<String> lines(ScreenRun.Outcome outcome) {
      return List.of(table.line(outcome.row()));
    }
  }

  /** For a program: one array of what the {@code result.json} files hold. */
  final class Json implements ResultList {
    private boolean first = true;

    @Override
    public List<String> head() {
      return List.of("[");
    }

    @Override
    public List<String> lines(ScreenRun.Outcome outcome) {
      if (outcome.json().isEmpty()) {
        return List.of();
      }
      String text = outcome.json().get().strip();
      List<String> lines = first ? List.of(text) : List.of(",", text);
      first = false;
      return lines;
    }

    @Override
    public List<String> foot() {
      return List.of("]");
    }
  }
}
