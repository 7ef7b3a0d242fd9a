package org.trabecula.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.validation.planning.StudySize;

/**
 * A plan in print.
 *
 * @param rows one for each figure, not empty
 * @param asked what all rows share
 */
record PlanList(List<StudySize> rows, Asked asked) {
  /** How it is printed. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  /**
   * What was asked of all figures.
   *
   * @param level of the intervals
   * @param assurance that the wanted width is met, if asked for
   * @param dropout share of the recruited that is lost
   */
  record Asked(double level, OptionalDouble assurance, double dropout) {}

  PlanList {
    rows = List.copyOf(rows);
  }

  List<String> lines(Format format) {
    return switch (format) {
      case TEXT -> text();
      case CSV -> csv();
      case JSON -> List.of(json());
    };
  }

  /** The subjects that serve every figure. */
  private int total() {
    return rows.stream().mapToInt(row -> row.size().total()).max().orElseThrow();
  }

  private int recruited() {
    return rows.stream().mapToInt(row -> row.recruited(asked.dropout)).max().orElseThrow();
  }

  private List<String> text() {
    List<String> lines = new ArrayList<>();
    String form = "%-20s %8s %7s %9s %8s %8s %9s %7s  %s";
    lines.add(
        form.formatted(
            "figure",
            "expected",
            "width",
            "subjects",
            "with",
            "without",
            "recruit",
            "chance",
            "unit"));
    for (StudySize row : rows) {
      lines.add(
          form.formatted(
                  row.figure().label(),
                  number(row.figure().expected(), 3),
                  number(row.expectedWidth(), 4),
                  row.size().total(),
                  outcome(row, row.size().positives()),
                  outcome(row, row.size().negatives()),
                  row.recruited(asked.dropout),
                  "%.0f %%".formatted(100 * row.chance()),
                  row.figure().unit())
              .stripTrailing());
    }
    lines.add("");
    lines.add(
        rows.size() == 1
            ? "The study needs %d subjects, %d recruited.".formatted(total(), recruited())
            : "All of them need %d subjects, %d recruited.".formatted(total(), recruited()));
    lines.add(
        "width: of the %.0f %% interval that is expected; chance: that it is at most as wide as asked for."
            .formatted(100 * asked.level));
    lines.add(
        asked.assurance.isPresent()
            ? "Planned so that this chance is at least %.0f %% for each figure."
                .formatted(100 * asked.assurance.getAsDouble())
            : "Planned for the expected width: about every second study meets it. Use --assurance 0.8"
                + " to be surer.");
    if (rows.stream().anyMatch(PlanList::byOutcome)) {
      lines.add(
          "with, without: subjects with and without the outcome, as the prevalence brings them.");
    }
    rows.stream()
        .map(row -> "%s: %s.".formatted(row.figure().label(), row.figure().source()))
        .forEach(lines::add);
    return lines;
  }

  /** Agreement is of all subjects, whether they have the outcome or not. */
  private static boolean byOutcome(StudySize row) {
    return row.size().positives() > 0;
  }

  private static String outcome(StudySize row, int subjects) {
    return byOutcome(row) ? Integer.toString(subjects) : "-";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private List<String> csv() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "figure,expected,unit,width_wanted,width_expected,level,subjects,with_outcome,without_outcome,"
            + "dropout,recruited,chance,assurance,source");
    for (StudySize row : rows) {
      lines.add(
          String.join(
              ",",
              row.figure().label(),
              number(row.figure().expected(), 4),
              row.figure().unit(),
              Double.toString(row.figure().width()),
              number(row.expectedWidth(), 5),
              Double.toString(asked.level),
              Integer.toString(row.size().total()),
              byOutcome(row) ? Integer.toString(row.size().positives()) : "",
              byOutcome(row) ? Integer.toString(row.size().negatives()) : "",
              Double.toString(asked.dropout),
              Integer.toString(row.recruited(asked.dropout)),
              number(row.chance(), 3),
              asked.assurance.isPresent() ? Double.toString(asked.assurance.getAsDouble()) : "",
              "\"" + row.figure().source() + "\""));
    }
    return lines;
  }

  private String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", "trabecula-plan/1");
    tree.put("level", asked.level);
    tree.put("assurance", asked.assurance.isPresent() ? asked.assurance.getAsDouble() : null);
    tree.put("dropout", asked.dropout);
    tree.put("subjects", total());
    tree.put("recruited", recruited());
    tree.put("figures", rows.stream().map(this::tree).toList());
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
  }

  private Map<String, Object> tree(StudySize row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("figure", row.figure().label());
    tree.put("expected", row.figure().expected());
    tree.put("unit", row.figure().unit());
    tree.put("widthWanted", row.figure().width());
    tree.put("widthExpected", row.expectedWidth());
    tree.put("subjects", row.size().total());
    tree.put("withOutcome", byOutcome(row) ? row.size().positives() : null);
    tree.put("withoutOutcome", byOutcome(row) ? row.size().negatives() : null);
    tree.put("recruited", row.recruited(asked.dropout));
    tree.put("chance", row.chance());
    tree.put("source", row.figure().source());
    return tree;
  }
}
