package org.trabecula.validation.study;

import java.util.List;
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
}
