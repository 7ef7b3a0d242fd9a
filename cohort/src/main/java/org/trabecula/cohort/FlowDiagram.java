package org.trabecula.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many subjects and radiographs came in, were left out and why, and stayed (STARD 2015, item
 * 19).
 *
 * @param all everything in the manifest
 * @param leftOut for each reason, in order of its first row
 * @param included what stayed
 */
public record FlowDiagram(Count all, Map<String, Count> leftOut, Count included) {

  /**
   * How many.
   *
   * @param subjects different subjects
   * @param radiographs rows
   */
  public record Count(int subjects, int radiographs) {
    static Count of(List<Manifest.Row> rows) {
      return new Count(
          (int) rows.stream().map(Manifest.Row::subjectId).distinct().count(), rows.size());
    }
  }

  public FlowDiagram {
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /**
   * Counts a manifest. A subject may be among the included and the left out, by its radiographs.
   */
  public static FlowDiagram of(Manifest manifest) {
    Map<String, Count> leftOut = new LinkedHashMap<>();
    manifest.rows().stream()
        .flatMap(row -> row.exclusion().stream())
        .distinct()
        .forEach(reason ->
            leftOut.put(
                reason,
                Count.of(
                    manifest
                        .where(row -> row.exclusion().filter(reason::equals).isPresent())
                        .rows())));
    return new FlowDiagram(
        Count.of(manifest.rows()), leftOut, Count.of(manifest.included().rows()));
  }

  /** The diagram as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| step | subjects | radiographs |\n|---|---|---|\n");
    text.append(line("all", all));
    leftOut.forEach((reason, count) -> text.append(line("left out: " + reason, count)));
    return text.append(line("included", included)).toString();
  }

  /**
   * The diagram as SVG.
   *
   * @param synthetic whether it counts simulated radiographs; it then says so
   */
  public String svg(boolean synthetic) {
    return FlowDrawing.of(this, synthetic);
  }

  private static String line(String step, Count count) {
    return "| %s | %d | %d |\n".formatted(step, count.subjects, count.radiographs);
  }
}
