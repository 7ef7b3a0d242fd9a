package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicalScoresTest {

  /** By hand: (kg - years) / 5, cut towards zero. */
  @ParameterizedTest(name = "{0} years, {1} kg: {2}, {3}, {4}")
  @CsvSource({
    "60, 70, 2, false, LOW",
    "60, 69, 1, true, LOW",
    "60, 60, 0, true, LOW",
    "64, 60, 0, true, LOW",
    "65, 60, -1, true, MEDIUM",
    "80, 58, -4, true, MEDIUM",
    "80, 55, -5, true, HIGH"
  })
  void theSelfAssessmentTool(
      double years, double kg, int index, boolean risk, OsteoporosisSelfAssessment.Risk asian) {
    OsteoporosisSelfAssessment score =
        OsteoporosisSelfAssessment.of(Subjects.of(years, kg)).orElseThrow();
    assertThat(score.index()).isEqualTo(index);
    assertThat(score.isAtRisk()).isEqualTo(risk);
    assertThat(score.asianRisk()).isEqualTo(asian);
  }

  /** By hand from the table: age 15/9/5, weight 9/3, no oestrogen 2. */
  @ParameterizedTest(name = "{0} years, {1} kg, oestrogen {2}: {3}")
  @CsvSource({
    "75, 59.9, false, 26",
    "74, 60, false, 14",
    "65, 70, true, 9",
    "64, 69.9, true, 8",
    "54, 80, false, 2"
  })
  void theRiskAssessmentInstrument(double years, double kg, boolean oestrogen, int points) {
    OsteoporosisRiskInstrument score =
        OsteoporosisRiskInstrument.of(Subjects.of(years, kg), oestrogen).orElseThrow();
    assertThat(score.points()).isEqualTo(points);
    assertThat(score.isAtRisk()).isEqualTo(points >= 9);
  }

  /** 5 + 4 + 4 + 3 x 6 + 1 - 13 = 19: 60 kg are 132.3 lb. */
  @Test
  void theSimpleRiskEstimation() {
    SimpleCalculatedRisk.Answers all = new SimpleCalculatedRisk.Answers(false, true, 1, false);
    assertThat(SimpleCalculatedRisk.of(Subjects.of(65, 60), all).orElseThrow().points())
        .isEqualTo(19);
    // Fractures count 12 at most: 0 + 0 + 12 + 15 + 0 - 22.
    SimpleCalculatedRisk.Answers many = new SimpleCalculatedRisk.Answers(true, false, 7, true);
    SimpleCalculatedRisk score = SimpleCalculatedRisk.of(Subjects.of(59, 100), many).orElseThrow();
    assertThat(score.points()).isEqualTo(5);
    assertThat(score.isAtRisk()).isFalse();
    assertThat(new SimpleCalculatedRisk(6).isAtRisk()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimpleCalculatedRisk.Answers(false, false, -1, false));
  }

  @Test
  void withoutAgeOrWeightThereIsNoScore() {
    assertThat(OsteoporosisSelfAssessment.of(Subject.UNKNOWN)).isEmpty();
    assertThat(OsteoporosisRiskInstrument.of(Subjects.of(Sex.FEMALE, 70), true)).isEmpty();
    assertThat(
            SimpleCalculatedRisk.of(
                Subject.UNKNOWN, new SimpleCalculatedRisk.Answers(false, false, 0, true)))
        .isEmpty();
  }
}
