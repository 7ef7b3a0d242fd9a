package org.trabecula.simulation.projection;

/**
 * How a subject lies under the tube.
 *
 * @param rotationDegrees about the body's long axis
 * @param tiltDegrees of the beam towards the head (positive) or the feet
 * @param leanDegrees of the body's long axis against the image's columns
 * @param decentringAcrossMm of the central ray from the aim, to the subject's left
 * @param decentringAlongMm of the central ray from the aim, towards the head
 * @param hipRotationDegrees inward rotation of the legs short of the neck's plane, 0 shows the neck
 *     in full
 */
public record Pose(
    double rotationDegrees,
    double tiltDegrees,
    double leanDegrees,
    double decentringAcrossMm,
    double decentringAlongMm,
    double hipRotationDegrees) {

  /** Straight, centred, femoral necks parallel to the table. */
  public static final Pose NEUTRAL = new Pose(0, 0, 0, 0, 0, 0);
}
