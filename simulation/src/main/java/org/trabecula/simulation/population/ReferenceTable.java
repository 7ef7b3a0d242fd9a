package org.trabecula.simulation.population;

import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;

/**
 * Means and standard deviations by age of a population, on the Hologic scale.
 *
 * <p>US spine and male hip: NHANES 2005-14 (PMC12995607, table 3), the years beyond 80 as those
 * before them [K]. US female hip and necks: NHANES III, recalled [K]. Japan: US means times the
 * ratio of the young-adult means of the JSBMR 2012 tables [M], with the US standard deviations [K].
 * Heights and weights: recalled [K].
 */
@SuppressWarnings("ImmutableEnumChecker") // A record of four numbers is immutable.
enum ReferenceTable {
  US(1, 1, 1, new Size(161, 6.8, 74, 0.2), new Size(175, 7.4, 86, 0.18)),
  JAPAN(0.955, 0.92, 0.93, new Size(153, 5.8, 53, 0.15), new Size(166, 6.2, 65, 0.15));

  /** Ages of the knots below, years. */
  private static final double[] AGES = {35, 45, 55, 65, 75, 85};

  private static final double[] FEMALE_SPINE = {1.065, 1.056, .993, .952, .902, .880};
  private static final double[] MALE_SPINE = {1.042, 1.051, 1.053, 1.070, 1.068, 1.060};
  private static final double[] FEMALE_HIP = {.945, .930, .885, .830, .765, .690};
  private static final double[] MALE_HIP = {1.029, 1.040, 1.015, .997, .961, .900};
  private static final double[] FEMALE_NECK = {.850, .825, .775, .715, .655, .600};
  private static final double[] MALE_NECK = {.890, .870, .840, .805, .765, .710};

  private static final double[] FEMALE_SPINE_SD = {.110, .134, .141, .142, .167, .167};
  private static final double[] MALE_SPINE_SD = {.117, .129, .143, .142, .177, .177};
  private static final double[] FEMALE_HIP_SD = {.125, .125, .125, .125, .125, .125};
  private static final double[] MALE_HIP_SD = {.134, .130, .142, .137, .143, .143};
  private static final double NECK_SD = .115;

  /** Body size: mean and spread of height (cm) and weight (kg, spread as a share). */
  record Size(double heightCm, double heightSd, double weightKg, double weightSpread) {}

  private final double spineRatio;
  private final double neckRatio;
  private final double hipRatio;
  private final Size female;
  private final Size male;

  ReferenceTable(double spineRatio, double neckRatio, double hipRatio, Size female, Size male) {
    this.spineRatio = spineRatio;
    this.neckRatio = neckRatio;
    this.hipRatio = hipRatio;
    this.female = female;
    this.male = male;
  }

  Size size(Sex sex) {
    return sex == Sex.FEMALE ? female : male;
  }

  double spine(Sex sex, double age) {
    return spineRatio * interpolate(sex == Sex.FEMALE ? FEMALE_SPINE : MALE_SPINE, age);
  }

  double totalHip(Sex sex, double age) {
    return hipRatio * interpolate(sex == Sex.FEMALE ? FEMALE_HIP : MALE_HIP, age);
  }

  double neck(Sex sex, double age) {
    return neckRatio * interpolate(sex == Sex.FEMALE ? FEMALE_NECK : MALE_NECK, age);
  }

  /** Spread of the spine at an age, wear included, g/cm². */
  double spineSd(Sex sex, double age) {
    return interpolate(sex == Sex.FEMALE ? FEMALE_SPINE_SD : MALE_SPINE_SD, age);
  }

  /** Spread of the total hip at an age, g/cm². */
  double totalHipSd(Sex sex, double age) {
    return interpolate(sex == Sex.FEMALE ? FEMALE_HIP_SD : MALE_HIP_SD, age);
  }

  /** Spread of the femoral neck at any age, g/cm². */
  double neckSd() {
    return NECK_SD;
  }

  /** Mean and spread of the L1-L4, femoral neck or total hip. */
  Expectation of(Site site, Sex sex, double age) {
    return switch (site) {
      case L1_L4 -> new Expectation(spine(sex, age), spineSd(sex, age));
      case FEMORAL_NECK -> new Expectation(neck(sex, age), neckSd());
      case TOTAL_HIP -> new Expectation(totalHip(sex, age), totalHipSd(sex, age));
      case L1, L2, L3, L4, L2_L4, TROCHANTER ->
          throw new IllegalArgumentException("No table holds " + site.label());
    };
  }

  private static double interpolate(double[] values, double age) {
    double x = Math.clamp((age - AGES[0]) / 10, 0, values.length - 1.0);
    int below = Math.min((int) x, values.length - 2);
    return values[below] + (x - below) * (values[below + 1] - values[below]);
  }
}
