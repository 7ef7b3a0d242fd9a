package org.trabecula.validation.study;

import java.util.List;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/**
 * Other predictions on the same radiographs, paired by subject, site and view.
 *
 * @param radiographs how many both predict
 * @param subjects how many different subjects
 * @param unpaired how many radiographs only one of them predicts
 * @param meanAbsoluteError of the estimate on the pairs, in g/cm²
 * @param comparatorError of the comparator, in g/cm²
 * @param difference estimate's less comparator's mean absolute error on the same resamples, in
 *     g/cm²: below 0 the estimate is nearer
 * @param thresholds at each T-score
 */
public record ComparatorStudy(
    int radiographs,
    int subjects,
    int unpaired,
    Statistic meanAbsoluteError,
    Statistic comparatorError,
    Statistic difference,
    List<AtThreshold> thresholds) {

  /**
   * Both at a T-score.
   *
   * @param areas first the estimate's, second the comparator's, and their paired difference
   * @param byCall reclassification from the comparator's call to the estimate's: categories
   *     unlikely, undetermined and likely
   * @param continuous the category-free improvement; its discrimination is that of {@code byCall}
   * @param positives radiographs beyond the T-score, by the comparator's call (outer list) and the
   *     estimate's (inner), from unlikely to likely
   * @param negatives the same of the others
   * @param decisionCurve of the estimate on the pairs
   * @param comparatorCurve of the comparator, at the same thresholds of risk
   */
  public record AtThreshold(
      Threshold threshold,
      RocDifference areas,
      Reclassification byCall,
      Reclassification continuous,
      List<List<Integer>> positives,
      List<List<Integer>> negatives,
      List<NetBenefit> decisionCurve,
      List<NetBenefit> comparatorCurve) {
    public AtThreshold {
      positives = positives.stream().map(List::copyOf).toList();
      negatives = negatives.stream().map(List::copyOf).toList();
      decisionCurve = List.copyOf(decisionCurve);
      comparatorCurve = List.copyOf(comparatorCurve);
    }
  }

  public ComparatorStudy {
    thresholds = List.copyOf(thresholds);
  }
}
