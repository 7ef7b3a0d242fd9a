package org.trabecula.validation.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a study, to be printed or kept as JSON.
 *
 * @param heading what was studied
 * @param sites one evaluation for each site and view
 */
public record StudyReport(Heading heading, List<SiteEvaluation> sites) {

  /**
   * What was studied.
   *
   * @param title in print
   * @param synthetic whether the radiographs are simulated; then every figure is called so
   * @param provenance what a figure can be traced back to: data hash, model, command; by name
   */
  public record Heading(String title, boolean synthetic, Map<String, String> provenance) {
    public Heading {
      provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }
  }

  public StudyReport {
    sites = List.copyOf(sites);
  }

  /** The report as Markdown. */
  public String markdown() {
    return StudyMarkdown.of(this);
  }

  /** The report as maps, lists, strings, numbers and booleans, ready for any JSON writer. */
  public Map<String, Object> tree() {
    return StudyTree.of(this);
  }
}
