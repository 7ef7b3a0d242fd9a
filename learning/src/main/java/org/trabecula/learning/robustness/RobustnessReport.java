package org.trabecula.learning.robustness;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param origin model, view, subjects, seed and command, by name
 * @param tables the studies
 */
public record RobustnessReport(Map<String, String> origin, List<Table> tables) {
  private static final String SCHEMA = "trabecula-robustness/1";

  public RobustnessReport {
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    tables = List.copyOf(tables);
  }

  /** The report in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Robustness (synthetic)\n\n");
    text.append("Every figure here is **synthetic**: of simulated subjects that no training saw,");
    text.append(" not of a clinic. Intervals are 95 %.\n\n");
    origin.forEach((name, value) -> text.append("- %s: %s\n".formatted(name, value)));
    for (Table table : tables) {
      text.append("\n## %s (synthetic)\n\n".formatted(table.title()));
      text.append(table.explanation()).append("\n\n").append(table.markdown());
    }
    return text.toString();
  }

  /** A short table: the studies without their words. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      text.append("\n").append(table.title()).append(" (synthetic)\n").append(table.markdown());
    }
    return text.toString();
  }

  /** The report as plain maps and lists, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("synthetic", true);
    tree.put("origin", origin);
    tree.put("tables", tables.stream().map(Table::tree).toList());
    return tree;
  }

  /** Writes {@code robustness.md} and {@code robustness.json} into a folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("robustness.md"), markdown());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(folder.resolve("robustness.json"), mapper.writeValueAsString(tree()) + "\n");
  }
}
