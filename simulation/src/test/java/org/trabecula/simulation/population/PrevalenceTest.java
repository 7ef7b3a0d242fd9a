package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrevalenceTest {
  /** Golden: what cohorts that were made as version 5 hold in their settings. */
  @Test
  void itsWordsAreThoseThatCohortsHoldInTheirSettings() {
    assertThat(Prevalence.STANDARD)
        .hasToString(
            "Prevalence[osteophytes=ByAge[at50=0.2, at80=0.6],"
                + " calcifiedAorta=ByAge[at50=0.1, at80=0.5],"
                + " fractures=ByAge[at50=0.02, at80=0.2],"
                + " scoliosis=ByAge[at50=0.1, at80=0.1],"
                + " gasOverSpine=ByAge[at50=0.6, at80=0.6],"
                + " spineImplants=ByAge[at50=0.0, at80=0.0],"
                + " hipImplants=ByAge[at50=0.0, at80=0.0],"
                + " objects=ByAge[at50=0.0, at80=0.0]]");
  }

  @Test
  void whatIsNotSetDoesNotOccurAndTheRestStays() {
    assertThat(new Prevalence(Map.of()).of(Distortion.OBJECTS)).isEqualTo(ByAge.always(0));
    Prevalence more = Prevalence.STANDARD.with(Distortion.OBJECTS, ByAge.always(0.3));
    assertThat(more.of(Distortion.OBJECTS)).isEqualTo(ByAge.always(0.3));
    assertThat(more.with(Distortion.OBJECTS, ByAge.always(0))).isEqualTo(Prevalence.STANDARD);
  }
}
