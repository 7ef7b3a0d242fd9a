package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.ReferencePopulation.AgeGroup;
import org.trabecula.densitometry.ReferencePopulation.AgeRange;

class ReferencePopulationTest {
  private static final Subject WOMAN = Subjects.of(Sex.FEMALE, 70);
  private static final Subject MAN = Subjects.of(Sex.MALE, 70);

  static List<String> presets() {
    return ReferencePopulation.presets();
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @Test
  void thePresetsAreThere() {
    assertThat(presets())
        .containsExactly(
            "nhanes-iii",
            "nhanes-iii-own-sex",
            "nhanes-2005-2014",
            "nhanes-2005-2014-own-sex",
            "jsbmr-2012",
            "korea-2003-2004");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetCanBeReadUnderItsName(String name) {
    ReferencePopulation population = ReferencePopulation.preset(name);
    assertThat(population.id()).isEqualTo(name);
    assertThat(population.name()).isNotBlank();
    assertThat(population.version()).isEqualTo("1");
    assertThat(population.youngAdults()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyValueIsPlausibleAndNamesItsSource(String name) {
    ReferencePopulation population = ReferencePopulation.preset(name);
    for (ReferencePopulation.YoungAdults row : population.youngAdults()) {
      assertThat(row.value().mean()).isBetween(0.6, 1.4);
      assertThat(row.value().sd() / row.value().mean()).isBetween(0.08, 0.16);
      assertThat(row.value().evidence().source()).isNotBlank();
    }
    for (AgeGroup row : population.ageGroups()) {
      assertThat(row.value().mean()).isBetween(0.6, 1.2);
      assertThat(row.value().sd()).isBetween(0.1, 0.2);
    }
  }

  /** Looker 1998: women 0.858 (0.120) at the neck. */
  @Test
  void nhanesComparesBothSexesWithWomen() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    for (Subject subject : List.of(WOMAN, MAN, Subject.UNKNOWN)) {
      ReferenceValue neck =
          nhanes.youngAdult(Site.FEMORAL_NECK, subject, ScannerScale.HOLOGIC).orElseThrow();
      assertThat(neck.mean()).isEqualTo(0.858);
      assertThat(neck.sd()).isEqualTo(0.120);
      assertThat(neck.evidence().strength()).isEqualTo(Evidence.Strength.VERIFIED);
    }
  }

  @Test
  void theOwnSexVariantComparesMenWithMen() {
    ReferencePopulation own = ReferencePopulation.preset("nhanes-iii-own-sex");
    assertThat(own.youngAdult(Site.FEMORAL_NECK, MAN, ScannerScale.HOLOGIC))
        .map(ReferenceValue::mean)
        .contains(0.934);
    assertThat(own.youngAdult(Site.FEMORAL_NECK, Subject.UNKNOWN, ScannerScale.HOLOGIC)).isEmpty();
    assertThat(own.name()).endsWith("own sex");
  }

  @Test
  void thePreferredScaleIsTakenWhereItIsTabulated() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    assertThat(nhanes.youngAdult(Site.L1_L4, WOMAN, ScannerScale.LUNAR))
        .map(ReferenceValue::scale)
        .contains(ScannerScale.LUNAR);
    assertThat(nhanes.youngAdult(Site.L1_L4, WOMAN, ScannerScale.NORLAND))
        .map(ReferenceValue::scale)
        .contains(ScannerScale.HOLOGIC);
  }

  @Test
  void recalledValuesSayThatTheyAreUnverified() {
    assertThat(ReferencePopulation.preset("jsbmr-2012").youngAdults())
        .allMatch(row -> row.value().evidence().strength() == Evidence.Strength.UNVERIFIED);
    assertThat(
            ReferencePopulation.preset("nhanes-iii")
                .youngAdult(Site.L1_L4, WOMAN, ScannerScale.HOLOGIC))
        .map(value -> value.evidence().strength())
        .contains(Evidence.Strength.UNVERIFIED);
  }

  @Test
  void whatIsNotTabulatedHasNoReference() {
    ReferencePopulation japan = ReferencePopulation.preset("jsbmr-2012");
    assertThat(japan.youngAdult(Site.TOTAL_HIP, MAN, ScannerScale.HOLOGIC)).isEmpty();
    assertThat(japan.youngAdult(Site.L1_L4, WOMAN, ScannerScale.HOLOGIC)).isEmpty();
    assertThat(
            ReferencePopulation.preset("nhanes-iii")
                .youngAdult(Site.TROCHANTER, WOMAN, ScannerScale.HOLOGIC))
        .isEmpty();
    assertThat(japan.atAge(Site.TOTAL_HIP, Sex.FEMALE, 70)).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferencePopulation.preset("nhanes"))
        .withMessageContaining("'nhanes'")
        .withMessageContaining("jsbmr-2012");
  }

  /** NHANES, women 61-70: 0.952 (0.142); the middle of that group is 66 years. */
  @Test
  void theMiddleOfAnAgeGroupHasItsTabulatedValue() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    ReferenceValue value = nhanes.atAge(Site.L1_L4, Sex.FEMALE, 66).orElseThrow();
    assertThat(value.mean()).isCloseTo(0.952, within(1e-12));
    assertThat(value.sd()).isCloseTo(0.142, within(1e-12));
    // Half way to 71-80, 0.902 (0.167).
    ReferenceValue later = nhanes.atAge(Site.L1_L4, Sex.FEMALE, 71).orElseThrow();
    assertThat(later.mean()).isCloseTo(0.927, within(1e-12));
    assertThat(later.sd()).isCloseTo(0.1545, within(1e-12));
  }

  @Test
  void theEndsOfACurveAreHeldAndThenEnd() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    assertThat(nhanes.atAge(Site.L1_L4, Sex.MALE, 21)).map(ReferenceValue::mean).contains(1.057);
    assertThat(nhanes.atAge(Site.L1_L4, Sex.MALE, 90.9)).map(ReferenceValue::mean).contains(1.070);
    assertThat(nhanes.atAge(Site.L1_L4, Sex.MALE, 20.9)).isEmpty();
    assertThat(nhanes.atAge(Site.L1_L4, Sex.MALE, 91)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCurveNeverLeavesItsNodes(long seed) {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    double age = new SplittableRandom(seed).nextDouble(21, 91);
    double mean = nhanes.atAge(Site.TOTAL_HIP, Sex.FEMALE, age).orElseThrow().mean();
    assertThat(mean).isBetween(0.740, 0.971);
  }

  @Test
  void theFemaleHipDoesNotGrowWithAge() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    double before = 2;
    for (AgeGroup group : nhanes.curve(Site.TOTAL_HIP, Sex.FEMALE)) {
      assertThat(group.value().mean()).isLessThanOrEqualTo(before);
      before = group.value().mean();
    }
  }

  @Test
  void betweenTwoNodesTheWeakerEvidenceHolds() {
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    assertThat(nhanes.atAge(Site.TOTAL_HIP, Sex.FEMALE, 28).orElseThrow().evidence().strength())
        .isEqualTo(Evidence.Strength.DERIVED);
  }

  @Test
  void anAgeRangeEndsBeforeTheNextBirthday() {
    AgeRange range = new AgeRange(21, 30);
    assertThat(range.middle()).isEqualTo(26);
    assertThat(range.contains(30.99)).isTrue();
    assertThat(range.contains(31)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new AgeRange(30, 21));
  }
}
