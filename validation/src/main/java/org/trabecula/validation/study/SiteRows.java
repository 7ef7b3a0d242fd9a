package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.agreement.ErrorStatistics;

/** The predictions of one site on one scale, and the parts that figures are made of. */
final class SiteRows {
  private final List<Prediction> predictions;
  private final SubjectRows subjects;
  private final ReferencePopulation reference;

  private SiteRows(
      List<Prediction> predictions, SubjectRows subjects, ReferencePopulation reference) {
    this.predictions = predictions;
    this.subjects = subjects;
    this.reference = reference;
  }

  /**
   * Returns the rows.
   *
   * @throws IllegalArgumentException if there is none, or sites or scales are mixed
   */
  static SiteRows of(List<Prediction> predictions, EvaluationSettings settings) {
    requireOneSite(predictions);
    return new SiteRows(
        List.copyOf(predictions),
        SubjectRows.of(
            predictions.stream().map(Prediction::subjectId).toList(), settings.bootstrap()),
        settings.reference());
  }

  int size() {
    return predictions.size();
  }

  List<Prediction> predictions() {
    return predictions;
  }

  Prediction prediction(int row) {
    return predictions.get(row);
  }

  Site site() {
    return predictions.getFirst().estimate().site();
  }

  ScannerScale scale() {
    return predictions.getFirst().estimate().scale();
  }

  SubjectRows subjects() {
    return subjects;
  }

  double level() {
    return subjects.level();
  }

  /** Some of the rows, at least one. */
  SiteRows some(int[] rows) {
    return new SiteRows(
        Arrays.stream(rows).mapToObj(predictions::get).toList(), subjects.some(rows), reference);
  }

  /** Estimates and truths, g/cm². */
  PairedValues pairs() {
    return PairedValues.of(
        predictions.stream().mapToDouble(p -> p.estimate().mean()).toArray(),
        predictions.stream().mapToDouble(Prediction::truth).toArray());
  }

  /** A figure of estimates and truths whose formula assumes one row for each subject. */
  Statistic figure(Function<PairedValues, Statistic> formula) {
    PairedValues pairs = pairs();
    return subjects.figure(rows -> formula.apply(pairs.rows(rows)));
  }

  ErrorStatistics errors() {
    return errors(predictions.stream().mapToDouble(Prediction::error).toArray());
  }

  /** Figures of other errors of the same subjects. */
  ErrorStatistics errors(double[] errors) {
    return ErrorStatistics.of(subjects.subjects(), errors, subjects.bootstrap());
  }

  /** The share of prediction intervals that hold the truth. */
  Statistic coverage() {
    return subjects.share(row -> true, row -> isHeld(predictions.get(row)), "there is no interval");
  }

  /** The share that is meant to; empty if the estimates disagree on it. */
  OptionalDouble nominalCoverage() {
    double[] levels =
        predictions.stream().mapToDouble(p -> p.estimate().level()).distinct().toArray();
    return levels.length == 1 ? OptionalDouble.of(levels[0]) : OptionalDouble.empty();
  }

  /** Those that the reference has T-scores for. */
  ScoredRows scored() {
    List<Scored> scored = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < size(); row++) {
      Optional<Scored> one = Scored.of(predictions.get(row), reference);
      if (one.isPresent()) {
        scored.add(one.get());
        rows.add(row);
      }
    }
    return new ScoredRows(
        scored, rows, subjects.some(rows.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static boolean isHeld(Prediction prediction) {
    DensityEstimate estimate = prediction.estimate();
    return estimate.low() <= prediction.truth() && prediction.truth() <= estimate.high();
  }

  private static void requireOneSite(List<Prediction> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("There is no prediction");
    }
    Site site = rows.getFirst().estimate().site();
    ScannerScale scale = rows.getFirst().estimate().scale();
    for (Prediction prediction : rows) {
      if (prediction.estimate().site() != site || prediction.estimate().scale() != scale) {
        throw new IllegalArgumentException(
            "%s on scale %s among %s on scale %s"
                .formatted(
                    prediction.estimate().site(), prediction.estimate().scale(), site, scale));
      }
    }
  }
}
