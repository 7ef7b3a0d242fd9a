package org.trabecula.simulation.physics;

import org.trabecula.simulation.projection.CollimatedField;

/**
 * Everything that is set before the button is pressed.
 *
 * @param beam what the tube sends
 * @param receptor what it falls on
 * @param field left open by the collimator
 * @param dose median detector dose within the field in multiples of the reference dose, before the
 *     automatic control's other errors
 * @param focalBlurMm standard deviation of the focal spot's shadow on the detector, mm
 * @param heelPerCm relative loss of the beam per cm towards the anode
 */
public record Exposure(
    Beam beam,
    Receptor receptor,
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

  /** Kind of detector. */
  public Detector detector() {
    return receptor.detector();
  }

  /**
   * Share of an axis's modulation that reaches an image of that pixel pitch: focal spot, detector
   * and pixels.
   */
  public double modulation(double frequencyPerMm, double workingPitchMm) {
    double phase = 2 * Math.PI * focalBlurMm * frequencyPerMm;
    return Math.exp(-phase * phase / 2) * receptor.modulation(frequencyPerMm, workingPitchMm);
  }
}
