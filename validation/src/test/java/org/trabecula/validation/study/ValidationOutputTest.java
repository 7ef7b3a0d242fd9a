package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.validation.study.SyntheticStudy.predictions;
import static org.trabecula.validation.study.SyntheticStudy.request;
import static org.trabecula.validation.study.SyntheticStudy.study;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class ValidationOutputTest {
  private static final List<Prediction> ROWS = predictions(1, 80, 1, 0.05);
  private static final ValidationStudy STUDY =
      study(request(ROWS, Optional.of(new OtherPredictions("other.csv", ROWS))));

  private static List<CSVRecord> lines(ValidationStudy study) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(study.csv()))
        .getRecords();
  }

  @Test
  void theTableHoldsEveryFigureExactly() throws IOException {
    List<CSVRecord> lines = lines(STUDY);
    List<Figure> figures = STUDY.figures();
    assertThat(lines).hasSameSizeAs(figures);
    for (int i = 0; i < lines.size(); i++) {
      CSVRecord line = lines.get(i);
      Figure figure = figures.get(i);
      assertThat(line.get("statistic")).isEqualTo(figure.statistic());
      assertThat(line.get("at")).isEqualTo(figure.at());
      assertThat(line.get("n")).isEqualTo(Integer.toString(figure.n()));
      switch (figure.value()) {
        case Statistic.Known(Estimate estimate) -> {
          assertThat(Double.parseDouble(line.get("estimate"))).isEqualTo(estimate.value());
          assertThat(Double.parseDouble(line.get("low"))).isEqualTo(estimate.low());
          assertThat(Double.parseDouble(line.get("high"))).isEqualTo(estimate.high());
          assertThat(line.get("undefined")).isEmpty();
        }
        case Statistic.Undefined(String reason) -> {
          assertThat(line.get("estimate")).isEmpty();
          assertThat(line.get("undefined")).isEqualTo(reason);
        }
      }
    }
  }

  @Test
  void everyLineOfASyntheticStudySaysSo() throws IOException {
    assertThat(lines(STUDY)).allMatch(line -> line.get("synthetic").equals("synthetic"));
    List<Prediction> real =
        ROWS.stream()
            .map(p ->
                new Prediction(
                    p.subjectId(), p.subject(), p.truth(), p.estimate(), false, p.traits()))
            .toList();
    assertThat(lines(study(real))).allMatch(line -> line.get("synthetic").isEmpty());
  }

  @Test
  void theTreeIsVersionedAndHoldsEveryFigure() {
    Map<String, Object> tree = STUDY.tree();
    assertThat(tree)
        .containsEntry("schema", "trabecula-validation/1")
        .containsEntry("synthetic", true)
        .containsEntry("comparator", "other.csv")
        .containsEntry("provenance", Map.of("seed", "1"));
    assertThat(tree.get("figures"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSameSizeAs(STUDY.figures());
    assertThat(tree.get("settings"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("reference", "nhanes-iii")
        .containsEntry("resamples", 100)
        .containsEntry("thresholds", List.of("T < -1", "T <= -2.5"));
  }

  @Test
  void theTreeIsMadeOfPlainValuesOnly() {
    assertPlain(STUDY.tree());
  }

  private static void assertPlain(Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, entry) -> {
            assertThat(key).isInstanceOf(String.class);
            assertPlain(entry);
          });
      case List<?> list -> list.forEach(ValidationOutputTest::assertPlain);
      default -> assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
    }
  }

  /** The last point of a curve calls everyone positive. */
  @Test
  void aCurveEndsWithEveryone() {
    ThresholdStudy low = STUDY.sites().getFirst().thresholds().getFirst();
    assertThat(low.curve().getLast().sensitivity()).isEqualTo(1);
    assertThat(low.curve().getLast().specificity()).isZero();
    assertThat(low.threeWay().table().size()).isEqualTo(80);
    assertThat(low.risk().decisionCurve()).hasSize(49);
    assertThat(low.risk().curve()).hasSize(10);
  }

  /** The policy's threshold is -1: moved there, its calls are the study's. */
  @Test
  void theThreeWayTableAtThePolicysThresholdIsThatOfTheCalls() {
    SiteStudy site = STUDY.sites().getFirst();
    ThresholdStudy.ThreeWay way = site.thresholds().getFirst().threeWay();
    var calls = site.evaluation().diagnostics().calls();
    assertThat(way.table().low().likely() + way.table().notLow().likely())
        .isEqualTo(calls.likelyLow());
    assertThat(way.determined()).isEqualTo(calls.determined());
  }

  /** The figures of the three-way table are those of the library on its counts. */
  @Test
  void theThreeWayFiguresAreThoseOfTheTable() {
    for (ThresholdStudy one : STUDY.sites().getFirst().thresholds()) {
      ThresholdStudy.ThreeWay way = one.threeWay();
      assertThat(way.determined()).isEqualTo(way.table().determined(0.95));
      assertThat(way.amongDetermined()).isEqualTo(way.table().amongDetermined(0.95));
      assertThat(way.asWrong()).isEqualTo(way.table().undeterminedAsWrong(0.95));
      assertThat(way.asLikely()).isEqualTo(way.table().undeterminedAsLikely(0.95));
    }
  }

  @Test
  void classesAreCountedByTruthAndEstimate() {
    SiteStudy.DensityClasses classes = STUDY.sites().getFirst().classes();
    ThresholdStudy low = STUDY.sites().getFirst().thresholds().getFirst();
    List<List<Integer>> counts = classes.counts();
    assertThat(counts.stream().flatMap(List::stream).mapToInt(i -> i).sum()).isEqualTo(80);
    assertThat(counts.getFirst().getFirst()).isEqualTo(low.accuracy().counts().trueNegatives());
    assertThat(counts.get(1).getFirst() + counts.get(2).getFirst())
        .isEqualTo(low.accuracy().counts().falseNegatives());
  }

  @Test
  void theShortFormIsWhatEvaluatePrints() {
    assertThat(STUDY.brief().markdown())
        .startsWith("# Validation (synthetic)")
        .contains("| MAE of age, sex, height and weight g/cm2 | 0.");
    List<Prediction> sorted = SiteKey.grouped(ROWS).values().iterator().next();
    assertThat(STUDY.sites().getFirst().evaluation().errors())
        .isEqualTo(new SiteEvaluator(SyntheticStudy.SETTINGS).evaluate(sorted, List.of()).errors());
  }

  @Test
  void participantsCountOnceHoweverManyFilmsTheyHave() {
    Participants once = STUDY.participants();
    List<Prediction> films = new ArrayList<>();
    for (Prediction row : ROWS) {
      for (String image : List.of("one", "two")) {
        films.add(
            new Prediction(
                row.subjectId(),
                row.subject(),
                row.truth(),
                row.estimate(),
                true,
                SyntheticStudy.withImage(row.traits(), row.subjectId() + image)));
      }
    }
    Participants twice = Participants.of(films);
    assertThat(once.subjects()).isEqualTo(80).isEqualTo(twice.subjects());
    assertThat(once.women() + once.men()).isEqualTo(80);
    assertThat(twice.quantities()).isEqualTo(once.quantities());
    assertThat(once.quantities())
        .extracting(Participants.Quantity::name)
        .containsExactly("age", "height", "weight", "body mass index");
    assertThat(once.traits().get("look")).containsEntry("raw", 27).containsEntry("processed", 53);
    assertThat(twice.traits()).doesNotContainKey("image");
  }

  @Test
  void whatOneRowKnowsOfASubjectCompletesAnother() {
    Subject young =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Subject heavy =
        new Subject(
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(160),
            OptionalDouble.of(64));
    List<Prediction> rows =
        List.of(
            Prediction.of("A", young, 0.9, SyntheticStudy.estimate(0.9)),
            Prediction.of("A", heavy, 0.9, SyntheticStudy.estimate(0.8)));
    Participants who = Participants.of(rows);
    assertThat(who.women()).isEqualTo(1);
    assertThat(who.quantities().getLast().spread().orElseThrow().mean())
        .isCloseTo(25, within(1e-12));
    assertThat(who.quantities().getFirst().known()).isZero();
    assertThat(who.quantities().getFirst().spread()).isEmpty();
    assertThat(Participants.of(rows.reversed())).isEqualTo(who);
  }
}
