package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class StudyReportTest {
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          ReferencePopulation.preset("nhanes-iii"),
          CallPolicy.DEFAULT,
          new Bootstrap(100, 1, 0.95));

  private static StudyReport report(boolean synthetic, int count) {
    return new StudyReport(
        new StudyReport.Heading("Hold-out", synthetic, Map.of("data", "a1b2")),
        List.of(
            new SiteEvaluator(SETTINGS)
                .evaluate(SiteEvaluatorTest.test(2, count), SiteEvaluatorTest.train(3))));
  }

  @Test
  void everySyntheticTableSaysSo() {
    String text = report(true, 60).markdown();
    assertThat(text).startsWith("# Hold-out (synthetic)\n");
    String[] lines = text.split("\n");
    int tables = 0;
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith("|---")) {
        tables++;
        assertThat(lines[i - 1]).startsWith("| synthetic: ");
      }
    }
    assertThat(tables).isEqualTo(4);
  }

  @Test
  void aMeasuredStudyIsNotCalledSynthetic() {
    assertThat(report(false, 60).markdown()).doesNotContainIgnoringCase("synthetic");
  }

  @Test
  void errorsStandBesideBaselineAndFloor() {
    String text = report(true, 60).markdown();
    assertThat(text)
        .contains("| MAE g/cm2 | 0.0")
        .contains("| MAE of training mean g/cm2 | ")
        .contains("| MAE of age and sex g/cm2 | ")
        .contains("| improvement over age, sex, height and weight | ")
        .contains("| MAE floor by DXA precision g/cm2 | 0.0")
        .contains("| coverage of 90 % intervals | ")
        .contains("| ICC(2,1) | 0.9")
        .contains("| lower limit of agreement g/cm2 | -0.")
        .contains("| proportional bias, per g/cm2 | ")
        .contains("T-scores by NHANES III");
  }

  @Test
  void nothingIsPrintedThatIsNoNumber() {
    for (int count : new int[] {1, 2, 3, 5, 60}) {
      assertThat(report(true, count).markdown()).doesNotContain("NaN").doesNotContain("Infinity");
      assertThat(report(true, count).tree().toString())
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
    }
  }

  @Test
  void noFindingIsCalledNormal() {
    assertThat(report(false, 60).markdown()).doesNotContainIgnoringCase("normal");
  }

  @Test
  void theTreeHoldsTheFigures() {
    StudyReport report = report(true, 60);
    Map<String, Object> tree = report.tree();
    assertThat(tree)
        .containsEntry("schema", "trabecula-study/1")
        .containsEntry("synthetic", true)
        .containsEntry("provenance", Map.of("data", "a1b2"));
    assertThat(tree.get("sites"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("site", "L1-L4")
        .containsEntry("scale", "hologic")
        .containsEntry("radiographs", 60)
        .containsEntry("mae", figures(report.sites().getFirst().errors().meanAbsolute()))
        .containsEntry("icc_2_1", figures(report.sites().getFirst().concordance().intraclass()))
        .containsKeys("limits_of_agreement", "sd_of_errors", "proportional_bias");
  }

  private static Map<String, Object> figures(Statistic statistic) {
    Optional<Estimate> known = statistic.known();
    Estimate estimate = known.orElseThrow();
    return Map.of(
        "value", estimate.value(),
        "low", estimate.low(),
        "high", estimate.high(),
        "level", estimate.level());
  }

  @Test
  void theTreeIsMadeOfPlainValuesOnly() {
    assertPlain(report(true, 2).tree());
  }

  private static void assertPlain(Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, entry) -> {
            assertThat(key).isInstanceOf(String.class);
            assertPlain(entry);
          });
      case List<?> list -> list.forEach(StudyReportTest::assertPlain);
      default -> assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
    }
  }
}
