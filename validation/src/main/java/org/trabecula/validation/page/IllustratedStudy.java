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
record IllustratedStudy(ValidationStudy study, Figure flow, List<SiteFigures> sites) {
  IllustratedStudy {
    sites = List.copyOf(sites);
  }

  static IllustratedStudy of(ValidationStudy study) {
    return new IllustratedStudy(
        study, StudyFlowFigure.of(study), study.sites().stream().map(SiteFigures::of).toList());
  }

  List<Figure> all() {
    List<Figure> all = new ArrayList<>();
    all.add(flow);
    sites.forEach(site -> all.addAll(site.all()));
    return all;
  }
}
