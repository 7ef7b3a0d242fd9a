package org.trabecula.densitometry.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

class RiskScoreTest {
  private static final Optional<Boolean> NO_OESTROGEN = Optional.of(false);

  static Subject woman(double years, double kg) {
    return new Subject(
        Optional.of(Sex.FEMALE),
        OptionalDouble.of(years),
        OptionalDouble.empty(),
        OptionalDouble.of(kg));
  }

  private static Subject man(double years, double kg) {
    return new Subject(
        Optional.of(Sex.MALE),
        OptionalDouble.of(years),
        OptionalDouble.empty(),
        OptionalDouble.of(kg));
  }

  /**
   * By hand, (kg - years) / 5 cut towards zero. The worked examples of the R package cliot 1.0.0
   * (75 years, 45 kg: -6 high; 55 years, 70 kg: 3 low) are among them.
   */
  @ParameterizedTest(name = "{0} years, {1} kg: {2}, {3}")
  @CsvSource({
    "75, 45, -6, HIGH",
    "55, 70, 3, LOW",
    "60, 70, 2, LOW",
    "60, 69, 1, MEDIUM",
    "60, 60, 0, MEDIUM",
    "64, 60, 0, MEDIUM",
    "80, 65, -3, MEDIUM",
    "80, 60.1, -3, MEDIUM",
    "80, 60, -4, HIGH",
    "60.1, 70.1, 2, LOW"
  })
  void theSelfAssessmentTool(double years, double kg, int index, RiskClass expected) {
    SelfAssessment score = SelfAssessment.of(woman(years, kg)).orElseThrow();
    assertThat(score.value()).isEqualTo(index);
    assertThat(score.riskClass()).isEqualTo(expected);
    assertThat(score.isAtRisk(Sex.FEMALE)).isEqualTo(score.isAtRisk());
  }

  @ParameterizedTest(name = "a man of {0} years, {1} kg: {2}")
  @CsvSource({"60, 80, false", "60, 79, true", "70, 60, true"})
  void aManIsAtRiskBelowFour(double years, double kg, boolean risk) {
    assertThat(SelfAssessment.of(man(years, kg)).orElseThrow().isAtRisk(Sex.MALE)).isEqualTo(risk);
  }

  /** The first three: freehealthtoolz.blogspot.com, its worked examples; the others by hand. */
  @ParameterizedTest(name = "{0} years, {1} kg: {2}, {3}")
  @CsvSource({
    "60, 65, 1, LOW",
    "70, 58, -2, MEDIUM",
    "75, 45, -6, HIGH",
    "64, 60, 0, LOW",
    "65, 60, -1, MEDIUM",
    "80, 55.1, -4, MEDIUM",
    "80, 55, -5, HIGH"
  })
  void theAsianSelfAssessmentTool(double years, double kg, int index, RiskClass expected) {
    AsianSelfAssessment score = AsianSelfAssessment.of(woman(years, kg)).orElseThrow();
    assertThat(score.value()).isEqualTo(index);
    assertThat(score.riskClass()).isEqualTo(expected);
  }

  /** The first two: worked examples of the R package cliot 1.0.0; the others by hand. */
  @ParameterizedTest(name = "{0} years, {1} kg, oestrogen {2}: {3}")
  @CsvSource({
    "70, 55, false, 20",
    "60, 75, true, 5",
    "75, 59.9, false, 26",
    "74.9, 60, false, 14",
    "65, 70, true, 9",
    "64.9, 69.9, true, 8",
    "55, 70, false, 7",
    "54.9, 80, false, 2"
  })
  void theRiskInstrument(double years, double kg, boolean oestrogen, int points) {
    RiskInstrument score =
        RiskInstrument.of(woman(years, kg), Optional.of(oestrogen)).orElseThrow();
    assertThat(score.value()).isEqualTo(points);
    assertThat(score.riskClass()).isEqualTo(points >= 9 ? RiskClass.HIGH : RiskClass.LOW);
  }

  /**
   * By hand; the copy at skyscape.com gives 12 points for 48 years and -16 for 160 lb (72.5748 kg)
   * as examples.
   */
  @Test
  void theSimpleCalculatedRisk() {
    SimpleCalculatedRisk.Answers none = new SimpleCalculatedRisk.Answers(true, false, 0, true);
    assertThat(SimpleCalculatedRisk.of(woman(48, 160 * 0.45359237), none))
        .contains(new SimpleCalculatedRisk(12 - 16));
    // 5 + 4 + 4 + 3 x 6 + 1 - 13: 60 kg are 132.3 lb.
    SimpleCalculatedRisk.Answers all = new SimpleCalculatedRisk.Answers(false, true, 1, false);
    assertThat(SimpleCalculatedRisk.of(woman(65, 60), all)).contains(new SimpleCalculatedRisk(19));
    // Fractures count 12 at most: 0 + 0 + 12 + 15 + 0 - 22.
    SimpleCalculatedRisk.Answers many = new SimpleCalculatedRisk.Answers(true, false, 7, true);
    assertThat(SimpleCalculatedRisk.of(woman(59, 100), many)).contains(new SimpleCalculatedRisk(5));
    assertThat(new SimpleCalculatedRisk(5).isAtRisk()).isFalse();
    assertThat(new SimpleCalculatedRisk(6).isAtRisk()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleCalculatedRisk.Answers(false, false, -1, false));
  }

  /** More age, less weight: no score may call that safer. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anOlderOrLighterWomanIsNeverSafer(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double years = 45 + 45 * random.nextDouble();
      double kg = 35 + 80 * random.nextDouble();
      List<RiskScore> one = all(woman(years, kg));
      List<RiskScore> other =
          all(woman(years + 20 * random.nextDouble(), kg - 10 * random.nextDouble()));
      for (int k = 0; k < one.size(); k++) {
        assertThat(other.get(k).towardsRisk()).isGreaterThanOrEqualTo(one.get(k).towardsRisk());
        assertThat(other.get(k).riskClass()).isGreaterThanOrEqualTo(one.get(k).riskClass());
      }
    }
  }

  private static List<RiskScore> all(Subject subject) {
    return Stream.<Optional<? extends RiskScore>>of(
            SelfAssessment.of(subject),
            AsianSelfAssessment.of(subject),
            RiskInstrument.of(subject, NO_OESTROGEN),
            SimpleCalculatedRisk.of(
                subject, new SimpleCalculatedRisk.Answers(false, false, 0, false)))
        .<RiskScore>map(Optional::orElseThrow)
        .toList();
  }

  @Test
  void theDirectionTurnsEveryScoreTowardsRisk() {
    assertThat(all(woman(75, 45)))
        .extracting(RiskScore::label, RiskScore::value, RiskScore::direction, s -> s.towardsRisk())
        .containsExactly(
            tuple("OST", -6, Direction.FALLS_WITH_RISK, 6.0),
            tuple("OSTA", -6, Direction.FALLS_WITH_RISK, 6.0),
            tuple("ORAI", 26, Direction.RISES_WITH_RISK, 26.0),
            tuple("SCORE", 18, Direction.RISES_WITH_RISK, 18.0));
  }

  @Test
  void withoutWhatItAsksThereIsNoScore() {
    Subject noAge =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(60));
    Subject noWeight =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(60),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    SimpleCalculatedRisk.Answers none = new SimpleCalculatedRisk.Answers(false, false, 0, true);
    for (Subject subject : List.of(noAge, noWeight, Subject.UNKNOWN)) {
      assertThat(SelfAssessment.of(subject)).isEmpty();
      assertThat(AsianSelfAssessment.of(subject)).isEmpty();
      assertThat(RiskInstrument.of(subject, NO_OESTROGEN)).isEmpty();
      assertThat(SimpleCalculatedRisk.of(subject, none)).isEmpty();
    }
    assertThat(RiskInstrument.of(woman(60, 60), Optional.empty())).isEmpty();
    assertThat(RiskInstrument.of(man(60, 60), NO_OESTROGEN)).isEmpty();
    assertThat(SimpleCalculatedRisk.of(man(60, 60), none)).isEmpty();
  }

  @Test
  void aScoreIsMadeForWomenFromFortyFive() {
    assertThat(RiskScore.madeFor(woman(45, 60))).isTrue();
    assertThat(RiskScore.madeFor(woman(44.9, 60))).isFalse();
    assertThat(RiskScore.madeFor(man(60, 60))).isFalse();
    assertThat(RiskScore.madeFor(Subject.UNKNOWN)).isFalse();
  }

  @Test
  void aScoreThatNobodyCanHaveIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SelfAssessment(-26));
    assertThatIllegalArgumentException().isThrownBy(() -> new AsianSelfAssessment(101));
    assertThatIllegalArgumentException().isThrownBy(() -> new RiskInstrument(27));
    assertThatIllegalArgumentException().isThrownBy(() -> new RiskInstrument(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SimpleCalculatedRisk(-111));
    assertThatIllegalArgumentException().isThrownBy(() -> new SimpleCalculatedRisk(53));
    // The ends themselves can be had.
    assertThat(SelfAssessment.of(woman(130, 1))).contains(new SelfAssessment(-25));
    assertThat(SelfAssessment.of(woman(0, 500))).contains(new SelfAssessment(100));
    assertThat(
            SimpleCalculatedRisk.of(
                woman(130, 1), new SimpleCalculatedRisk.Answers(false, true, 3, false)))
        .contains(new SimpleCalculatedRisk(52));
    assertThat(
            SimpleCalculatedRisk.of(
                woman(0, 500), new SimpleCalculatedRisk.Answers(true, false, 0, true)))
        .contains(new SimpleCalculatedRisk(-110));
  }
}
