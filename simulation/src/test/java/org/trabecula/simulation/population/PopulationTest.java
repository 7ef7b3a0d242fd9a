package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.densitometry.Sex;

class PopulationTest {
  private static final int COUNT = 6000;
  private static final List<SimulatedSubject> MIXED = draw(Population.MIXED);
  private static final List<SimulatedSubject> FLAT = draw(Population.FLAT);

  private static List<SimulatedSubject> draw(Population population) {
    return IntStream.range(0, COUNT).mapToObj(i -> population.draw(1_000_000, i)).toList();
  }

  private static double mean(List<SimulatedSubject> all, ToDoubleFunction<SimulatedSubject> of) {
    return all.stream().mapToDouble(of).average().orElseThrow();
  }

  private static double correlation(
      List<SimulatedSubject> all,
      ToDoubleFunction<SimulatedSubject> one,
      ToDoubleFunction<SimulatedSubject> other) {
    double a = mean(all, one);
    double b = mean(all, other);
    double ab = mean(all, s -> (one.applyAsDouble(s) - a) * (other.applyAsDouble(s) - b));
    double aa = mean(all, s -> Math.pow(one.applyAsDouble(s) - a, 2));
    double bb = mean(all, s -> Math.pow(other.applyAsDouble(s) - b, 2));
    return ab / Math.sqrt(aa * bb);
  }

  @ParameterizedTest
  @EnumSource(Population.class)
  void theSameSeedAndNumberIsTheSamePerson(Population population) {
    assertThat(population.draw(7, 3)).isEqualTo(population.draw(7, 3));
    assertThat(population.draw(7, 3)).isNotEqualTo(population.draw(7, 4));
    assertThat(population.draw(7, 3)).isNotEqualTo(population.draw(8, 3));
  }

  @Test
  void theReferenceCohortIsAsTheProtocolHasIt() {
    assertThat(mean(MIXED, SimulatedSubject::ageYears)).isCloseTo(68, within(1.0));
    assertThat(MIXED).allSatisfy(s -> assertThat(s.ageYears()).isBetween(40.0, 90.0));
    assertThat(mean(MIXED, s -> s.sex() == Sex.FEMALE ? 1 : 0)).isCloseTo(0.65, within(0.02));
    assertThat(correlation(MIXED, s -> s.densities().spine(), s -> s.densities().totalHip()))
        .isCloseTo(0.65, within(0.05));
    assertThat(mean(MIXED, s -> s.body().gasOverSpine() ? 1 : 0)).isCloseTo(0.6, within(0.03));
    assertThat(mean(MIXED, s -> Math.abs(s.degeneration().scoliosisDegrees()) >= 10 ? 1 : 0))
        .isCloseTo(0.10, within(0.02));
  }

  @Test
  void womenLoseBoneWithAge() {
    List<SimulatedSubject> women = MIXED.stream().filter(s -> s.sex() == Sex.FEMALE).toList();
    assertThat(correlation(women, SimulatedSubject::ageYears, s -> s.densities().totalHip()))
        .isBetween(-0.65, -0.2);
    // Between the Japanese and the US tables at about 65.
    assertThat(mean(women, s -> s.densities().spine())).isBetween(0.86, 0.98);
    assertThat(mean(women, s -> s.densities().neck())).isBetween(0.60, 0.72);
  }

  @Test
  void wearGrowsWithAge() {
    assertThat(new Wear(Prevalence.STANDARD).osteophyteRate(50)).isCloseTo(0.2, within(1e-12));
    assertThat(new Wear(Prevalence.STANDARD).osteophyteRate(80)).isCloseTo(0.6, within(1e-12));
    assertThat(MIXED).allSatisfy(s -> assertThat(s.degeneration().addedBmd()).isBetween(0.0, 0.25));
    List<SimulatedSubject> old = MIXED.stream().filter(s -> s.ageYears() > 78).toList();
    assertThat(mean(old, s -> s.degeneration().degenerate() ? 1 : 0)).isCloseTo(0.6, within(0.07));
    assertThat(mean(old, s -> s.degeneration().fractures().isEmpty() ? 0 : 1))
        .isCloseTo(0.2, within(0.05));
  }

  @Test
  void twoMeasuredVertebraeAlwaysStayWhole() {
    assertThat(MIXED)
        .allSatisfy(s ->
            assertThat(
                    s.degeneration().fractures().stream().filter(f -> f.level().measured()).count())
                .isLessThanOrEqualTo(2));
  }

  @Test
  void flatDensitySaysNothingAboutThePerson() {
    for (ToDoubleFunction<SimulatedSubject> of :
        List.<ToDoubleFunction<SimulatedSubject>>of(
            SimulatedSubject::ageYears,
            SimulatedSubject::weightKg,
            s -> s.sex() == Sex.FEMALE ? 1 : 0,
            s -> s.body().thicknessCm(),
            s -> s.degeneration().osteophytes())) {
      assertThat(correlation(FLAT, s -> s.densities().spine(), of)).isCloseTo(0, within(0.04));
      assertThat(correlation(FLAT, s -> s.densities().totalHip(), of)).isCloseTo(0, within(0.04));
    }
    assertThat(mean(FLAT, s -> s.densities().spine())).isCloseTo(1.0, within(0.02));
    assertThat(FLAT).allSatisfy(s -> assertThat(s.densities().spine()).isBetween(0.5, 1.5));
    assertThat(FLAT).allSatisfy(s -> assertThat(s.densities().totalHip()).isBetween(0.4, 1.2));
  }

  @Test
  void whatCannotLiveIsRefusedAtBirth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Densities(0, 0.7, 0.8));
    assertThatIllegalArgumentException().isThrownBy(() -> new Body(70, 1.4, 0.3, true, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fracture(Level.L1, 0.9, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Degeneration(2, 0, 0, List.of(), 0, List.of()));
  }

  @Test
  void onlyL1ToL4AreMeasured() {
    assertThat(Level.values())
        .filteredOn(Level::measured)
        .containsExactly(Level.L1, Level.L2, Level.L3, Level.L4);
    assertThat(Level.T12.site()).isEmpty();
  }
}
