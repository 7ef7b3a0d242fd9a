package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.trabecula.cohort.Split;

/**
 * The pairs of one site of the skeleton, in an order of their own: whatever order they came in, the
 * same pairs give the same result. Several films of one subject weigh as much as one film of
 * another.
 */
public final class SitePairs {
  private final List<LocalPair> pairs;
  private final Map<String, Integer> films;

  private SitePairs(List<LocalPair> pairs) {
    this.pairs = List.copyOf(pairs);
    Map<String, Integer> counts = new LinkedHashMap<>();
    pairs.forEach(pair -> counts.merge(pair.subjectId(), 1, Integer::sum));
    this.films = counts;
  }

  /** Returns the pairs in their own order. */
  public static SitePairs of(Collection<LocalPair> pairs) {
    List<LocalPair> sorted = new ArrayList<>(pairs);
    sorted.sort(
        Comparator.comparing(LocalPair::subjectId)
            .thenComparing(LocalPair::film)
            .thenComparingDouble(LocalPair::mean)
            .thenComparingDouble(LocalPair::truth));
    return new SitePairs(sorted);
  }

  /** The pairs, by subject and film. */
  public List<LocalPair> pairs() {
    return pairs;
  }

  /** How many films there are. */
  public int size() {
    return pairs.size();
  }

  /** The subjects, in order. */
  public List<String> subjectIds() {
    return List.copyOf(films.keySet());
  }

  /** How many subjects there are. */
  public int subjects() {
    return films.size();
  }

  /** The subject of each pair. */
  List<String> owners() {
    return pairs.stream().map(LocalPair::subjectId).toList();
  }

  /** What a film counts for: one shared by the films of its subject. */
  double weight(LocalPair pair) {
    return 1.0 / films.getOrDefault(pair.subjectId(), 1);
  }

  /** The mean over subjects of something that each film has. */
  double mean(ToDoubleFunction<LocalPair> of) {
    double sum = 0;
    for (LocalPair pair : pairs) {
      sum += weight(pair) * of.applyAsDouble(pair);
    }
    return sum / subjects();
  }

  /** The pairs of some subjects. */
  SitePairs ofSubjects(Predicate<String> which) {
    return new SitePairs(pairs.stream().filter(pair -> which.test(pair.subjectId())).toList());
  }

  /** The same without what the last layer reads. */
  SitePairs withoutFeatures() {
    return new SitePairs(
        pairs.stream()
            .map(p -> LocalPair.of(p.subjectId(), p.film(), p.mean(), p.sd(), p.truth()))
            .toList());
  }

  /** The fold of each subject; folds are as even as can be. */
  Map<String, Integer> folds(int folds, long seed) {
    return Split.evenFolds(films.keySet(), folds, seed);
  }
}
