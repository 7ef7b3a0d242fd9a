package org.trabecula.validation.study;

import java.util.List;
import org.trabecula.validation.Require;

/**
 * How a study is made.
 *
 * @param evaluation reference, call, thresholds, subgroups and intervals
 * @param prevalences at which predictive values are given besides that of the study, each in (0, 1)
 */
public record StudySettings(EvaluationSettings evaluation, List<Double> prevalences) {

  public StudySettings {
    prevalences = List.copyOf(prevalences);
    prevalences.forEach(prevalence -> Require.openUnit(prevalence, "prevalence"));
  }
}
