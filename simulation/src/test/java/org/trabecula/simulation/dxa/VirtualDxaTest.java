package org.trabecula.simulation.dxa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;

class VirtualDxaTest {
  static IntStream numbers() {
    return IntStream.range(0, 6);
  }

  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void itReadsWhatWasDrawn(int number) {
    Population population = number % 2 == 0 ? Population.FLAT : Population.MIXED;
    SimulatedSubject subject = population.draw(11, number);
    DxaResult result = VirtualDxa.measure(Anatomy.of(subject));
    assertThat(result.bmd(Site.L1_L4))
        .isCloseTo(subject.densities().spine(), within(0.005 * subject.densities().spine()));
    assertThat(result.bmd(Site.FEMORAL_NECK))
        .isCloseTo(subject.densities().neck(), within(0.005 * subject.densities().neck()));
    assertThat(result.bmd(Site.TOTAL_HIP))
        .isCloseTo(subject.densities().totalHip(), within(0.005 * subject.densities().totalHip()));
  }

  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void areasAreThoseOfPeople(int number) {
    DxaResult result = VirtualDxa.measure(Anatomy.of(Population.MIXED.draw(12, number)));
    assertThat(result.at(Site.FEMORAL_NECK).areaCm2()).isBetween(4.0, 8.5);
    assertThat(result.at(Site.TOTAL_HIP).areaCm2()).isBetween(21.0, 42.0);
    for (Site site : Site.VERTEBRAE) {
      assertThat(result.at(site).areaCm2()).isBetween(8.0, 26.0);
    }
    assertThat(result.at(Site.TROCHANTER).areaCm2())
        .isLessThan(result.at(Site.TOTAL_HIP).areaCm2());
  }

  @Test
  void theLeftHipIsNearlyTheRight() {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(13, 1));
    double right = VirtualDxa.measure(anatomy, true).bmd(Site.TOTAL_HIP);
    double left = VirtualDxa.measure(anatomy, false).bmd(Site.TOTAL_HIP);
    assertThat(left).isCloseTo(right, within(0.04 * right));
  }

  @Test
  void aMachineErrsAsTheProtocolSays() {
    DxaResult result = VirtualDxa.measure(Anatomy.of(Population.MIXED.draw(14, 1)));
    SplittableRandom random = new SplittableRandom(5);
    double exact = result.bmd(Site.L1_L4);
    double sum = 0;
    double squares = 0;
    int count = 4000;
    for (int i = 0; i < count; i++) {
      double error = result.asRead(random).get(Site.L1_L4) - exact;
      sum += error;
      squares += error * error;
    }
    assertThat(sum / count).isCloseTo(0, within(0.003));
    assertThat(Math.sqrt(squares / count))
        .isCloseTo(Math.hypot(0.03, 0.012 * exact), within(0.002));
  }

  @Test
  void noBoneIsNoReading() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SiteReading(0, 0));
    assertThat(new SiteReading(30, 40).bmd()).isEqualTo(0.75);
  }
}
