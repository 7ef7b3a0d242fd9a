package org.trabecula.simulation.projection;

import java.util.random.RandomGenerator;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.population.SimulatedSubject;

/**
 * One exposure's geometry.
 *
 * @param view what is aimed at
 * @param laterality which hip; UNPAIRED for the spine, BOTH for a whole pelvis
 * @param pose how the subject lies
 * @param sidMm focal spot to detector
 * @param objectToDetectorMm plane of the spine's middle to the detector
 * @param fieldHeightMm collimated field at the detector
 * @param fieldWidthMm collimated field at the detector
 * @param collimatorDegrees rotation of the field on the image
 * @param marginMm image area kept around the field on each side
 */
public record Positioning(
    View view,
    Laterality laterality,
    Pose pose,
    double sidMm,
    double objectToDetectorMm,
    double fieldHeightMm,
    double fieldWidthMm,
    double collimatorDegrees,
    double marginMm) {

  public Positioning {
    if (!(sidMm >= 500 && sidMm <= 5000)
        || !(objectToDetectorMm >= 0 && objectToDetectorMm < 400)) {
      throw new IllegalArgumentException(
          "sidMm is %s, objectToDetectorMm %s".formatted(sidMm, objectToDetectorMm));
    }
    if (!(fieldHeightMm >= 50
        && fieldHeightMm <= 500
        && fieldWidthMm >= 50
        && fieldWidthMm <= 500)) {
      throw new IllegalArgumentException(
          "A field of %s x %s mm is not within 50 to 500 mm"
              .formatted(fieldHeightMm, fieldWidthMm));
    }
    if (!(marginMm >= 0 && marginMm <= 200)) {
      throw new IllegalArgumentException("marginMm is %s".formatted(marginMm));
    }
  }

  /** A straight exposure of the usual size, for tests and pictures. */
  public static Positioning straight(View view) {
    return view == View.LUMBAR_AP
        ? new Positioning(view, Laterality.UNPAIRED, Pose.NEUTRAL, 1100, 100, 430, 350, 0, 0)
        : new Positioning(view, Laterality.RIGHT, Pose.NEUTRAL, 1100, 100, 300, 240, 0, 0);
  }

  /** How many times larger the plane of the spine appears on the detector. */
  public double magnification() {
    return sidMm / (sidMm - objectToDetectorMm);
  }

  /**
   * Draws an exposure as the reference cohort's protocol has it: rotation N(0, 4°), tilt N(0, 6°),
   * decentring N(0, 15 mm), SID 100-120 cm, body to detector 4-8 cm, collimation 20x40 to 35x43 cm
   * for the spine and 24x30 to 35x43 cm for hips.
   */
  public static Positioning draw(View view, SimulatedSubject subject, RandomGenerator random) {
    return draw(view, subject.body().thicknessCm(), random);
  }

  /** The same for a body of which only the thickness is known. */
  public static Positioning draw(View view, double thicknessCm, RandomGenerator random) {
    return PositioningDraw.draw(view, thicknessCm, random);
  }

  /** The same exposure of another side. */
  public Positioning of(Laterality side) {
    return new Positioning(
        view,
        side,
        pose,
        sidMm,
        objectToDetectorMm,
        fieldHeightMm,
        fieldWidthMm,
        collimatorDegrees,
        marginMm);
  }
}
