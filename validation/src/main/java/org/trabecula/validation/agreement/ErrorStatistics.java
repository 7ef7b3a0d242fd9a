package org.trabecula.validation.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/** Errors of predictions, with intervals from resampled subjects. */
public final class ErrorStatistics {
  private final List<String> subjects;
  private final double[] errors;
  private final Bootstrap bootstrap;

  private ErrorStatistics(List<String> subjects, double[] errors, Bootstrap bootstrap) {
    this.subjects = subjects;
    this.errors = errors;
    this.bootstrap = bootstrap;
  }

  /**
   * Returns the figures of some errors.
   *
   * @param subjects the subject of each error
   * @param errors estimate less truth
   */
  public static ErrorStatistics of(List<String> subjects, double[] errors, Bootstrap bootstrap) {
    Require.sameLength(subjects.size(), errors.length, "subjects", "errors");
    Require.finite(errors, "errors");
    return new ErrorStatistics(List.copyOf(subjects), errors.clone(), bootstrap);
  }

  /** MAE, the mean of |e|; undefined without an error. */
  public Statistic meanAbsolute() {
    return bootstrap.of(subjects, rows -> mean(rows, errors, Math::abs));
  }

  /** RMSE, the root of the mean of e²; undefined without an error. */
  public Statistic rootMeanSquare() {
    return bootstrap.of(
        subjects, rows -> OptionalDouble.of(Math.sqrt(mean(rows, errors, e -> e * e).orElse(0))));
  }

  /** The mean of e; undefined without an error. */
  public Statistic bias() {
    return bootstrap.of(subjects, rows -> mean(rows, errors, e -> e));
  }

  /**
   * The share of another's mean absolute error that these errors lack, 1 - MAE / MAE of the other,
   * on the same resamples. Undefined where the other has no error.
   *
   * @throws IllegalArgumentException if the other errors are not of the same subjects, row by row
   */
  public Statistic improvementOver(ErrorStatistics other) {
    requireSameSubjects(other);
    return bootstrap.of(
        subjects,
        rows -> {
          double own = mean(rows, errors, Math::abs).orElse(0);
          double others = mean(rows, other.errors, Math::abs).orElse(0);
          return others > 0 ? OptionalDouble.of(1 - own / others) : OptionalDouble.empty();
        });
  }

  /**
   * Their mean absolute error less that of others, on the same resamples: below 0 these are the
   * smaller. Undefined without an error.
   *
   * @throws IllegalArgumentException if the other errors are not of the same subjects, row by row
   */
  public Statistic differenceFrom(ErrorStatistics other) {
    requireSameSubjects(other);
    double[] differences = new double[errors.length];
    Arrays.setAll(differences, i -> Math.abs(errors[i]) - Math.abs(other.errors[i]));
    return bootstrap.of(subjects, rows -> mean(rows, differences, d -> d));
  }

  private void requireSameSubjects(ErrorStatistics other) {
    if (!subjects.equals(other.subjects)) {
      throw new IllegalArgumentException("The other errors are not of the same subjects");
    }
  }

  private static OptionalDouble mean(int[] rows, double[] errors, DoubleUnaryOperator of) {
    double sum = 0;
    for (int row : rows) {
      sum += of.applyAsDouble(errors[row]);
    }
    return rows.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / rows.length);
  }
}
