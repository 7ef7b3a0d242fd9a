package org.trabecula.simulation.physics;

import org.trabecula.simulation.projection.CollimatedField;

/**
 * Everything that is set before the button is pressed.
 *
 * @param dose median detector dose within the field in multiples of the reference dose, before the
 *     automatic control's other errors
 * @param focalBlurMm standard deviation of the focal spot's shadow on the detector, mm
 * @param heelPerCm relative loss of the beam per cm towards the anode
 */
public record Exposure(
    Beam beam,
    Detector detector,
    CollimatedField field,
    double dose,
    double focalBlurMm,
    double heelPerCm) {
  public Exposure {
    if (!(dose > 0) || !(focalBlurMm >= 0) || !(Math.abs(heelPerCm) < 0.05)) {
      throw new IllegalArgumentException(
          "dose is %s, focalBlurMm %s mm, heelPerCm %s".formatted(dose, focalBlurMm, heelPerCm));
    }
  }
}
