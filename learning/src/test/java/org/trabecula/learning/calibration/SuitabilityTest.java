package org.trabecula.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuitabilityTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pairsOfASiteThatIsOffAreSuitable(long seed) {
    SitePairs pairs = DrawnPairs.of(seed, x -> 0.8 * x + 0.1).subjects(30);

    assertThat(Suitability.objection(pairs)).isEmpty();
  }

  @Test
  void subjectsCountAndNotFilms() {
    SitePairs films = SitePairs.of(DrawnPairs.of(1, x -> x).films(29, 3));

    assertThat(films.size()).isEqualTo(87);
    assertThat(Suitability.objection(films).orElseThrow())
        .contains("29 subjects", "a calibration needs 30");
  }

  @Test
  void anotherUnitIsSaidSo() {
    // Grams of mineral instead of g/cm2, and mg/cm3 of a CT divided by a thousand.
    assertThat(objection(30, x -> 4 * x)).contains("outside 0.2 to 2.2 g/cm2", "unit");
    assertThat(objection(30, x -> 0.12 + 0.01 * x)).contains("outside 0.2 to 2.2 g/cm2");
    assertThat(objection(30, x -> x + 0.45)).contains("differ from DXA by -0.4", "scale");
  }

  @Test
  void densitiesThatHardlyDifferCarryNothing() {
    SitePairs same =
        SitePairs.of(
            DrawnPairs.of(1, x -> x).films(50, 1).stream()
                .map(p -> LocalPair.of(p.subjectId(), p.film(), p.mean(), p.sd(), 0.9))
                .toList());

    assertThat(Suitability.objection(same).orElseThrow()).contains("hardly differ");
  }

  @Test
  void densitiesOfOtherPeopleAreFoundOut() {
    int found = 0;
    for (long seed = 0; seed < 40; seed++) {
      List<LocalPair> pairs = DrawnPairs.of(seed, x -> x).films(60, 1);
      List<LocalPair> mixed = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        LocalPair pair = pairs.get(i);
        double others = pairs.get((i + 1) % pairs.size()).truth();
        mixed.add(LocalPair.of(pair.subjectId(), pair.film(), pair.mean(), pair.sd(), others));
      }
      found += Suitability.objection(SitePairs.of(mixed)).isPresent() ? 1 : 0;
    }
    // One in 40 correlates by chance as much as the interval of 95 % allows on one side.
    assertThat(found).isGreaterThanOrEqualTo(36);
  }

  private static String objection(int subjects, DoubleUnaryOperator truth) {
    return Suitability.objection(DrawnPairs.of(1, truth).subjects(subjects)).orElseThrow();
  }
}
