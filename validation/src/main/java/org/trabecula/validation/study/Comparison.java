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
  private final List<Prediction> own = new ArrayList<>();
  private final List<Prediction> theirs = new ArrayList<>();
  private final int unpaired;

  /** Which radiograph a prediction is of. */
  private record Film(String subject, String image) {
    static Film of(Prediction row) {
      return new Film(row.subjectId(), row.traits().getOrDefault(Prediction.IMAGE, ""));
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
    boolean byImage = haveImages(rows.predictions()) && haveImages(other);
    Map<Film, Prediction> known = byFilm(other, byImage);
    byFilm(rows.predictions(), byImage)
        .forEach((film, row) -> {
          Prediction match = known.get(film);
          if (match != null && Math.abs(match.truth() - row.truth()) <= SAME_TRUTH) {
            own.add(row);
            theirs.add(match);
          }
        });
    this.unpaired = rows.size() + other.size() - 2 * own.size();
  }

  private static boolean haveImages(List<Prediction> rows) {
    return rows.stream().allMatch(row -> row.traits().containsKey(Prediction.IMAGE));
  }

  private static Map<Film, Prediction> byFilm(List<Prediction> rows, boolean byImage) {
    Map<Film, Prediction> films = new LinkedHashMap<>();
    for (Prediction row : rows) {
      Film film = byImage ? Film.of(row) : new Film(row.subjectId(), "");
      if (films.put(film, row) != null) {
        throw new IllegalArgumentException(
            "Subject %s has several rows for %s; to pair them with a comparator, both tables need a column '%s' that tells them apart"
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
    SiteRows ours = SiteRows.of(own, settings);
    ErrorStatistics errors = ours.errors();
    ErrorStatistics otherErrors =
        ours.errors(theirs.stream().mapToDouble(Prediction::error).toArray());
    ScoredRows scored = ours.scored();
    ScoredRows other = SiteRows.of(theirsAs(own), settings).scored();
    return new ComparatorStudy(
        own.size(),
        ours.subjects().distinct(),
        unpaired,
        errors.meanAbsolute(),
        otherErrors.meanAbsolute(),
        errors.differenceFrom(otherErrors),
        settings.thresholds().stream().map(t -> at(t, scored, other)).toList());
  }

  /** Their estimates of our subjects: who a subject is, the study's own table says. */
  private List<Prediction> theirsAs(List<Prediction> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rows.get(i).estimatedAs(theirs.get(i).estimate()))
        .toList();
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
