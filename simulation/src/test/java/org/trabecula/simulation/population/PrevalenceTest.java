package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrevalenceTest {
  @Test
  void itsWordsNameEveryShareByTheNameOfItsOption() {
    assertThat(Prevalence.STANDARD.toString())
        .startsWith("Prevalence[osteophytes=ByAge[at50=0.2, at80=0.6], ")
        .contains("gas-over-spine=ByAge[at50=0.6, at80=0.6]");
    for (Distortion distortion : Distortion.values()) {
      assertThat(Prevalence.STANDARD.toString()).contains(distortion.label() + "=ByAge[");
    }
  }

  @Test
  void whatIsNotSetDoesNotOccurAndTheRestStays() {
    assertThat(new Prevalence(Map.of()).of(Distortion.OBJECTS)).isEqualTo(ByAge.always(0));
    Prevalence more = Prevalence.STANDARD.with(Distortion.OBJECTS, ByAge.always(0.3));
    assertThat(more.of(Distortion.OBJECTS)).isEqualTo(ByAge.always(0.3));
    assertThat(more.with(Distortion.OBJECTS, ByAge.always(0))).isEqualTo(Prevalence.STANDARD);
  }
}
