package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/**
 * What can be said of a density without an image: least squares on sex, age and size. An image must
 * beat it to be worth anything. A missing covariate takes the mean of the training rows and raises
 * a flag that has its own coefficient.
 */
public final class BaselineModel {

  /** What the model knows of a subject. */
  public enum Kind {
    MEAN("training mean"),
    AGE_SEX("age and sex"),
    AGE_SEX_SIZE("age, sex, height and weight");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name in print. */
    public String label() {
      return label;
    }
  }

  private record Covariate(Function<Subject, OptionalDouble> of, double mean) {}

  private final List<Covariate> covariates;
  private final double[] coefficients;

  private BaselineModel(List<Covariate> covariates, double[] coefficients) {
    this.covariates = covariates;
    this.coefficients = coefficients;
  }

  /**
   * Fits a model.
   *
   * @throws IllegalArgumentException without a training row
   */
  public static BaselineModel fit(Kind kind, List<Observation> train) {
    if (train.isEmpty()) {
      throw new IllegalArgumentException("There is no training row");
    }
    List<Covariate> covariates =
        kinds(kind).stream().map(of -> new Covariate(of, mean(of, train))).toList();
    double[][] design =
        train.stream().map(row -> features(covariates, row.subject())).toArray(double[][]::new);
    double[] densities = train.stream().mapToDouble(Observation::density).toArray();
    return new BaselineModel(covariates, LeastSquares.solve(design, densities));
  }

  /** Returns the density to be expected of a subject, in g/cm². */
  public double predict(Subject subject) {
    double[] features = features(covariates, subject);
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += coefficients[i] * features[i];
    }
    return sum;
  }

  private static List<Function<Subject, OptionalDouble>> kinds(Kind kind) {
    return switch (kind) {
      case MEAN -> List.of();
      case AGE_SEX -> List.of(Subject::ageYears, BaselineModel::sexCode);
      case AGE_SEX_SIZE ->
          List.of(Subject::ageYears, BaselineModel::sexCode, Subject::heightCm, Subject::weightKg);
    };
  }

  private static OptionalDouble sexCode(Subject subject) {
    return subject.sex().stream().mapToDouble(sex -> sex == Sex.MALE ? 1 : 0).findFirst();
  }

  private static double mean(Function<Subject, OptionalDouble> of, List<Observation> train) {
    return train.stream()
        .map(row -> of.apply(row.subject()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average()
        .orElse(0);
  }

  /** One, then for each covariate its deviation from the mean and whether it is missing. */
  private static double[] features(List<Covariate> covariates, Subject subject) {
    List<Double> features = new ArrayList<>();
    features.add(1.0);
    for (Covariate covariate : covariates) {
      OptionalDouble value = covariate.of.apply(subject);
      features.add(value.isPresent() ? value.getAsDouble() - covariate.mean : 0.0);
      features.add(value.isPresent() ? 0.0 : 1.0);
    }
    return features.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
