package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.diagnosis.RocArea;

/** How good answers are, by one figure: a closed choice. */
sealed interface Measure {
  /** Mean absolute error of the label, in its unit. */
  record MeanAbsoluteError() implements Measure {}

  /** Root mean square error of the label, in its unit. */
  record RootMeanSquareError() implements Measure {}

  /** Pearson's r of predicted and true label. */
  record Correlation() implements Measure {}

  /** Share of films whose most probable class is theirs. */
  record Accuracy() implements Measure {}

  /** Area under the ROC of a class against all others, by its probability. */
  record ClassArea(String disease) implements Measure {}

  /**
   * Area under the ROC of a class against all others, by the predicted label.
   *
   * @param low whether the class has the lower labels
   */
  record LabelArea(String disease, boolean low) implements Measure {}

  /** Level of an interval inside RocArea, which is thrown away. */
  double ANY_LEVEL = 0.95;

  /**
   * All measures of a study.
   *
   * @param classes from the highest mean label to the lowest
   */
  static List<Measure> of(List<String> classes, String positive) {
    List<Measure> all =
        new ArrayList<>(
            List.of(
                new MeanAbsoluteError(),
                new RootMeanSquareError(),
                new Correlation(),
                new Accuracy()));
    classes.forEach(disease -> all.add(new ClassArea(disease)));
    all.add(new LabelArea(positive, classes.indexOf(positive) > 0));
    return List.copyOf(all);
  }

  /** For tables. */
  default String words() {
    return switch (this) {
      case MeanAbsoluteError ignored -> "MAE";
      case RootMeanSquareError ignored -> "RMSE";
      case Correlation ignored -> "r";
      case Accuracy ignored -> "accuracy";
      case ClassArea(String disease) -> "AUC %s".formatted(disease);
      case LabelArea(String disease, boolean ignored) -> "AUC %s by label".formatted(disease);
    };
  }

  /** Whether less is better. */
  default boolean isError() {
    return this instanceof MeanAbsoluteError || this instanceof RootMeanSquareError;
  }

  /** Whether it asks for an order of films and not for a value. */
  default boolean isOfOrder() {
    return this instanceof Correlation || this instanceof ClassArea || this instanceof LabelArea;
  }

  /** The figure of an arm with its interval. */
  default Statistic of(Judged arm, Bootstrap bootstrap) {
    return bootstrap.of(arm.groups(), rows -> at(rows, arm));
  }

  /** The figure of an arm less that of another, on the same resamples. */
  default Statistic difference(Judged arm, Judged other, Bootstrap bootstrap) {
    return bootstrap.of(
        arm.groups(),
        rows -> {
          OptionalDouble own = at(rows, arm);
          OptionalDouble others = at(rows, other);
          return own.isPresent() && others.isPresent()
              ? OptionalDouble.of(own.getAsDouble() - others.getAsDouble())
              : OptionalDouble.empty();
        });
  }

  /** The figure of some rows, some of them several times; empty if they do not define it. */
  default OptionalDouble at(int[] rows, Judged arm) {
    return switch (this) {
      case MeanAbsoluteError ignored -> mean(rows, i -> Math.abs(arm.label(i) - arm.truth(i)));
      case RootMeanSquareError ignored -> {
        OptionalDouble square = mean(rows, i -> Math.pow(arm.label(i) - arm.truth(i), 2));
        yield square.isPresent() ? OptionalDouble.of(Math.sqrt(square.getAsDouble())) : square;
      }
      case Correlation ignored ->
          value(
              Agreement.pearson(
                  PairedValues.of(picked(rows, arm::label), picked(rows, arm::truth)), ANY_LEVEL));
      case Accuracy ignored -> mean(rows, i -> arm.is(i, arm.called(i)) ? 1 : 0);
      case ClassArea(String disease) -> area(rows, arm, disease, i -> arm.probability(i, disease));
      case LabelArea(String disease, boolean low) ->
          area(rows, arm, disease, i -> low ? -arm.label(i) : arm.label(i));
    };
  }

  private static OptionalDouble mean(int[] rows, IntToDoubleFunction of) {
    return Arrays.stream(rows).mapToDouble(of).average();
  }

  private static double[] picked(int[] rows, IntToDoubleFunction of) {
    return Arrays.stream(rows).mapToDouble(of).toArray();
  }

  private static OptionalDouble area(
      int[] rows, Judged arm, String disease, IntToDoubleFunction score) {
    double[] ill = Arrays.stream(rows).filter(i -> arm.is(i, disease)).mapToDouble(score).toArray();
    double[] others =
        Arrays.stream(rows).filter(i -> !arm.is(i, disease)).mapToDouble(score).toArray();
    return value(RocArea.of(ill, others, ANY_LEVEL));
  }

  private static OptionalDouble value(Statistic statistic) {
    return statistic.known().stream().mapToDouble(Estimate::value).findFirst();
  }
}
