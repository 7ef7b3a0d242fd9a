package org.trabecula.learning.data;

import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;

/**
 * How much training examples are varied. What the simulator varies physically is hardly repeated
 * here: bone contrast is the signal, and bending the grey scale by 12 % blurs it.
 *
 * @param rotationDegrees standard deviation
 * @param scale standard deviation of the factor
 * @param acrossMm standard deviation of the shift across the body
 * @param alongMm standard deviation of the shift along the body
 * @param anywhereMm half the films are shifted along the body by any amount up to this instead, so
 *     that where a vertebra lies does not tell which it is; 0 for none
 * @param tone standard deviation of the bend of the grey scale
 * @param noise largest standard deviation of added noise, in units of the field's contrast
 * @param blur probability of a light blur
 * @param border probability of a narrower field
 * @param mirror probability of mirroring
 * @param forget probability that each covariate is unknown
 * @param forgetAll probability that all covariates are unknown
 * @param bendMm standard deviation of the amplitude of a sideways curve of the body
 * @param crop probability that the film was cut to a part around the regions, as it is by a viewer
 * @param crestMm standard deviation of the level of a spine's iliac crests beyond what the
 *     simulator varies; 0 leaves them
 */
public record AugmentationSettings(
    double rotationDegrees,
    double scale,
    double acrossMm,
    double alongMm,
    double anywhereMm,
    double tone,
    double noise,
    double blur,
    double border,
    double mirror,
    double forget,
    double forgetAll,
    double bendMm,
    double crop,
    double crestMm) {
  /** What a density network is trained with, unless {@link #of} knows better for its view. */
  public static final AugmentationSettings STANDARD =
      new AugmentationSettings(
          4, 0.02, 9, 9, 55, 0.03, 0.03, 0.1, 0.15, 0.05, 0.05, 0.05, 4, 0.3, 14);

  /** What the view network is trained with: it must not depend on scale, and mirrors matter. */
  public static final AugmentationSettings VIEW =
      new AugmentationSettings(6, 0.08, 18, 18, 0, 0.25, 0.1, 0.3, 0.4, 0, 0, 0, 6, 0.4, 0);

  /** Nothing is varied. */
  public static final AugmentationSettings NONE =
      new AugmentationSettings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * What the network of a view is trained with: where a film's mirror image is as good a film, half
   * of all are mirrored, which doubles the bodies that training sees.
   */
  public static AugmentationSettings of(View view) {
    return DensityModel.hasMirrorImage(view) ? STANDARD.mirroring(0.5) : STANDARD;
  }

  /** The same with another probability of mirroring. */
  public AugmentationSettings mirroring(double probability) {
    return new AugmentationSettings(
        rotationDegrees,
        scale,
        acrossMm,
        alongMm,
        anywhereMm,
        tone,
        noise,
        blur,
        border,
        probability,
        forget,
        forgetAll,
        bendMm,
        crop,
        crestMm);
  }
}
