package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.densitometry.JapaneseCriteria2012.Finding;
import org.trabecula.densitometry.JapaneseCriteria2012.FragilityFracture;

class CriteriaTest {

  @ParameterizedTest(name = "T {0}, fracture {1}: {2}")
  @CsvSource({
    "0.3, false, NOT_LOW",
    "-1.0, false, NOT_LOW",
    "-1.01, false, LOW_BONE_MASS",
    "-2.49, true, LOW_BONE_MASS",
    "-2.5, false, OSTEOPOROSIS",
    "-2.5, true, SEVERE_OSTEOPOROSIS"
  })
  void theRangesOfTheWorldHealthOrganization(
      double score, boolean fracture, WhoCriteria.Range range) {
    assertThat(WhoCriteria.range(score, fracture)).isEqualTo(range);
  }

  @Test
  void theLowestSiteDecides() {
    ReferenceValue any =
        new ReferenceValue(
            1, 0.1, ScannerScale.HOLOGIC, new Evidence(Evidence.Strength.DERIVED, "a test"));
    assertThat(
            WhoCriteria.lowest(List.of(new TScore(-1, -2, 0, any), new TScore(-1.8, -2, -1, any))))
        .hasValue(-1.8);
    assertThat(WhoCriteria.lowest(List.of())).isEmpty();
  }

  @Test
  void tScoresAreForFiftyAndAbove() {
    assertThat(WhoCriteria.appliesTo(Subjects.of(Sex.MALE, 50))).isTrue();
    assertThat(WhoCriteria.appliesTo(Subjects.of(Sex.MALE, 49.9))).isFalse();
    assertThat(WhoCriteria.appliesTo(Subject.UNKNOWN)).isFalse();
  }

  @ParameterizedTest(name = "{0} %YAM, T {1}, fracture {2}: {3}")
  @CsvSource({
    "110, 1.0, SPINE_OR_HIP, OSTEOPOROSIS_BY_MAJOR_FRACTURE",
    "79.9, -1.7, OTHER, OSTEOPOROSIS_BY_FRACTURE_AND_DENSITY",
    "80.0, -1.7, OTHER, LOW_BONE_MASS",
    "79.9, -1.7, NONE_KNOWN, LOW_BONE_MASS",
    "70.0, -2.4, NONE_KNOWN, OSTEOPOROSIS_BY_DENSITY",
    "70.1, -2.5, NONE_KNOWN, OSTEOPOROSIS_BY_DENSITY",
    "70.1, -2.4, NONE_KNOWN, LOW_BONE_MASS",
    "90.0, -1.0, NONE_KNOWN, NO_CRITERION_MET",
    "95.0, -0.4, OTHER, NO_CRITERION_MET"
  })
  void theJapaneseCriteria(
      double percent, double score, FragilityFracture fracture, Finding finding) {
    assertThat(JapaneseCriteria2012.finding(percent, score, fracture)).isEqualTo(finding);
    assertThat(finding.isOsteoporosis()).isEqualTo(finding.name().startsWith("OSTEOPOROSIS"));
  }

  @Test
  void noFindingIsCalledNormal() {
    assertThat(Arrays.stream(Finding.values()).map(Finding::label))
        .noneMatch(label -> label.contains("normal"));
    assertThat(Arrays.stream(WhoCriteria.Range.values()).map(WhoCriteria.Range::label))
        .noneMatch(label -> label.contains("normal"));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhoCriteria.range(Double.NaN, false))
        .withMessageContaining("tScore is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JapaneseCriteria2012.finding(0, -1, FragilityFracture.OTHER))
        .withMessageContaining("youngAdultPercent is 0.0 %");
  }
}
