package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.validation.study.SyntheticStudy.figure;
import static org.trabecula.validation.study.SyntheticStudy.predictions;
import static org.trabecula.validation.study.SyntheticStudy.request;
import static org.trabecula.validation.study.SyntheticStudy.study;
import static org.trabecula.validation.study.SyntheticStudy.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

class ComparisonTest {
  private static final String LOW = "T < -1; comparator";

  private static SiteStudy compared(List<Prediction> own, List<Prediction> other) {
    return study(request(own, Optional.of(new OtherPredictions("other", other))))
        .sites()
        .getFirst();
  }

  /** The same subjects and truths, estimated with another error. */
  private static List<Prediction> other(List<Prediction> rows, long seed, double error) {
    SplittableRandom random = new SplittableRandom(seed);
    return rows.stream()
        .map(row ->
            row.estimatedAs(
                SyntheticStudy.estimate(
                    Math.max(0.2, row.truth() + error * random.nextGaussian()))))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void againstItselfNothingIsGained(int films) {
    List<Prediction> rows = predictions(1, 100, films, 0.05);
    SiteStudy site = compared(rows, rows);
    ComparatorStudy same = site.comparator().orElseThrow();
    assertThat(same.radiographs()).isEqualTo(100 * films);
    assertThat(same.subjects()).isEqualTo(100);
    assertThat(same.unpaired()).isZero();
    assertThat(value(site, "mae_difference", "comparator")).isZero();
    assertThat(figure(site, "auc_difference", LOW).value())
        .isEqualTo(Statistic.undefined("the difference has no standard error"));
    for (String how : List.of("by call", "category-free")) {
      assertThat(value(site, "nri", LOW + "; " + how)).isZero();
    }
    assertThat(value(site, "idi", LOW)).isZero();
    ComparatorStudy.AtThreshold low = same.thresholds().getFirst();
    assertThat(low.comparatorCurve()).isEqualTo(low.decisionCurve());
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          assertThat(low.positives().get(i).get(j)).isZero();
          assertThat(low.negatives().get(i).get(j)).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theBetterEstimateGains(long seed) {
    List<Prediction> rows = predictions(seed, 300, 1, 0.03);
    SiteStudy site = compared(rows, other(rows, seed, 0.12));
    assertThat(figure(site, "mae_difference", "comparator").value().known().orElseThrow().high())
        .isNegative();
    assertThat(value(site, "auc_difference", LOW)).isPositive();
    assertThat(value(site, "idi", LOW)).isPositive();
  }

  /** The parts are those of the library on the same numbers. */
  @Test
  void theAreasAreThoseOfDeLongOnThePairs() {
    List<Prediction> rows = predictions(7, 200, 1, 0.05);
    List<Prediction> others = other(rows, 8, 0.1);
    SiteStudy site = compared(rows, others);
    RocDifference areas = RocDifference.of(signs(rows), signs(others), 0.95);
    RocDifference found = site.comparator().orElseThrow().thresholds().getFirst().areas();
    assertThat(found.difference().known().orElseThrow().value())
        .isCloseTo(areas.difference().known().orElseThrow().value(), within(1e-12));
    assertThat(found.pValue()).isCloseTo(areas.pValue(), within(1e-12));
  }

  private static ScoredSubjects signs(List<Prediction> rows) {
    boolean[] low = new boolean[rows.size()];
    for (int i = 0; i < low.length; i++) {
      low[i] = Threshold.LOW.holds((rows.get(i).truth() - 1.047) / 0.110);
    }
    return ScoredSubjects.of(rows.stream().mapToDouble(p -> -p.estimate().mean()).toArray(), low);
  }

  @Test
  void whatOnlyOneHasIsUnpaired() {
    List<Prediction> rows = predictions(1, 50, 1, 0.05);
    List<Prediction> others = new ArrayList<>(other(rows.subList(0, 30), 2, 0.05));
    Prediction moved = rows.get(40);
    others.add(
        new Prediction(
            moved.subjectId(),
            moved.subject(),
            moved.truth() + 0.05,
            moved.estimate(),
            true,
            Map.of()));
    ComparatorStudy study = compared(rows, others).comparator().orElseThrow();
    assertThat(study.radiographs()).isEqualTo(30);
    // 20 of the first, and the one of the second whose DXA is another.
    assertThat(study.unpaired()).isEqualTo(21);
  }

  @Test
  void withoutAPairEveryFigureHasTheReason() {
    List<Prediction> rows = predictions(1, 20, 1, 0.05);
    SiteStudy site = compared(rows, List.of());
    assertThat(figure(site, "mae_difference", "comparator").value())
        .isEqualTo(Statistic.undefined("no radiograph has both predictions"));
    assertThat(site.comparator().orElseThrow().thresholds()).isEmpty();
  }

  @Test
  void filmsThatNothingTellsApartAreNotPaired() {
    List<Prediction> twice = new ArrayList<>(predictions(1, 5, 1, 0.05));
    twice.add(twice.getFirst());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compared(twice, predictions(1, 5, 1, 0.05)))
        .withMessageContaining("Subject P0000 has several rows for L1-L4")
        .withMessageContaining("'image'");
  }

  /** A comparator that knows nothing of radiographs says no view. */
  @Test
  void aTableWithoutViewsIsPairedWithTheOnlyOneThatFits() {
    List<Prediction> rows = predictions(1, 30, 1, 0.05);
    List<Prediction> viewed = new ArrayList<>();
    for (Prediction row : rows) {
      viewed.add(
          new Prediction(
              row.subjectId(),
              row.subject(),
              row.truth(),
              row.estimate(),
              true,
              Map.of(Prediction.VIEW, "lumbar-ap")));
    }
    assertThat(compared(viewed, rows).comparator().orElseThrow().radiographs()).isEqualTo(30);
    assertThat(compared(rows, viewed).comparator().orElseThrow().radiographs()).isEqualTo(30);
    List<Prediction> two = new ArrayList<>(viewed);
    two.add(
        new Prediction(
            "Q",
            rows.getFirst().subject(),
            0.9,
            rows.getFirst().estimate(),
            true,
            Map.of(Prediction.VIEW, "hip-ap")));
    assertThat(compared(rows, two).comparator().orElseThrow().radiographs()).isZero();
  }
}
