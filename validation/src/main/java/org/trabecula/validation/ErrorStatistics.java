package org.trabecula.validation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Errors of predictions, with intervals from resampled subjects. */
final class ErrorStatistics {
  private final List<String> subjects;
  private final double[] errors;
  private final Bootstrap bootstrap;

  ErrorStatistics(List<String> subjects, double[] errors, Bootstrap bootstrap) {
    this.subjects = subjects;
    this.errors = errors;
    this.bootstrap = bootstrap;
  }

  static ErrorStatistics of(List<Prediction> predictions, Bootstrap bootstrap) {
    return new ErrorStatistics(
        predictions.stream().map(Prediction::subjectId).toList(),
        predictions.stream().mapToDouble(Prediction::error).toArray(),
        bootstrap);
  }

  Statistic meanAbsolute() {
    return bootstrap.of(subjects, rows -> mean(rows, errors, Math::abs));
  }

  Statistic rootMeanSquare() {
    return bootstrap.of(
        subjects, rows -> OptionalDouble.of(Math.sqrt(mean(rows, errors, e -> e * e).orElse(0))));
  }

  Statistic bias() {
    return bootstrap.of(subjects, rows -> mean(rows, errors, e -> e));
  }

  /** The share of another's mean absolute error that these errors lack; the same resamples. */
  Statistic improvementOver(ErrorStatistics other) {
    return bootstrap.of(
        subjects,
        rows -> {
          double own = mean(rows, errors, Math::abs).orElse(0);
          double others = mean(rows, other.errors, Math::abs).orElse(0);
          return others > 0 ? OptionalDouble.of(1 - own / others) : OptionalDouble.empty();
        });
  }

  private static OptionalDouble mean(int[] rows, double[] errors, DoubleUnaryOperator of) {
    double sum = 0;
    for (int row : rows) {
      sum += of.applyAsDouble(errors[row]);
    }
    return rows.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / rows.length);
  }
}
