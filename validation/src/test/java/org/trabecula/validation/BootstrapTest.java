package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private static List<String> subjects(int count) {
    return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
  }

  private static Function<int[], OptionalDouble> meanOf(double[] values) {
    return rows -> Arrays.stream(rows).mapToDouble(row -> values[row]).average();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedGivesTheSameInterval(long seed) {
    double[] values = new SplittableRandom(seed).doubles(30).toArray();
    Bootstrap bootstrap = new Bootstrap(200, seed, 0.95);
    assertThat(bootstrap.of(subjects(30), meanOf(values)))
        .isEqualTo(bootstrap.of(subjects(30), meanOf(values)))
        .isNotEqualTo(new Bootstrap(200, seed + 1, 0.95).of(subjects(30), meanOf(values)));
  }

  /** For a mean the interval is d̄ ± 1.96 s/√n, up to the scatter of the resamples. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIntervalOfAMeanIsTheNormalOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[400];
    Arrays.setAll(values, i -> random.nextGaussian());
    Estimate mean =
        new Bootstrap(4000, seed, 0.95).of(subjects(400), meanOf(values)).known().orElseThrow();
    double half = 1.96 * Moments.standardDeviation(values) / 20;
    assertThat(mean.value()).isCloseTo(Moments.mean(values), within(1e-12));
    assertThat(mean.low()).isCloseTo(mean.value() - half, within(0.015));
    assertThat(mean.high()).isCloseTo(mean.value() + half, within(0.015));
  }

  /** Four copies of each subject's radiograph carry no more knowledge than one. */
  @Test
  void repeatedRadiographsDoNotNarrowTheInterval() {
    SplittableRandom random = new SplittableRandom(1);
    double[] once = random.doubles(60).toArray();
    double[] fourTimes = new double[240];
    List<String> owners = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      fourTimes[i] = once[i % 60];
      owners.add("S" + i % 60);
    }
    Bootstrap bootstrap = new Bootstrap(2000, 7, 0.95);
    Estimate single = bootstrap.of(subjects(60), meanOf(once)).known().orElseThrow();
    Estimate repeated = bootstrap.of(owners, meanOf(fourTimes)).known().orElseThrow();
    assertThat(repeated.low()).isCloseTo(single.low(), within(1e-12));
    assertThat(repeated.high()).isCloseTo(single.high(), within(1e-12));
  }

  @Test
  void whatTheDataDoNotDefineIsUndefined() {
    Bootstrap bootstrap = new Bootstrap(100, 1, 0.95);
    assertThat(bootstrap.of(List.of(), meanOf(new double[0])).known()).isEmpty();
    assertThat(bootstrap.of(subjects(3), rows -> OptionalDouble.empty()).known()).isEmpty();
    // Of three subjects, the first is absent from (2/3)^3 = 30 % of the resamples.
    Statistic shaky =
        bootstrap.of(
            subjects(3),
            rows ->
                Arrays.stream(rows).anyMatch(row -> row == 0)
                    ? OptionalDouble.of(1)
                    : OptionalDouble.empty());
    assertThat(shaky).isEqualTo(Statistic.undefined("too many resamples do not define it"));
  }

  @Test
  void aQuantileLiesBetweenItsNeighbours() {
    double[] sorted = {1, 2, 4, 8};
    assertThat(Bootstrap.quantile(sorted, 0)).isEqualTo(1);
    assertThat(Bootstrap.quantile(sorted, 1)).isEqualTo(8);
    assertThat(Bootstrap.quantile(sorted, 0.5)).isEqualTo(3);
    assertThat(Bootstrap.quantile(sorted, 0.9)).isCloseTo(6.8, within(1e-12));
  }

  @Test
  void fewResamplesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bootstrap(99, 1, 0.95))
        .withMessageContaining("replicates is 99");
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(100, 1, 1));
  }

  /** As many threads as there are, the draws are one sequence. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theNumberOfThreadsDoesNotMatter(long seed) throws Exception {
    double[] values = new SplittableRandom(seed).doubles(50).toArray();
    Bootstrap bootstrap = new Bootstrap(300, seed, 0.9);
    List<Statistic> found = new ArrayList<>();
    for (int threads : new int[] {1, 2, 7}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        found.add(pool.submit(() -> bootstrap.of(subjects(50), meanOf(values))).get());
      }
    }
    assertThat(found).containsOnly(found.getFirst());
  }

  @Test
  void severalStatisticsOfTheSameResamplesAreThoseOfEachAlone() {
    double[] a = new SplittableRandom(1).doubles(40).toArray();
    double[] b = new SplittableRandom(2).doubles(40).toArray();
    Bootstrap bootstrap = new Bootstrap(200, 3, 0.95);
    assertThat(
            bootstrap.ofAll(
                subjects(40),
                rows ->
                    List.of(meanOf(a).apply(rows), OptionalDouble.empty(), meanOf(b).apply(rows))))
        .containsExactly(
            bootstrap.of(subjects(40), meanOf(a)),
            Statistic.undefined("the data do not define it"),
            bootstrap.of(subjects(40), meanOf(b)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bootstrap.ofAll(List.of(), rows -> List.of()));
  }
}
