package org.trabecula.simulation.physics;

import java.util.Optional;
import org.trabecula.simulation.projection.CollimatedField;

/**
 * The detector behind one patient: its kind, its own pixels, and what an earlier exposure left.
 *
 * <p>Images are made at a working pitch that is mostly coarser than the detector's: each working
 * pixel is the mean of the detector's pixels in it. So a working pixel integrates over itself, and
 * the detector's own pixels, which do not fit it evenly, blur a little more.
 *
 * <p>Per axis, with {@code sinc} of pixel width times frequency: what the object modulates reaches
 * the image by {@code 1 / (1 + (f / f0)²) sinc(working) sinc(own)}; the quantum noise has the power
 * of that curve's square, folded at the working pitch as sampling folds it; electronic noise is
 * white.
 *
 * @param detector kind of detector
 * @param pitchMm distance of its own pixels or scan lines, in [0.05, 0.4] mm
 * @param ghost what an earlier exposure left on a phosphor plate
 */
public record Receptor(Detector detector, double pitchMm, Optional<Ghost> ghost) {

  /** Pitch to which the detectors' electronic noise refers, mm. */
  static final double REFERENCE_PITCH_MM = 0.15;

  /** Folded orders of the noise's power that still count. */
  private static final int ORDERS = 4;

  /**
   * An incompletely erased plate: an even remainder within an earlier field.
   *
   * @param exposure that remains, in reference doses, in (0, 0.2]
   * @param field of the earlier exposure
   */
  public record Ghost(double exposure, CollimatedField field) {
    public Ghost {
      if (!(exposure > 0 && exposure <= 0.2)) {
        throw new IllegalArgumentException(
            "exposure is %s reference doses, not within 0 to 0.2".formatted(exposure));
      }
    }
  }

  public Receptor {
    if (!(pitchMm >= 0.05 && pitchMm <= 0.4)) {
      throw new IllegalArgumentException("pitchMm is %s mm".formatted(pitchMm));
    }
  }

  /** A clean one of the reference pitch. */
  public static Receptor of(Detector detector) {
    return new Receptor(detector, REFERENCE_PITCH_MM, Optional.empty());
  }

  /**
   * Share of an axis's modulation that reaches the image.
   *
   * @param frequencyPerMm in 1/mm on the detector
   * @param workingPitchMm pixel pitch of the image, mm
   */
  public double modulation(double frequencyPerMm, double workingPitchMm) {
    double ratio = frequencyPerMm / detector.halfModulationPerMm();
    double own = workingPitchMm > pitchMm ? sinc(pitchMm * frequencyPerMm) : 1;
    return sinc(workingPitchMm * frequencyPerMm) * own / (1 + ratio * ratio);
  }

  /** Power of the quantum noise along an axis relative to that at frequency 0. */
  public double noisePower(double frequencyPerMm, double workingPitchMm) {
    double power = 0;
    for (int order = -ORDERS; order <= ORDERS; order++) {
      double m = modulation(frequencyPerMm + order / workingPitchMm, workingPitchMm);
      power += m * m;
    }
    return power;
  }

  /**
   * Standard deviation of the electronic noise in a working pixel, in reference doses. A detector
   * pixel's own noise is a charge, whatever its area collects; it averages over the working pixel.
   */
  double electronicNoise(double workingPitchMm) {
    return detector.electronicNoise() * REFERENCE_PITCH_MM / pitchMm / workingPitchMm;
  }

  /** Relative standard deviation of the gain from row to row at the working pitch. */
  double banding(double workingPitchMm) {
    return detector.banding() * Math.sqrt(pitchMm / Math.max(pitchMm, workingPitchMm));
  }

  private static double sinc(double x) {
    double angle = Math.PI * x;
    return Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
  }
}
