package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.study.OutOfFold.Distribution;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.validation.study.Prediction;

class CrossConformalTest {
  private static final int FOLDS = 5;

  private record Study(List<OutOfFold> said, Map<String, Double> truths) {
    /** Networks that read 0.9 of the truth and 0.05 more, and are too sure of it by a half. */
    static Study drawn(int subjects, long seed) {
      RandomGenerator random = new SplittableRandom(seed);
      List<OutOfFold> said = new ArrayList<>();
      Map<String, Double> truths = new LinkedHashMap<>();
      for (int i = 0; i < subjects; i++) {
        double truth = 0.95 + 0.15 * random.nextGaussian();
        double sd = random.nextDouble(0.02, 0.08);
        Distribution raw =
            new Distribution(0.9 * truth + 0.05 + 0.9 * sd * random.nextGaussian(), sd / 2);
        Map<Site, Distribution> sites = new EnumMap<>(Site.class);
        for (Site site : Site.values()) {
          sites.put(site, raw);
        }
        Map<Knowledge, Map<Site, Distribution>> both = new EnumMap<>(Knowledge.class);
        for (Knowledge knowledge : Knowledge.values()) {
          both.put(knowledge, sites);
        }
        said.add(new OutOfFold("s" + i, i % FOLDS, both));
        truths.put("s" + i, truth);
      }
      return new Study(said, truths);
    }

    List<Prediction> predictions() {
      Map<String, Manifest.Row> rows = new LinkedHashMap<>();
      truths.forEach((subject, truth) -> rows.put(subject, row(subject, truth)));
      return new CrossConformal(said, rows)
          .predictions(Site.L1_L4, Knowledge.AS_KNOWN, Against.MEASURED);
    }

    private static Manifest.Row row(String subject, double truth) {
      return new Manifest.Row(
          subject,
          Path.of(subject + ".dcm"),
          View.LUMBAR_AP,
          Laterality.UNPAIRED,
          Subject.UNKNOWN,
          ScannerScale.HOLOGIC,
          true,
          new Densities(Map.of(Site.L1_L4, truth), Map.of()),
          Truth.NONE,
          java.util.Optional.empty(),
          Map.of());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void intervalsHoldAndTheLineIsUndone(long seed) {
    List<Prediction> predictions = Study.drawn(1500, seed).predictions();
    double held =
        predictions.stream()
            .filter(p -> p.estimate().low() <= p.truth() && p.truth() <= p.estimate().high())
            .count();
    // Five standard errors of a share of 0.9 in 1,500.
    assertThat(held / predictions.size()).isCloseTo(0.9, within(0.04));
    double bias = predictions.stream().mapToDouble(Prediction::error).average().orElseThrow();
    assertThat(bias).isCloseTo(0, within(0.005));
  }

  @Test
  void nobodysOwnTruthReachesHerEstimateOrThatOfHerFold() {
    Study study = Study.drawn(300, 4);
    Study other = new Study(study.said(), new LinkedHashMap<>(study.truths()));
    // All of fold 2 are someone else.
    other.truths().replaceAll((s, t) -> Integer.parseInt(s.substring(1)) % FOLDS == 2 ? 0.5 : t);
    List<Prediction> before = study.predictions();
    List<Prediction> after = other.predictions();
    for (int i = 0; i < before.size(); i++) {
      if (i % FOLDS == 2) {
        assertThat(after.get(i).estimate()).isEqualTo(before.get(i).estimate());
      } else {
        assertThat(after.get(i).estimate()).isNotEqualTo(before.get(i).estimate());
      }
    }
  }

  @Test
  void whereNoTruthIsKnownThereIsNoPrediction() {
    Study study = Study.drawn(50, 1);
    Map<String, Manifest.Row> rows = new LinkedHashMap<>();
    study.truths().forEach((subject, truth) -> rows.put(subject, Study.row(subject, truth)));
    CrossConformal said = new CrossConformal(study.said(), rows);
    assertThat(said.predictions(Site.L1_L4, Knowledge.AS_KNOWN, Against.EXACT)).isEmpty();
    assertThat(said.predictions(Site.L2, Knowledge.AS_KNOWN, Against.MEASURED)).isEmpty();
  }
}
