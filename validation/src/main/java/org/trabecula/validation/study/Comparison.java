package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.agreement.ErrorStatistics;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/** The rows of a site beside those of other predictions, as far as both have them. */
final class Comparison {
  /** Truths further apart are not of the same measurement, g/cm². */
  private static final double SAME_TRUTH = 1e-9;

  /** Calls from the one of least risk. */
  private static final List<Call> CALLS =
      List.of(Call.UNLIKELY_LOW, Call.UNDETERMINED, Call.LIKELY_LOW);

  private static final double[] ANY_CHANGE = {};

  private final EvaluationSettings settings;
  private final SiteRows rows;
  private final List<Integer> own = new ArrayList<>();
  private final List<Prediction> theirs = new ArrayList<>();
  private final int unpaired;

  /** Which radiograph a prediction is of. */
  private record Film(String subject, String image) {
    static Film of(Prediction row, boolean byImage) {
      String image = byImage ? row.traits().getOrDefault(Prediction.IMAGE, "") : "";
      return new Film(row.subjectId(), image);
    }
  }

  /**
   * Pairs the rows by subject and, where both say it, image. Rows of different truths, as where one
   * left out a vertebra, are no pair.
   *
   * @param other of the same site, view and scale
   * @throws IllegalArgumentException if a subject has several rows that no image tells apart
   */
  Comparison(EvaluationSettings settings, SiteRows rows, List<Prediction> other) {
    this.settings = settings;
    this.rows = rows;
    boolean byImage = haveImages(rows.predictions()) && haveImages(other);
    Map<Film, Prediction> known = byFilm(other, byImage);
    for (int row = 0; row < rows.size(); row++) {
      Prediction one = rows.prediction(row);
      Prediction match = known.get(Film.of(one, byImage));
      if (match != null && Math.abs(match.truth() - one.truth()) <= SAME_TRUTH) {
        own.add(row);
        theirs.add(match);
      }
    }
    this.unpaired = rows.size() + other.size() - 2 * own.size();
  }

  /** Holds that what is to be paired can be told apart, site by site. */
  static void requireTellable(List<Prediction> rows, List<Prediction> other) {
    Map<SiteKey, List<Prediction>> others = SiteKey.grouped(other);
    SiteKey.grouped(rows)
        .forEach((key, group) -> {
          List<Prediction> theirs = key.counterpart(others);
          boolean byImage = haveImages(group) && haveImages(theirs);
          byFilm(group, byImage);
          byFilm(theirs, byImage);
        });
  }

  private static boolean haveImages(List<Prediction> rows) {
    return rows.stream().allMatch(row -> row.traits().containsKey(Prediction.IMAGE));
  }

  private static Map<Film, Prediction> byFilm(List<Prediction> rows, boolean byImage) {
    Map<Film, Prediction> films = new LinkedHashMap<>();
    for (Prediction row : rows) {
      Film film = Film.of(row, byImage);
      if (films.put(film, row) != null) {
        throw new IllegalArgumentException(
            ("Subject %s has several rows for %s; to pair them with a comparator, both tables need a"
                    + " column '%s' that tells them apart")
                .formatted(row.subjectId(), row.estimate().site().label(), Prediction.IMAGE));
      }
    }
    return films;
  }

  /** All figures; undefined ones without a pair. */
  ComparatorStudy study() {
    if (own.isEmpty()) {
      Statistic none = Statistic.undefined("no radiograph has both predictions");
      return new ComparatorStudy(0, 0, unpaired, none, none, none, List.of());
    }
    SiteRows ours = rows.some(own.stream().mapToInt(Integer::intValue).toArray());
    ErrorStatistics errors = ours.errors();
    ErrorStatistics otherErrors =
        ours.errors(theirs.stream().mapToDouble(Prediction::error).toArray());
    ScoredRows scored = ours.scored();
    ScoredRows other =
        ours.estimatedAs(theirs.stream().map(Prediction::estimate).toList()).scored();
    return new ComparatorStudy(
        own.size(),
        ours.subjects().distinct(),
        unpaired,
        errors.meanAbsolute(),
        otherErrors.meanAbsolute(),
        errors.differenceFrom(otherErrors),
        settings.thresholds().stream().map(t -> at(t, scored, other)).toList());
  }

  private ComparatorStudy.AtThreshold at(Threshold threshold, ScoredRows scored, ScoredRows other) {
    SubjectRows subjects = scored.subjects();
    CallPolicy policy = settings.policy();
    ScoredSubjects after = scored.byRisk(threshold);
    ScoredSubjects before = other.byRisk(threshold);
    double[] cuts = {1 - policy.targetNpv(), policy.targetPpv()};
    Call[] calls = scored.callsAt(threshold, policy);
    Call[] otherCalls = other.callsAt(threshold, policy);
    boolean[] beyond = scored.beyond(threshold);
    return new ComparatorStudy.AtThreshold(
        threshold,
        RocDifference.of(subjects, scored.byScore(threshold), other.byScore(threshold)),
        Reclassification.of(subjects, before, after, cuts),
        Reclassification.of(subjects, before, after, ANY_CHANGE),
        table(calls, otherCalls, beyond, true),
        table(calls, otherCalls, beyond, false),
        NetBenefit.curve(subjects, after, ThresholdAnalysis.risks()),
        NetBenefit.curve(subjects, before, ThresholdAnalysis.risks()));
  }

  private static List<List<Integer>> table(
      Call[] calls, Call[] otherCalls, boolean[] beyond, boolean positive) {
    int[][] counts = new int[CALLS.size()][CALLS.size()];
    for (int i = 0; i < calls.length; i++) {
      if (beyond[i] == positive) {
        counts[CALLS.indexOf(otherCalls[i])][CALLS.indexOf(calls[i])]++;
      }
    }
    List<List<Integer>> table = new ArrayList<>();
    for (int[] row : counts) {
      table.add(IntStream.of(row).boxed().toList());
    }
    return table;
  }
}
