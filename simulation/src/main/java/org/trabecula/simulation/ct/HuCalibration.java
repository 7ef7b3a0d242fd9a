package org.trabecula.simulation.ct;

import org.trabecula.simulation.physics.Attenuation;
import org.trabecula.simulation.physics.Substance;
import org.trabecula.simulation.projection.TissueDensity;

/**
 * Hydroxyapatite in bone from Hounsfield units: {@code slope · HU + intercept}, not below 0.
 *
 * @param slope g/cm³ for each HU
 * @param intercept g/cm³ at 0 HU; positive where marrow without mineral is darker than water
 * @param effectiveKev the photon energy at which water, fat and lean tissue have their HU
 */
public record HuCalibration(double slope, double intercept, double effectiveKev) {

  /** Effective energy of a body scan at 120 kVp, keV [K]. */
  public static final double TYPICAL_KEV = 70;

  /** Fat in the marrow of spine and hip by volume [K]: 30-50 % in vertebrae, more in femora. */
  public static final double TYPICAL_MARROW_FAT = 0.5;

  /** For a scan of which nothing is known but that it was made at about 120 kVp. */
  public static final HuCalibration TYPICAL = derived(TYPICAL_KEV, TYPICAL_MARROW_FAT);

  /** Checks that mineral makes bone brighter. */
  public HuCalibration {
    if (!(slope > 1e-4 && slope < 1e-2) || !(Math.abs(intercept) < 0.5)) {
      throw new IllegalArgumentException(
          "A calibration of %s mg/cm³ per HU and %s mg/cm³ is not plausible"
              .formatted(1000 * slope, 1000 * intercept));
    }
    if (!(effectiveKev >= 40 && effectiveKev <= 120)) {
      throw new IllegalArgumentException(
          "effectiveKev is %s keV, not within 40 to 120".formatted(effectiveKev));
    }
  }

  /**
   * Derives the line from attenuation tables: each gram of hydroxyapatite comes with {@link
   * TissueDensity#MATRIX} grams of organic matrix and bound water, and both displace marrow.
   *
   * @param effectiveKev energy that stands for the scanner's spectrum
   * @param marrowFat share of the marrow's volume, in [0, 1]
   */
  public static HuCalibration derived(double effectiveKev, double marrowFat) {
    double water = Attenuation.massCoefficient(Substance.WATER, effectiveKev);
    double soft = Attenuation.massCoefficient(Substance.SOFT_TISSUE, effectiveKev);
    double fat = Attenuation.massCoefficient(Substance.ADIPOSE, effectiveKev);
    double marrow =
        (1 - marrowFat) * soft * TissueDensity.LEAN + marrowFat * fat * TissueDensity.FAT;
    double displaced = 1 / TissueDensity.APATITE + TissueDensity.MATRIX / TissueDensity.ORGANIC;
    double perGram =
        Attenuation.massCoefficient(Substance.HYDROXYAPATITE, effectiveKev)
            + TissueDensity.MATRIX * soft
            - displaced * marrow;
    double slope = water / 1000 / perGram;
    double empty = 1000 * (marrow / water - 1);
    return new HuCalibration(slope, -slope * empty, effectiveKev);
  }

  /** A line from a phantom, in the units in which phantoms are reported. */
  public static HuCalibration ofPhantom(double mgPerHu, double mgAtZero) {
    return new HuCalibration(mgPerHu / 1000, mgAtZero / 1000, TYPICAL_KEV);
  }

  /** Hydroxyapatite, g/cm³, of bone of so many HU. */
  public double mineral(double hu) {
    return Math.max(0, slope * hu + intercept);
  }

  /** HU of bone without mineral. */
  public double emptyHu() {
    return -intercept / slope;
  }
}
