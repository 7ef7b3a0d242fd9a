package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Golden;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.SubjectRows;

/** The figures of R; see {@link Golden}. */
class AgreementGoldenTest {
  private static final double LEVEL = 0.95;
  private static final PairedValues PAIRS = Golden.pairs("pairs.csv");
  private static final PairedValues TIES = Golden.pairs("ties.csv");

  static List<List<Double>> repeats() {
    double[] subjects = Golden.column("repeats.csv", 0);
    double[] densities = Golden.column("repeats.csv", 1);
    Map<Double, List<Double>> bySubject = new TreeMap<>();
    for (int i = 0; i < subjects.length; i++) {
      bySubject.computeIfAbsent(subjects[i], ignored -> new ArrayList<>()).add(densities[i]);
    }
    return List.copyOf(bySubject.values());
  }

  @Test
  void errors() {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < PAIRS.size(); i++) {
      subjects.add("s" + i);
    }
    ErrorStatistics errors =
        ErrorStatistics.of(subjects, PAIRS.errors(), new Bootstrap(100, 1, LEVEL));
    double[] expected = Golden.values("errors");
    assertThat(errors.meanAbsolute().known().orElseThrow().value())
        .isCloseTo(expected[0], within(1e-12));
    assertThat(errors.rootMeanSquare().known().orElseThrow().value())
        .isCloseTo(expected[1], within(1e-12));
    assertThat(errors.bias().known().orElseThrow().value()).isCloseTo(expected[2], within(1e-12));
    Golden.assertSame(Agreement.bias(PAIRS, LEVEL), "bias");
  }

  @Test
  void limitsOfAgreement() {
    assertLimits(PAIRS, "limits");
    assertLimits(PeakFlow.pairs(), "peakflow");
  }

  private static void assertLimits(PairedValues pairs, String name) {
    BlandAltman limits = BlandAltman.of(pairs, LEVEL).orElseThrow();
    assertThat(limits.n()).isEqualTo(pairs.size());
    Estimate bias = Agreement.bias(pairs, LEVEL).known().orElseThrow();
    assertThat(limits.bias().low()).isCloseTo(bias.low(), within(1e-12));
    assertThat(limits.bias().high()).isCloseTo(bias.high(), within(1e-12));
    Golden.assertSame(limits.sd(), name + ".sd");
    Golden.assertSame(limits.lower(), name + ".lower");
    Golden.assertSame(limits.upper(), name + ".upper");
    Golden.assertSame(limits.proportionalBias(), name + ".proportional");
  }

  @Test
  void correlations() {
    Golden.assertSame(Agreement.pearson(PAIRS, LEVEL), "pearson");
    Golden.assertSame(Agreement.concordance(PAIRS, LEVEL), "ccc");
    Golden.assertSame(Agreement.concordance(PeakFlow.pairs(), LEVEL), "ccc.peakflow");
  }

  @Test
  void intraclassCorrelation() {
    Golden.assertSame(IntraclassCorrelation.of(PAIRS, LEVEL), "icc");
    Golden.assertSame(IntraclassCorrelation.of(TIES, LEVEL), "icc.ties");
  }

  /** Table 2 of Shrout and Fleiss 1979: six targets, four judges; they print 0.29. */
  @Test
  void intraclassCorrelationOfFourJudges() {
    double[][] ratings = {
      {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };
    Golden.assertSame(IntraclassCorrelation.of(ratings, LEVEL), "icc.shrout");
  }

  @Test
  void repeatPrecision() {
    RepeatPrecision precision = RepeatPrecision.of(repeats(), LEVEL);
    assertThat(precision.subjects()).isEqualTo(15);
    assertThat(precision.degreesOfFreedom()).isEqualTo(30);
    Golden.assertSame(precision.rmsSd(), "repeat.sd");
    Golden.assertSame(precision.rmsCv(), "repeat.cv");
    Golden.assertSame(precision.leastSignificantChange(), "repeat.lsc");
    assertThat(precision.leastSignificantShare())
        .isEqualTo(precision.rmsCv().map(cv -> cv.times(2.77)));
  }

  @Test
  void demingOfSeveralPairsOfOneSubject() {
    SubjectRows rows =
        SubjectRows.of(
            IntStream.range(0, 60).mapToObj(i -> "S" + i % 20).toList(),
            new Bootstrap(100, 1, 0.95));
    Line line = Deming.of(Golden.pairs("pairs.csv"), 1, rows);
    Golden.assertSame(line.slope(), "deming.clustered.slope");
    Golden.assertSame(line.intercept(), "deming.clustered.intercept");
  }
}
