package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which fold each film is held out in: groups stay together, strata are spread evenly. */
public final class Folds {
  private final int count;
  private final List<Integer> folds;

  private Folds(int count, List<Integer> folds) {
    this.count = count;
    this.folds = List.copyOf(folds);
  }

  /**
   * A film as far as folds care.
   *
   * @param group whose films stay together
   * @param stratum whose films are spread
   */
  public record Member(String group, String stratum) {}

  /**
   * Deals groups out, stratum by stratum and the largest first, each to the fold that has fewest of
   * its stratum and then fewest of all. A group of several strata is dealt as that of its first.
   *
   * @param count at least 2, at most as many as there are groups
   * @param seed of the order within a stratum
   */
  public static Folds of(List<Member> members, int count, long seed) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < members.size(); i++) {
      groups.computeIfAbsent(members.get(i).group(), ignored -> new ArrayList<>()).add(i);
    }
    if (count < 2 || count > groups.size()) {
      throw new IllegalArgumentException(
          "%d groups cannot be divided into %d folds".formatted(groups.size(), count));
    }
    Map<String, List<List<Integer>>> byStratum = new TreeMap<>();
    groups
        .values()
        .forEach(rows ->
            byStratum
                .computeIfAbsent(
                    members.get(rows.getFirst()).stratum(), ignored -> new ArrayList<>())
                .add(rows));
    Random random = Random.from(new SplittableRandom(seed));
    Dealing dealing = new Dealing(members, count);
    byStratum.forEach((stratum, own) -> {
      Collections.shuffle(own, random);
      own.sort(Comparator.comparingInt((List<Integer> rows) -> -rows.size()));
      own.forEach(rows -> dealing.deal(rows, stratum));
    });
    return new Folds(count, Arrays.stream(dealing.fold).boxed().toList());
  }

  /** How full each fold is so far. */
  private static final class Dealing {
    final List<Member> members;
    final int[] fold;
    final int[] films;
    final Map<String, int[]> filmsOfStratum = new LinkedHashMap<>();

    Dealing(List<Member> members, int count) {
      this.members = members;
      this.fold = new int[members.size()];
      this.films = new int[count];
    }

    int[] of(String stratum) {
      return filmsOfStratum.computeIfAbsent(stratum, ignored -> new int[films.length]);
    }

    void deal(List<Integer> rows, String stratum) {
      int[] own = of(stratum);
      int best =
          IntStream.range(0, films.length)
              .boxed()
              .min(Comparator.<Integer>comparingInt(f -> own[f]).thenComparingInt(f -> films[f]))
              .orElseThrow();
      for (int row : rows) {
        fold[row] = best;
        films[best]++;
        of(members.get(row).stratum())[best]++;
      }
    }
  }

  /** How many folds there are. */
  public int count() {
    return count;
  }

  /** The fold of a film, from 0. */
  public int of(int film) {
    return folds.get(film);
  }

  /** The films that a fold holds out, in order. */
  public List<Integer> heldOut(int fold) {
    return IntStream.range(0, folds.size()).filter(i -> folds.get(i) == fold).boxed().toList();
  }

  /** The films that are trained on while a fold is held out, in order. */
  public List<Integer> training(int fold) {
    return IntStream.range(0, folds.size()).filter(i -> folds.get(i) != fold).boxed().toList();
  }

  @Override
  public String toString() {
    return folds.toString();
  }
}
