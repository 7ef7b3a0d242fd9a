package org.trabecula.learning.study;

/**
 * Figures of a published study of people, to be read beside synthetic ones and never as if they
 * were of one kind.
 *
 * @param name in print
 * @param lumbar densities of the lumbar spine
 * @param femur densities of the femur, from the lumbar view
 */
public record PublishedStudy(String name, Figures lumbar, Figures femur) {
  /**
   * Figures of one site.
   *
   * @param meanAbsoluteError g/cm2
   * @param pearson correlation with DXA
   * @param sensitivity for osteopenia, T below -1
   * @param specificity for osteopenia
   */
  public record Figures(
      double meanAbsoluteError, double pearson, double sensitivity, double specificity) {}

  /**
   * Moro et al., J Orthop Res 2025: 1,454 AP lumbar radiographs, five-fold cross-validation.
   * Errors, sensitivities and specificities by the abstract [V]; correlations by a press report
   * [V].
   */
  public static final PublishedStudy MORO_2025 =
      new PublishedStudy(
          "Moro et al. 2025, 1,454 people",
          new Figures(0.076, 0.89, 0.864, 0.841),
          new Figures(0.071, 0.74, 0.804, 0.763));
}
