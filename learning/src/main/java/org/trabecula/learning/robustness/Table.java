package org.trabecula.learning.robustness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One study's figures.
 *
 * @param title of the study
 * @param explanation what was done, in sentences
 * @param columns names of the columns
 * @param rows cells, as many as columns in each
 */
public record Table(String title, String explanation, List<String> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of '%s' has %d cells for %d columns"
                .formatted(title, row.size(), columns.size()));
      }
    }
  }

  /** The table in Markdown; its head says that it is synthetic, for whoever copies it out. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| synthetic: ").append(String.join(" | ", columns)).append(" |\n");
    text.append("|---".repeat(columns.size())).append("|\n");
    for (List<Cell> row : rows) {
      text.append(row.stream().map(Cell::text).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return text.toString();
  }

  /** The table as plain maps and lists. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", title);
    tree.put("synthetic", true);
    tree.put("explanation", explanation);
    tree.put("rows", rows.stream().map(this::tree).toList());
    return tree;
  }

  private Map<String, Object> tree(List<Cell> row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      tree.put(columns.get(i), row.get(i).value());
    }
    return tree;
  }
}
