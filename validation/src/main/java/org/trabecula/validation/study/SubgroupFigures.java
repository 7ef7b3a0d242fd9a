package org.trabecula.validation.study;

import java.util.List;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/**
 * Errors within a subgroup.
 *
 * @param trait what the subgroup is made by, for instance {@code sex}
 * @param value which subgroup, for instance {@code female}
 * @param radiographs how many predictions
 * @param subjects how many different subjects
 * @param meanAbsoluteError in g/cm²
 * @param bias in g/cm²
 * @param areas under the ROC curve, one for each threshold of T
 */
public record SubgroupFigures(
    String trait,
    String value,
    int radiographs,
    int subjects,
    Statistic meanAbsoluteError,
    Statistic bias,
    Statistic pearson,
    Statistic coverage,
    List<Area> areas) {

  /**
   * How well a subgroup is sorted.
   *
   * @param radiographs how many have a T-score
   * @param positives how many of them are beyond the T-score
   * @param area under the ROC curve
   */
  public record Area(Threshold threshold, int radiographs, int positives, Statistic area) {}

  public SubgroupFigures {
    areas = List.copyOf(areas);
  }
}
