package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.agreement.Agreement;

class SubjectRowsTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, 0.95);

  private static PairedValues pairs(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truths = random.doubles(count).toArray();
    double[] estimates = Arrays.stream(truths).map(t -> t + 0.2 * random.nextGaussian()).toArray();
    return PairedValues.of(estimates, truths);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withOneRowOfEachTheFormulaStands(long seed) {
    PairedValues pairs = pairs(seed, 40);
    SubjectRows rows = SubjectRows.distinct(40, BOOTSTRAP);
    assertThat(rows.repeated()).isFalse();
    assertThat(rows.figure(some -> Agreement.pearson(pairs.rows(some), 0.95)))
        .isEqualTo(Agreement.pearson(pairs, 0.95));
    assertThat(rows.share(i -> i < 30, i -> i < 10, "none"))
        .isEqualTo(Statistic.of(Proportion.wilson(10, 30, 0.95)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withSeveralTheValueStandsAndTheIntervalIsResampled(long seed) {
    PairedValues pairs = pairs(seed, 40);
    SubjectRows rows =
        SubjectRows.of(IntStream.range(0, 40).mapToObj(i -> "S" + i / 4).toList(), BOOTSTRAP);
    assertThat(rows.repeated()).isTrue();
    assertThat(rows.distinct()).isEqualTo(10);
    Estimate plain = Agreement.pearson(pairs, 0.95).known().orElseThrow();
    Estimate resampled =
        rows.figure(some -> Agreement.pearson(pairs.rows(some), 0.95)).known().orElseThrow();
    assertThat(resampled.value()).isEqualTo(plain.value());
    assertThat(resampled).isNotEqualTo(plain);
  }

  @Test
  void someRowsAreTreatedAsAllAre() {
    SubjectRows rows = SubjectRows.of(List.of("a", "a", "b", "c"), BOOTSTRAP);
    SubjectRows some = rows.some(new int[] {1, 2, 3});
    assertThat(some.repeated()).isTrue();
    assertThat(some.distinct()).isEqualTo(3);
    assertThat(some.subjects()).containsExactly("a", "b", "c");
    assertThat(rows.share(i -> i > 0, i -> i == 2, "none"))
        .isEqualTo(
            Proportion.clustered(
                List.of("a", "b", "c"), new boolean[] {false, true, false}, BOOTSTRAP));
  }

  @Test
  void sharesOfSeveralRowsCountSubjects() {
    List<String> subjects = IntStream.range(0, 100).mapToObj(i -> "S" + i / 5).toList();
    SubjectRows rows = SubjectRows.of(subjects, BOOTSTRAP);
    // Each subject's five rows agree: 10 of 20 subjects.
    Estimate share = rows.share(i -> true, i -> i < 50, "none").known().orElseThrow();
    Estimate ofSubjects = Proportion.wilson(10, 20, 0.95);
    assertThat(share.value()).isEqualTo(0.5);
    assertThat((share.high() - share.low()) / (ofSubjects.high() - ofSubjects.low()))
        .isBetween(0.8, 1.3);
    // All of them: Wilson's bound for 20 subjects, not for 100 rows.
    assertThat(rows.share(i -> true, i -> true, "none"))
        .isEqualTo(Statistic.of(Proportion.wilson(20, 20, 0.95)));
  }

  @Test
  void anEmptyGroupHasTheReasonThatWasGiven() {
    SubjectRows rows = SubjectRows.of(List.of("a", "a"), BOOTSTRAP);
    assertThat(rows.share(i -> false, i -> true, "nobody is low"))
        .isEqualTo(Statistic.undefined("nobody is low"));
    assertThat(rows.figure(some -> Statistic.undefined("fewer than four pairs")))
        .isEqualTo(Statistic.undefined("fewer than four pairs"));
    assertThat(rows.some(new int[0]).figure(some -> Statistic.undefined("nobody is left")))
        .isEqualTo(Statistic.undefined("nobody is left"));
    assertThat(SubjectRows.of(List.of(), BOOTSTRAP).figure(some -> Statistic.undefined("no row")))
        .isEqualTo(Statistic.undefined("no row"));
  }
}
