package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForeignBodiesTest {
  private static final Prevalence SOME =
      Prevalence.STANDARD.with(ByAge.always(0.12), new ByAge(0.02, 0.2), ByAge.always(0.08));

  private static List<SimulatedSubject> draw(Prevalence prevalence) {
    return IntStream.range(0, 4000).mapToObj(i -> Population.FLAT.draw(9, i, prevalence)).toList();
  }

  @Test
  void theyAreAsCommonAsTheSettingSays() {
    List<SimulatedSubject> subjects = draw(SOME);
    assertThat(share(subjects, f -> f.spine().kind() != SpineImplant.Kind.NONE))
        .isCloseTo(0.12, within(0.02));
    assertThat(share(subjects, f -> !f.things().isEmpty())).isCloseTo(0.08, within(0.015));
    List<SimulatedSubject> old = subjects.stream().filter(s -> s.ageYears() > 80).toList();
    assertThat(share(old, f -> f.leftHip() != HipImplant.NONE)).isCloseTo(0.2, within(0.045));
  }

  private static double share(
      List<SimulatedSubject> subjects, java.util.function.Predicate<ForeignBodies> has) {
    return subjects.stream().filter(s -> has.test(s.foreign())).count() / (double) subjects.size();
  }

  @Test
  void theyChangeNothingElseAboutAPerson() {
    List<SimulatedSubject> without = draw(Prevalence.STANDARD);
    List<SimulatedSubject> with = draw(SOME);
    for (int i = 0; i < with.size(); i++) {
      assertThat(without.get(i).foreign().isEmpty()).isTrue();
      assertThat(with.get(i).densities()).isEqualTo(without.get(i).densities());
      assertThat(with.get(i).degeneration()).isEqualTo(without.get(i).degeneration());
      assertThat(with.get(i).shapeSeed()).isEqualTo(without.get(i).shapeSeed());
    }
  }

  @Test
  void theyAreAFunctionOfSeedAndNumber() {
    assertThat(draw(SOME)).isEqualTo(draw(SOME));
  }

  @Test
  void everySettingIsObeyed() {
    Prevalence worst = Prevalence.STANDARD;
    for (Distortion distortion : Distortion.values()) {
      worst = worst.with(distortion, ByAge.always(1));
    }
    for (SimulatedSubject s : draw(worst).subList(0, 50)) {
      assertThat(s.degeneration().degenerate()).isTrue();
      assertThat(s.degeneration().aorticCalcification()).isPositive();
      assertThat(s.degeneration().fractures()).isNotEmpty();
      assertThat(Math.abs(s.degeneration().scoliosisDegrees())).isGreaterThanOrEqualTo(10);
      assertThat(s.degeneration().schmorlNodes()).isNotEmpty();
      assertThat(s.body().gasOverSpine()).isTrue();
      assertThat(s.foreign().rightHip()).isNotEqualTo(HipImplant.NONE);
    }
  }

  @Test
  void whatCannotBeIsRefusedAtBirth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ByAge(0.2, 1.2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpineImplant(SpineImplant.Kind.RODS, Level.L4, Level.L3, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpineImplant(SpineImplant.Kind.RODS, Level.L2, Level.L4, true));
  }
}
