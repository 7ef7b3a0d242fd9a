package org.trabecula.validation.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a validation: what {@code trabecula validate} finds. Each site holds the short
 * form that {@code evaluate} prints and all that goes beyond it.
 *
 * @param heading title, whether any radiograph is simulated, and what the figures can be traced
 *     back to
 * @param settings under which all figures were made
 * @param flow from all who came in to those who were evaluated
 * @param participants who was evaluated
 * @param comparator name of the other predictions on the same subjects, if there are some
 * @param sites one study for each site, view and scale
 */
public record ValidationStudy(
    StudyReport.Heading heading,
    StudySettings settings,
    StudyFlow flow,
    Participants participants,
    Optional<String> comparator,
    List<SiteStudy> sites) {

  public ValidationStudy {
    sites = List.copyOf(sites);
  }

  /** All figures as lines, site by site. */
  public List<Figure> figures() {
    return sites.stream().flatMap(site -> site.figures().stream()).toList();
  }

  /** The short form, as {@code evaluate} prints it. */
  public StudyReport brief() {
    return new StudyReport(heading, sites.stream().map(SiteStudy::evaluation).toList());
  }

  /** The study as maps, lists, strings, numbers and booleans, ready for any JSON writer. */
  public Map<String, Object> tree() {
    return ValidationTree.of(this);
  }

  /** The figures as a table: CSV (UTF-8, RFC 4180), one line for each figure. */
  public String csv() {
    return FigureTable.text(this);
  }
}
