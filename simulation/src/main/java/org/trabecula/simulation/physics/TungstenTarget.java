package org.trabecula.simulation.physics;

/**
 * Bremsstrahlung of a thick tungsten target, after Tucker, Barnes and Chakraborty
 * (doi:10.1118/1.596709).
 *
 * <p>An electron of E0 slows down; while its energy is T it makes photons of E at the rate {@code
 * (1/E) B(E/T) (T + mc²)/T / S(T)} per keV it loses, S being Bethe's stopping power. By then it
 * lies {@code (E0² - T²) / c} deep (Thomson and Whiddington), and what is made there is absorbed on
 * its way out. Most photons are made while the electron is fast, so near the surface: a single
 * depth at which T has fallen to E overstates the absorption of soft photons, and what corrects
 * that at 60 to 90 kV makes the beam too hard at 120 kV.
 */
final class TungstenTarget {
  /** The shape of the cross section over E/T, from memory of the paper's table [K]. */
  private static final double[] SHAPE = {1, -5.049, 10.847, -10.516, 3.842};

  /**
   * Thomson and Whiddington's constant over the density, keV² cm²/g: the one constant fitted to the
   * four published beams [M].
   */
  private static final double PENETRATION = 4.67e5;

  private static final double REST_KEV = 511;

  /** Mean excitation energy of tungsten, keV. */
  private static final double EXCITATION_KEV = 0.727;

  private static final int STEPS = 32;

  private TungstenTarget() {}

  /**
   * Photons per keV that leave the target, in an arbitrary unit that is the same for all energies.
   *
   * @param kvp tube voltage, kV
   * @param energyKev of the photons, in [5, kvp) keV
   * @param anodeDegrees between the target's surface and the beam
   */
  static double photons(double kvp, double energyKev, double anodeDegrees) {
    double step = (kvp - energyKev) / STEPS;
    double oblique = 1 / Math.sin(Math.toRadians(anodeDegrees));
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double electron = energyKev + (i + 0.5) * step;
      double depth = (kvp * kvp - electron * electron) / PENETRATION;
      sum +=
          shape(energyKev / electron)
              * (electron + REST_KEV)
              / electron
              / stoppingPower(electron)
              * Attenuation.transmission(Substance.TUNGSTEN, depth * oblique, energyKev);
    }
    return sum * step / energyKev;
  }

  private static double shape(double ratio) {
    double value = 0;
    for (int power = SHAPE.length - 1; power >= 0; power--) {
      value = value * ratio + SHAPE[power];
    }
    return value;
  }

  /** Bethe's collision stopping power of electrons (ICRU 37), but for a constant factor. */
  private static double stoppingPower(double electronKev) {
    double tau = electronKev / REST_KEV;
    double betaSquared = 1 - 1 / ((1 + tau) * (1 + tau));
    double rest =
        1 - betaSquared + (tau * tau / 8 - (2 * tau + 1) * Math.log(2)) / ((tau + 1) * (tau + 1));
    double excitation = EXCITATION_KEV / REST_KEV;
    double logarithm = Math.log(tau * tau * (tau + 2) / (2 * excitation * excitation));
    return (logarithm + rest) / betaSquared;
  }
}
