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
 * @param synthetic whether the radiograph is simulated
 * @param traits what subgroups are made of besides sex and age, for instance {@code look -> CR}
 */
public record Prediction(
    String subjectId,
    Subject subject,
    double truth,
    DensityEstimate estimate,
    boolean synthetic,
    Map<String, String> traits) {

  /** The trait that names the projection, by its code: each view is a study of its own. */
  public static final String VIEW = "view";

  /** The trait that names the file, where a subject has several radiographs of a view. */
  public static final String IMAGE = "image";

  public Prediction {
    if (!(truth > 0 && Double.isFinite(truth))) {
      throw new IllegalArgumentException("truth is %s g/cm2, not positive".formatted(truth));
    }
    traits = Collections.unmodifiableMap(new TreeMap<>(traits));
  }

  /** A prediction of a real radiograph without traits. */
  public static Prediction of(
      String subjectId, Subject subject, double truth, DensityEstimate estimate) {
    return new Prediction(subjectId, subject, truth, estimate, false, Map.of());
  }

  /** Estimate less truth, in g/cm². */
  public double error() {
    return estimate.mean() - truth;
  }

  /** The same radiograph as another estimated it. */
  Prediction estimatedAs(DensityEstimate other) {
    return new Prediction(subjectId, subject, truth, other, synthetic, traits);
  }
}
