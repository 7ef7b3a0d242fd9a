package org.trabecula.validation.study;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.Subject;

/**
 * An estimate beside the truth.
 *
 * @param subjectId who
 * @param subject sex, age and size as far as they are known
 * @param truth in g/cm², on the scale of the estimate
 * @param estimate of the same site
 * @param traits what subgroups are made of besides sex and age, for instance {@code look -> CR}
 */
public record Prediction(
    String subjectId,
    Subject subject,
    double truth,
    DensityEstimate estimate,
    Map<String, String> traits) {

  public Prediction {
    if (!(truth > 0 && Double.isFinite(truth))) {
      throw new IllegalArgumentException("truth is %s g/cm2, not positive".formatted(truth));
    }
    traits = Collections.unmodifiableMap(new TreeMap<>(traits));
  }

  /** A prediction without traits. */
  public static Prediction of(
      String subjectId, Subject subject, double truth, DensityEstimate estimate) {
    return new Prediction(subjectId, subject, truth, estimate, Map.of());
  }

  /** Estimate less truth, in g/cm². */
  public double error() {
    return estimate.mean() - truth;
  }
}
