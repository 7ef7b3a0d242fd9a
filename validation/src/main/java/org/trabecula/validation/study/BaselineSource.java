package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** What a baseline without an image learns from: a closed choice. */
public sealed interface BaselineSource {
  /** Subjects for each fold, below which nothing is learned. */
  int LEAST_PER_FOLD = 3;

  /**
   * Other subjects.
   *
   * @param rows one for each subject, of the site and scale of the study
   */
  record Trained(List<Observation> rows) implements BaselineSource {
    public Trained {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The subjects of the study itself, each predicted by a model of the subjects of all other folds.
   * That favours the baseline: it knows the study's population, which the estimate does not.
   *
   * @param folds at least 2
   * @param seed that deals the subjects out
   */
  record CrossValidated(int folds, long seed) implements BaselineSource {
    public CrossValidated {
      if (folds < 2) {
        throw new IllegalArgumentException("folds is %d, not at least 2".formatted(folds));
      }
    }
  }

  /** What it is, in print. */
  default String label() {
    return switch (this) {
      case Trained(List<Observation> rows) when rows.isEmpty() -> "no training row";
      case Trained(List<Observation> rows) -> "%d subjects for training".formatted(rows.size());
      case CrossValidated(int folds, long ignored) ->
          "%d-fold cross-validation by subject".formatted(folds);
    };
  }

  /** Why there is no baseline, should that be so. */
  default String reasonIfNone() {
    return switch (this) {
      case Trained ignored -> "there is no training row";
      case CrossValidated(int folds, long ignored) ->
          "fewer than %d subjects to learn from".formatted(LEAST_PER_FOLD * folds);
    };
  }

  /**
   * Returns what a baseline says of each row of a study, in g/cm²; empty with nothing to learn
   * from, or with fewer than three subjects for each fold.
   */
  default Optional<double[]> predict(BaselineModel.Kind kind, List<Prediction> test) {
    return switch (this) {
      case Trained(List<Observation> rows) when rows.isEmpty() -> Optional.empty();
      case Trained(List<Observation> rows) -> {
        BaselineModel model = BaselineModel.fit(kind, rows);
        yield Optional.of(test.stream().mapToDouble(p -> model.predict(p.subject())).toArray());
      }
      case CrossValidated(int folds, long seed) -> outOfFold(kind, test, folds, seed);
    };
  }

  private static Optional<double[]> outOfFold(
      BaselineModel.Kind kind, List<Prediction> test, int folds, long seed) {
    Map<String, Integer> foldOf = deal(test, folds, seed);
    if (foldOf.size() < LEAST_PER_FOLD * folds) {
      return Optional.empty();
    }
    Map<String, Observation> known = new LinkedHashMap<>();
    for (Prediction row : test) {
      known.putIfAbsent(
          row.subjectId(), new Observation(row.subjectId(), row.subject(), row.truth()));
    }
    List<BaselineModel> models = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int left = fold;
      models.add(
          BaselineModel.fit(
              kind,
              known.values().stream()
                  .filter(one -> foldOf.getOrDefault(one.subjectId(), -1) != left)
                  .toList()));
    }
    return Optional.of(
        test.stream()
            .mapToDouble(
                row -> models.get(foldOf.getOrDefault(row.subjectId(), 0)).predict(row.subject()))
            .toArray());
  }

  /** The fold of each subject; the order of the rows does not matter. */
  private static Map<String, Integer> deal(List<Prediction> test, int folds, long seed) {
    TreeSet<String> subjects = new TreeSet<>();
    test.forEach(row -> subjects.add(row.subjectId()));
    List<String> order = new ArrayList<>(subjects);
    Collections.shuffle(order, new Random(seed));
    Map<String, Integer> foldOf = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      foldOf.put(order.get(i), i % folds);
    }
    return foldOf;
  }
}
