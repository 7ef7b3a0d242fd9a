package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Golden;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.SubjectRows;

/** The figures of R; see {@link Golden}. */
class DiagnosisGoldenTest {
  private static final double LEVEL = 0.95;
  private static final ScoredSubjects A = scores(2);
  private static final ScoredSubjects B = scores(3);
  private static final ScoredSubjects RISK = scores(4);
  private static final ScoredSubjects OTHER = scores(5);

  private static ScoredSubjects scores(int column) {
    double[] truths = Golden.column("scores.csv", 1);
    boolean[] positive = new boolean[truths.length];
    for (int i = 0; i < truths.length; i++) {
      positive[i] = truths[i] == 1;
    }
    return ScoredSubjects.of(Golden.column("scores.csv", column), positive);
  }

  @Test
  void wilson() {
    for (int[] counts : new int[][] {{81, 263}, {15, 148}, {1, 29}, {7, 9}}) {
      Golden.assertSame(
          Proportion.wilson(counts[0], counts[1], LEVEL),
          "wilson.%d.%d".formatted(counts[0], counts[1]));
    }
  }

  @Test
  void theFourFoldTable() {
    Confusion table = A.atLeast(0.5);
    Golden.assertSame(
        new double[] {
          table.truePositives(),
          table.falsePositives(),
          table.falseNegatives(),
          table.trueNegatives()
        },
        "table.counts");
    Golden.assertSame(table.sensitivity(LEVEL), "table.sensitivity");
    Golden.assertSame(table.specificity(LEVEL), "table.specificity");
    Golden.assertSame(table.positivePredictiveValue(LEVEL), "table.ppv");
    Golden.assertSame(table.negativePredictiveValue(LEVEL), "table.npv");
    LikelihoodRatio ratio = LikelihoodRatio.of(table, LEVEL);
    Golden.assertSame(ratio.ofPositive(), "table.lr.positive");
    Golden.assertSame(ratio.ofNegative(), "table.lr.negative");
    for (String prevalence : List.of("0.05", "0.2", "0.5")) {
      double share = Double.parseDouble(prevalence);
      Golden.assertSame(ratio.positivePredictiveValue(share), "prevalence.ppv." + prevalence);
      Golden.assertSame(ratio.negativePredictiveValue(share), "prevalence.npv." + prevalence);
    }
  }

  @Test
  void areas() {
    Golden.assertSame(RocArea.of(A.scores(true), A.scores(false), LEVEL), "auc.a");
    RocDifference both = RocDifference.of(A, B, LEVEL);
    Golden.assertSame(both.first(), "auc.a");
    Golden.assertSame(both.second(), "auc.b");
    Golden.assertSame(both.difference(), "auc.difference");
    Golden.assertSame(both.pValue(), "auc.p");
  }

  @Test
  void curves() {
    List<Curves.Point> points = Curves.of(A);
    // pROC has one point more, where nobody is called positive.
    double[] sensitivities = Golden.values("roc.sensitivities");
    double[] specificities = Golden.values("roc.specificities");
    assertThat(points).hasSize(sensitivities.length - 1);
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.get(i).sensitivity()).isCloseTo(sensitivities[i + 1], within(1e-12));
      assertThat(points.get(i).specificity()).isCloseTo(specificities[i + 1], within(1e-12));
    }
    Golden.assertSame(
        points.stream().mapToDouble(Curves.Point::precision).toArray(), "pr.precision");
    Golden.assertSame(
        points.stream().mapToDouble(Curves.Point::sensitivity).toArray(), "pr.recall");
    List<String> ids = new ArrayList<>();
    IntStream.range(0, A.size()).forEach(i -> ids.add("s" + i % 60));
    double average =
        Curves.averagePrecision(ids, A, new Bootstrap(200, 1, LEVEL)).known().orElseThrow().value();
    Golden.assertSame(average, "pr.average");
    assertThat(Collections.max(ids)).isEqualTo("s9");
  }

  @Test
  void kappa() {
    int[][] counts = {{30, 6, 1}, {8, 22, 5}, {2, 7, 19}};
    Golden.assertSame(
        WeightedKappa.of(counts, WeightedKappa.Weights.NONE, LEVEL), "kappa.linear.plain");
    Golden.assertSame(
        WeightedKappa.of(counts, WeightedKappa.Weights.LINEAR, LEVEL), "kappa.linear");
    Golden.assertSame(
        WeightedKappa.of(counts, WeightedKappa.Weights.QUADRATIC, LEVEL), "kappa.quadratic");
  }

  @Test
  void netBenefit() {
    for (String threshold : List.of("0.1", "0.3", "0.6")) {
      NetBenefit benefit = NetBenefit.of(RISK, Double.parseDouble(threshold), LEVEL);
      Golden.assertSame(benefit.ofTest(), "benefit." + threshold);
      Golden.assertSame(benefit.ofAll(), "benefit.all." + threshold);
    }
  }

  @Test
  void reclassification() {
    Reclassification moved = Reclassification.of(OTHER, RISK, new double[] {0.2, 0.5}, LEVEL);
    Golden.assertSame(moved.ofPositives(), "nri.events");
    Golden.assertSame(moved.ofNegatives(), "nri.nonevents");
    Golden.assertSame(moved.net(), "nri");
    Golden.assertSame(moved.discrimination(), "idi");
    Reclassification free = Reclassification.of(OTHER, RISK, new double[0], LEVEL);
    Golden.assertSame(free.ofPositives(), "nri.free.events");
    Golden.assertSame(free.ofNegatives(), "nri.free.nonevents");
    Golden.assertSame(free.net(), "nri.free");
  }

  @Test
  void severalRowsOfOneSubject() {
    SubjectRows rows =
        SubjectRows.of(
            IntStream.range(0, A.size())
                .mapToObj(i -> Double.toString(Golden.column("scores.csv", 0)[i]))
                .toList(),
            new Bootstrap(100, 1, LEVEL));
    Golden.assertSame(RocArea.of(rows, A), "obuchowski.a");
    RocDifference areas = RocDifference.of(rows, A, B);
    Golden.assertSame(areas.first(), "obuchowski.a");
    Golden.assertSame(areas.difference(), "obuchowski.difference");
    Golden.assertSame(areas.pValue(), "obuchowski.p");
  }
}
