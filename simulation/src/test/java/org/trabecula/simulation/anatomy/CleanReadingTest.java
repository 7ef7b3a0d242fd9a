package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;

class CleanReadingTest {
  private static List<Anatomy> anatomies(boolean degenerate) {
    return IntStream.range(0, 200)
        .mapToObj(number -> Population.MIXED.draw(31, number))
        .filter(subject -> subject.degeneration().degenerate() == degenerate)
        .limit(10)
        .map(Anatomy::of)
        .toList();
  }

  @Test
  void aSpineWithoutOsteophytesReadsAsItIs() {
    for (Anatomy anatomy : anatomies(false)) {
      assertThat(anatomy.cleanReading()).isSameAs(anatomy.reading());
    }
  }

  @Test
  void osteophytesAndSclerosisAddToTheSpineAndNotToTheHip() {
    List<Anatomy> worn = anatomies(true);
    double added = 0;
    for (Anatomy anatomy : worn) {
      DxaResult clean = anatomy.cleanReading();
      added += anatomy.reading().bmd(Site.L1_L4) - clean.bmd(Site.L1_L4);
      for (Site hip : List.of(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP)) {
        // The pelvis moves with the discs, and with it the hip on the grid of pixels.
        assertThat(clean.bmd(hip)).isCloseTo(anatomy.reading().bmd(hip), within(0.03));
      }
    }
    assertThat(added / worn.size()).isBetween(0.01, 0.25);
  }

  @Test
  void theWornSubjectIsTheSamePersonOtherwise() {
    SimulatedSubject worn = anatomies(true).getFirst().subject();
    SimulatedSubject clean = worn.withoutOsteophytes();

    assertThat(clean.degeneration().degenerate()).isFalse();
    assertThat(clean.degeneration().fractures()).isEqualTo(worn.degeneration().fractures());
    assertThat(clean.densities()).isEqualTo(worn.densities());
    assertThat(clean.withoutOsteophytes()).isEqualTo(clean);
  }
}
