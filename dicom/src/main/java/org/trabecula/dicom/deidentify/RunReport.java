package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run removed, by file: never a value, and no name of an original file.
 *
 * @param outcomes in the order of the inputs
 */
public record RunReport(Profile profile, List<FileOutcome> outcomes) {
  /** Copies the list. */
  public RunReport {
    outcomes = List.copyOf(outcomes);
  }

  /** The files that were written. */
  public List<FileOutcome.Written> written() {
    return outcomes.stream()
        .filter(FileOutcome.Written.class::isInstance)
        .map(FileOutcome.Written.class::cast)
        .toList();
  }

  /** One row for each attribute of each file: {@code file,attribute,change}. */
  public String csv() {
    StringBuilder rows = new StringBuilder("file,attribute,change\n");
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case FileOutcome.Refused(String sentence) ->
            row(rows, input(i), "", "refused: " + sentence);
        case FileOutcome.Written written -> {
          String file = written.file().toString();
          row(rows, file, "(7FE0,0010) PixelData", written.pixels());
          written
              .changes()
              .forEach(change -> row(rows, file, change.path(), change.kind().words()));
        }
      }
    }
    return rows.toString();
  }

  /** A page to read. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# De-identification");
    lines.add("");
    lines.add(
        "DICOM PS3.15 edition %s, basic application level confidentiality profile%s."
            .formatted(ConfidentialityTable.EDITION, options()));
    lines.add("");
    lines.add(
        "Files written: %d of %d. Values are never listed; originals stand in the key file alone."
            .formatted(written().size(), outcomes.size()));
    lines.add("");
    lines.add("| file | " + columns() + " | pixels | look at |");
    lines.add("|---|" + "---:|".repeat(AttributeChange.Kind.values().length) + "---|---|");
    for (FileOutcome.Written file : written()) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(file.file(), counts(file), file.pixels(), file.warning()));
    }
    refusals(lines);
    attributes(lines);
    return String.join("\n", lines) + "\n";
  }

  private String options() {
    return profile.options().isEmpty()
        ? ""
        : " with: "
            + profile.options().stream()
                .sorted()
                .map(ProfileOption::meaning)
                .collect(Collectors.joining("; "));
  }

  private static String columns() {
    return Arrays.stream(AttributeChange.Kind.values())
        .map(AttributeChange.Kind::words)
        .collect(Collectors.joining(" | "));
  }

  private static String counts(FileOutcome.Written file) {
    return Arrays.stream(AttributeChange.Kind.values())
        .map(kind -> Long.toString(file.count(kind)))
        .collect(Collectors.joining(" | "));
  }

  private void refusals(List<String> lines) {
    lines.add("");
    lines.add("## Refused");
    lines.add("");
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof FileOutcome.Refused(String sentence)) {
        lines.add("- " + input(i) + ": " + sentence);
      }
    }
    if (written().size() == outcomes.size()) {
      lines.add("None.");
    }
  }

  /** In how many files each attribute was changed, and how. */
  private void attributes(List<String> lines) {
    lines.add("");
    lines.add("## Attributes");
    lines.add("");
    lines.add("| attribute | change | times |");
    lines.add("|---|---|---:|");
    Map<AttributeChange.Kind, Map<String, Long>> times = new EnumMap<>(AttributeChange.Kind.class);
    for (FileOutcome.Written file : written()) {
      for (AttributeChange change : file.changes()) {
        times
            .computeIfAbsent(change.kind(), kind -> new TreeMap<>())
            .merge(change.path(), 1L, Long::sum);
      }
    }
    times.forEach((kind, paths) ->
        paths.forEach(
            (path, count) -> lines.add("| %s | %s | %d |".formatted(path, kind.words(), count))));
  }

  private static String input(int index) {
    return "input " + (index + 1);
  }

  private static void row(StringBuilder rows, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      rows.append(i == 0 ? "" : ",").append('"').append(cells[i].replace("\"", "\"\"")).append('"');
    }
    rows.append('\n');
  }
}
