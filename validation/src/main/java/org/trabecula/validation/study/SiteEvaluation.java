package org.trabecula.validation.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;

/** How good the estimates of one site are, beside what is possible without and with more. */
public record SiteEvaluation(
    Sample sample,
    Errors errors,
    Concordance concordance,
    Diagnostics diagnostics,
    Context context,
    List<SubgroupFigures> subgroups) {

  /**
   * What was evaluated.
   *
   * @param radiographs how many predictions
   * @param subjects how many different subjects
   * @param meanTruth in g/cm²
   * @param sdTruth in g/cm²; 0 for a single radiograph
   */
  public record Sample(
      Site site,
      ScannerScale scale,
      int radiographs,
      int subjects,
      double meanTruth,
      double sdTruth) {}

  /**
   * Errors in g/cm², with intervals from resampled subjects.
   *
   * @param meanAbsolute mean of |estimate - truth|
   * @param rootMeanSquare root of the mean of (estimate - truth)²
   * @param bias mean of estimate less truth
   */
  public record Errors(Statistic meanAbsolute, Statistic rootMeanSquare, Statistic bias) {}

  /**
   * How estimates and truths go together.
   *
   * @param lin Lin's concordance correlation
   * @param intraclass ICC(2,1)
   * @param coverage the share of prediction intervals that hold the truth
   * @param nominalCoverage the share that is meant to; empty if the estimates disagree on it
   */
  public record Concordance(
      Statistic pearson,
      Statistic lin,
      Statistic intraclass,
      Optional<BlandAltman> limits,
      CalibrationLine calibration,
      Statistic coverage,
      OptionalDouble nominalCoverage) {}

  /**
   * How well low densities are found.
   *
   * @param reference the name of the population behind the T-scores
   * @param withoutReference how many radiographs it has no T-score for
   * @param thresholds T below -1 and T of at most -2.5
   * @param calls how often the three-way call is made and right
   */
  public record Diagnostics(
      String reference,
      int withoutReference,
      List<ThresholdAccuracy> thresholds,
      CallAccuracy calls) {}

  /**
   * What the errors are to be compared with.
   *
   * @param baselines estimates without an image
   * @param floor mean absolute error in g/cm² that DXA's own precision leaves a faultless estimate;
   *     empty if none is known for the site
   */
  public record Context(List<BaselineComparison> baselines, OptionalDouble floor) {}

  /**
   * An estimate without an image.
   *
   * @param meanAbsoluteError in g/cm²
   * @param improvement the share of it that the image takes away, 1 - MAE / MAE of the baseline,
   *     with the paired interval of resampled subjects
   */
  public record BaselineComparison(
      BaselineModel.Kind kind, Statistic meanAbsoluteError, Statistic improvement) {}

  public SiteEvaluation {
    subgroups = List.copyOf(subgroups);
  }
}
