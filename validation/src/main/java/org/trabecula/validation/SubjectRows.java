package org.trabecula.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which subject each row is of, and hence how a figure gets its interval: by the formula where
 * every row is another subject, by resampled subjects where one has several rows.
 */
public final class SubjectRows {
  private final List<String> subjects;
  private final Bootstrap bootstrap;
  private final int distinct;
  private final boolean repeated;

  private SubjectRows(List<String> subjects, Bootstrap bootstrap, int distinct, boolean repeated) {
    this.subjects = subjects;
    this.bootstrap = bootstrap;
    this.distinct = distinct;
    this.repeated = repeated;
  }

  /**
   * Returns the rows.
   *
   * @param subjects the subject of each row
   */
  public static SubjectRows of(List<String> subjects, Bootstrap bootstrap) {
    int distinct = new HashSet<>(subjects).size();
    return new SubjectRows(List.copyOf(subjects), bootstrap, distinct, distinct < subjects.size());
  }

  /** Rows of which each is another subject, for figures that need no subject's name. */
  public static SubjectRows distinct(int count, Bootstrap bootstrap) {
    return of(IntStream.range(0, count).mapToObj(Integer::toString).toList(), bootstrap);
  }

  /** How many rows there are. */
  public int size() {
    return subjects.size();
  }

  /** How many different subjects there are. */
  public int distinct() {
    return distinct;
  }

  /** Whether a subject has several rows, here or in the rows that these are some of. */
  public boolean repeated() {
    return repeated;
  }

  /** The subject of each row. */
  public List<String> subjects() {
    return subjects;
  }

  /** How resampled intervals are made. */
  public Bootstrap bootstrap() {
    return bootstrap;
  }

  /** The level of every interval. */
  public double level() {
    return bootstrap.level();
  }

  /** Some of the rows; their intervals are made in the same way as those of all. */
  public SubjectRows some(int[] rows) {
    List<String> some = Arrays.stream(rows).mapToObj(subjects::get).toList();
    return new SubjectRows(some, bootstrap, new HashSet<>(some).size(), repeated);
  }

  /**
   * Returns a figure whose formula assumes one row for each subject. With several, its interval is
   * made of resampled subjects.
   *
   * @param formula the figure of the rows with the given indices (some repeated, some absent), with
   *     the interval of the formula
   */
  public Statistic figure(Function<int[], Statistic> formula) {
    return figures(rows -> List.of(formula.apply(rows))).getFirst();
  }

  /** The same of several figures, of the same resamples. */
  public List<Statistic> figures(Function<int[], List<Statistic>> formulas) {
    return figures(
        formulas, rows -> formulas.apply(rows).stream().map(SubjectRows::value).toList());
  }

  /**
   * The same where bare values are quicker to have than intervals.
   *
   * @param values those of the formulas, without their intervals
   */
  public List<Statistic> figures(
      Function<int[], List<Statistic>> formulas, Function<int[], List<OptionalDouble>> values) {
    List<Statistic> plain = formulas.apply(IntStream.range(0, size()).toArray());
    if (!repeated || subjects.isEmpty()) {
      return plain;
    }
    List<Statistic> resampled = bootstrap.ofAll(subjects, values);
    List<Statistic> figures = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      // Why the data do not define a figure, the formula knows better than the resamples.
      figures.add(plain.get(i).known().isEmpty() ? plain.get(i) : resampled.get(i));
    }
    return List.copyOf(figures);
  }

  private static OptionalDouble value(Statistic statistic) {
    return statistic
        .known()
        .map(estimate -> OptionalDouble.of(estimate.value()))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Returns the share of the rows that succeed: Wilson's interval, or that of resampled subjects.
   *
   * @param among which rows count
   * @param success which of them succeed
   */
  public Statistic share(IntPredicate among, IntPredicate success, String reasonIfNone) {
    int[] rows = IntStream.range(0, size()).filter(among).toArray();
    if (rows.length == 0) {
      return Statistic.undefined(reasonIfNone);
    }
    SubjectRows some = some(rows);
    if (!some.repeated()) {
      int successes = (int) IntStream.of(rows).filter(success).count();
      return Statistic.of(Proportion.wilson(successes, rows.length, level()));
    }
    boolean[] succeeds = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      succeeds[i] = success.test(rows[i]);
    }
    return Proportion.clustered(some.subjects, succeeds, bootstrap);
  }
}
