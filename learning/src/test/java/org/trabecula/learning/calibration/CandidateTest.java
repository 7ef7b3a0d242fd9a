package org.trabecula.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.learning.calibration.Correction.Curve;
import org.trabecula.learning.calibration.Correction.LastLayer;

class CandidateTest {
  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  /** Three standard errors, so that one seed in 400 may fail; the seeds are fixed. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlantedOffsetIsFound(long seed) {
    int n = 30 + 40 * (int) seed;
    SitePairs pairs = DrawnPairs.of(seed, x -> x - 0.06).subjects(n);

    Curve found = (Curve) Candidate.OFFSET.fit(pairs);

    assertThat(found.scale()).isOne();
    assertThat(found.offset()).isCloseTo(-0.06, within(3 * DrawnPairs.ERROR / Math.sqrt(n)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlantedLineIsFound(long seed) {
    int n = 400;
    SitePairs pairs = DrawnPairs.of(seed, x -> 0.8 * x + 0.15).subjects(n);

    Curve found = (Curve) Candidate.LINE.fit(pairs);

    double slopeError = DrawnPairs.ERROR / DrawnPairs.ESTIMATES / Math.sqrt(n);
    // Drawn towards 1 by a share of 2 % of the distance at this size.
    assertThat(found.scale()).isCloseTo(0.804, within(3 * slopeError));
    assertThat(found.line(0.95))
        .isCloseTo(0.8 * 0.95 + 0.15, within(3 * DrawnPairs.ERROR / Math.sqrt(n)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withFewPairsALineIsDrawnTowardsSlopeOne(long seed) {
    SitePairs few = DrawnPairs.of(seed, x -> 0.8 * x + 0.15).subjects(30);

    double slope = ((Curve) Candidate.LINE.fit(few)).scale();

    double unshrunk = slopeByLeastSquares(few);
    assertThat(Math.abs(slope - 1)).isLessThan(Math.abs(unshrunk - 1));
    assertThat((slope - 1) * (unshrunk - 1)).isPositive();
  }

  private static double slopeByLeastSquares(SitePairs pairs) {
    double x = pairs.mean(LocalPair::mean);
    double y = pairs.mean(LocalPair::truth);
    return pairs.mean(p -> (p.mean() - x) * (p.truth() - y))
        / pairs.mean(p -> (p.mean() - x) * (p.mean() - x));
  }

  /** A device that saturates: beyond 1.05 g/cm2 the truth goes up twice as fast. */
  private static double saturated(double x) {
    return x < 1.05 ? x : 1.05 + 2 * (x - 1.05);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlantedBendIsFoundBetterThanByALine(long seed) {
    SitePairs pairs = DrawnPairs.of(seed, CandidateTest::saturated).subjects(500);

    double byLine = distance(Candidate.LINE.fit(pairs));
    double byBend = distance(Candidate.MONOTONE.fit(pairs));

    assertThat(byBend).isLessThan(byLine).isLessThan(0.03);
  }

  private static double distance(Correction correction) {
    double sum = 0;
    for (int i = 0; i <= 50; i++) {
      double x = 0.65 + 0.012 * i;
      double said = correction.mean(LocalPair.of("s", "f", x, 0.05, 1));
      sum += Math.pow(said - saturated(x), 2) / 51;
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMonotoneCurveRisesEverywhereAndIsContinuous(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DoubleUnaryOperator wild = x -> 0.9 + 0.2 * Math.sin((8 + 10 * random.nextDouble()) * x);
    SitePairs pairs = DrawnPairs.of(seed, wild).subjects(30 + random.nextInt(100));

    Curve curve = (Curve) Candidate.MONOTONE.fit(pairs);

    double before = Double.NEGATIVE_INFINITY;
    for (double x = -1; x < 4; x += 0.001) {
      double y = curve.mean(LocalPair.of("s", "f", x, 0.05, 1));
      assertThat(y).isGreaterThan(before);
      if (x > -1) {
        assertThat(y - before).isLessThan(0.05);
      }
      before = y;
    }
    // Beyond the last pair it shifts and stretches as the line does: no faster.
    double far = curve.mean(LocalPair.of("s", "f", 4, 0.05, 1));
    double near = curve.mean(LocalPair.of("s", "f", 3, 0.05, 1));
    assertThat(far - near).isCloseTo(curve.scale(), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void severalFilmsOfOneSubjectWeighAsOne(long seed) {
    List<LocalPair> pairs = DrawnPairs.of(seed, x -> 0.9 * x + 0.05).films(40, 1);
    List<LocalPair> twice = new ArrayList<>(pairs);
    for (LocalPair pair : pairs) {
      if (pair.subjectId().endsWith("7")) {
        twice.add(LocalPair.of(pair.subjectId(), "again", pair.mean(), pair.sd(), pair.truth()));
      }
    }

    for (Candidate candidate : List.of(Candidate.OFFSET, Candidate.LINE, Candidate.MONOTONE)) {
      Correction once = candidate.fit(SitePairs.of(pairs));
      Correction again = candidate.fit(SitePairs.of(twice));
      for (LocalPair pair : pairs) {
        assertThat(again.mean(pair)).isCloseTo(once.mean(pair), within(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLastLayerFindsWhichFeatureTheErrorGoesWith(long seed) {
    SitePairs pairs = DrawnPairs.of(seed, x -> x).withFeatures(300, 20, 0.1);

    LastLayer found = (LastLayer) Candidate.LAST_LAYER.fit(pairs);

    assertThat(found.weights().at(0)).isCloseTo(0.1, within(0.04));
    for (int k = 1; k < 20; k++) {
      assertThat(Math.abs(found.weights().at(k))).isLessThan(0.04);
    }
  }

  /** Of a subject in whom it does vary, it must not decide. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFeatureThatHardlyVariesIsNotStretched(long seed) {
    SitePairs pairs = DrawnPairs.of(seed, x -> x).withFeatures(100, 20, 0);
    SitePairs quiet =
        SitePairs.of(
            pairs.pairs().stream()
                .map(p -> {
                  Features all = p.features().orElseThrow();
                  double[] values = new double[all.size()];
                  for (int k = 0; k < values.length; k++) {
                    values[k] = (k == 3 ? 0.001 : 1) * all.at(k);
                  }
                  return new LocalPair(
                      p.subjectId(),
                      p.film(),
                      p.mean(),
                      p.sd(),
                      p.truth(),
                      Optional.of(Features.copyOf(values)));
                })
                .toList());

    LastLayer found = (LastLayer) Candidate.LAST_LAYER.fit(quiet);

    assertThat(Math.abs(found.weights().at(3))).isLessThan(0.001);
  }

  @Test
  void aFeatureThatDoesNotVaryGetsNoWeight() {
    List<LocalPair> pairs = DrawnPairs.of(1, x -> x + 0.05).films(40, 1);
    SitePairs flat =
        SitePairs.of(
            pairs.stream()
                .map(p ->
                    new LocalPair(
                        p.subjectId(),
                        p.film(),
                        p.mean(),
                        p.sd(),
                        p.truth(),
                        Optional.of(Features.copyOf(new double[] {1, 2}))))
                .toList());

    LastLayer found = (LastLayer) Candidate.LAST_LAYER.fit(flat);

    assertThat(found.weights()).isEqualTo(Features.copyOf(new double[2]));
    assertThat(found.offset()).isCloseTo(0.05, within(3 * DrawnPairs.ERROR / Math.sqrt(40)));
  }

  @Test
  void theClosestRisingSequencePoolsNeighbours() {
    // Ayer et al.'s procedure by hand: 3 and 1 pool to 2, then 2, 2 and 1 (weight 2) to 1.5.
    assertThat(Isotonic.of(new double[] {0, 3, 1, 1, 5}, new double[] {1, 1, 1, 2, 1}))
        .containsExactly(new double[] {0, 1.5, 1.5, 1.5, 5}, within(1e-12));
  }
}
