package org.trabecula.validation.study;

import java.util.List;
import java.util.Optional;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.calibration.CalibrationCurve;

/**
 * All figures of one site.
 *
 * @param source what they are made of
 * @param evaluation the short form: errors, agreement, accuracy at each threshold, baselines,
 *     floor, subgroups
 * @param lines of estimate on truth, both with error
 * @param calibrationCurve mean truth over mean estimate in tenths by estimate, g/cm²
 * @param thresholds what goes beyond the short form at each T-score, in the order of {@code
 *     evaluation.diagnostics().thresholds()}
 * @param classes normal range, low and osteoporotic range, by estimate and by truth
 * @param comparator the same subjects by other predictions
 */
public record SiteStudy(
    Source source,
    SiteEvaluation evaluation,
    Lines lines,
    List<CalibrationCurve.Point> calibrationCurve,
    List<ThresholdStudy> thresholds,
    DensityClasses classes,
    Optional<ComparatorStudy> comparator) {

  /**
   * What the figures are made of.
   *
   * @param name the site's label, with the view and the scale where the study has several
   * @param view code of the projection, where the predictions say it
   * @param synthetic whether any radiograph is simulated; then every figure is called so
   * @param repeated whether a subject has several radiographs; then intervals are made of resampled
   *     subjects
   * @param level of confidence of the intervals
   * @param baselines what the baselines learned from, in words
   * @param predictions estimate beside truth, in an order that does not depend on that of the file
   */
  public record Source(
      String name,
      Optional<String> view,
      boolean synthetic,
      boolean repeated,
      double level,
      String baselines,
      List<Prediction> predictions) {
    public Source {
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * Lines of estimate on truth that allow for error in both.
   *
   * @param deming with the same error in both
   * @param passingBablok of ranks; with several radiographs of a subject, of the first of each
   */
  public record Lines(Line deming, Line passingBablok) {}

  /**
   * Three classes of a density: T of at least -1 (normal range), below -1 (low) and of at most -2.5
   * (osteoporotic range). A class by estimate is no diagnosis.
   *
   * @param labels of the classes, from the highest density down
   * @param counts radiographs by class of the truth (outer list) and of the estimate (inner)
   * @param kappa Cohen's, unweighted
   * @param linearKappa weighted by distance
   * @param quadraticKappa weighted by squared distance
   */
  public record DensityClasses(
      List<String> labels,
      List<List<Integer>> counts,
      Statistic kappa,
      Statistic linearKappa,
      Statistic quadraticKappa) {
    public DensityClasses {
      labels = List.copyOf(labels);
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  public SiteStudy {
    calibrationCurve = List.copyOf(calibrationCurve);
    thresholds = List.copyOf(thresholds);
  }

  /** The level of the intervals. */
  double level() {
    return source.level();
  }

  /** All figures as lines. */
  public List<Figure> figures() {
    return StudyFigures.of(this);
  }
}
