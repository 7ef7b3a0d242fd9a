package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.figure.Figure;

class StudyFlowFigureTest {
  @Test
  void everyStepIsSeenWithItsCounts() {
    Figure figure = StudyFlowFigure.of(SampleStudy.of(50, Site.L1_L4));
    assertThat(figure.svg())
        .contains("In the manifest", "81 subjects, 90 radiographs")
        .contains("DXA older than a year", "another view", "metal over the region of interest")
        .contains("Evaluated", "50 subjects, 50 radiographs");
  }

  @Test
  void theCallsOfTheFirstSiteCloseTheFlow() {
    Figure figure = StudyFlowFigure.of(SampleStudy.of(50, Site.L1_L4));
    assertThat(figure.svg()).contains(">Likely low: ", ">Undetermined: ", ">Unlikely low: ");
    assertThat(figure.caption()).contains("calls at L1-L4 for T\u00a0<\u00a0\u22121");
  }

  @Test
  void withoutAReferenceThereAreNoCalls() {
    Figure figure = StudyFlowFigure.of(SampleStudy.of(50, Site.TROCHANTER));
    assertThat(figure.svg()).doesNotContain("Likely low").contains("Evaluated");
  }
}
