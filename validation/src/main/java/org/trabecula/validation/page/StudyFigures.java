package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.study.ValidationStudy;

/**
 * A study and its figures.
 *
 * @param flow of participants
 * @param sites in the order of the study
 */
record StudyFigures(ValidationStudy study, Figure flow, List<SiteFigures> sites) {
  StudyFigures {
    sites = List.copyOf(sites);
  }

  static StudyFigures of(ValidationStudy study) {
    return new StudyFigures(
        study, StudyFlowFigure.of(study), study.sites().stream().map(SiteFigures::of).toList());
  }

  List<Figure> all() {
    List<Figure> all = new ArrayList<>();
    all.add(flow);
    sites.forEach(site -> all.addAll(site.all()));
    return all;
  }
}
