package org.trabecula.simulation.population;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;

/** Where subjects come from. The reference cohort is {@link #MIXED}. */
public enum Population {
  JAPAN,
  US,
  /** Half Japan, half US. */
  MIXED,
  /**
   * For training: density independent of age, sex and size, uniform over what radiologists meet, so
   * that a network cannot read it off the person.
   */
  FLAT;

  /** Correlations within an age and sex: spine, worn as it is, with hip; neck with hip [K]. */
  private static final double SPINE_HIP = 0.55;

  private static final double NECK_HIP = 0.9;

  /** Correlation of density with weight [K]. */
  private static final double WEIGHT = 0.3;

  /** Tells the generator of arms from that of the rest of a subject. */
  private static final long ARMS_DRAW = 0x41524D5341524D53L;

  /** Draws the numbered subject of a cohort as the reference cohort's protocol has it. */
  public SimulatedSubject draw(long seed, int number) {
    return draw(seed, number, Prevalence.STANDARD);
  }

  /** Draws the numbered subject of a cohort: the same for the same seed and number. */
  public SimulatedSubject draw(long seed, int number, Prevalence prevalence) {
    SplittableRandom random = new SplittableRandom(mix(seed, number));
    ReferenceTable table = table(random);
    Sex sex = random.nextDouble() < (this == FLAT ? 0.5 : 0.65) ? Sex.FEMALE : Sex.MALE;
    double age = this == FLAT ? 40 + 50 * random.nextDouble() : age(random);
    ReferenceTable.Size size = table.size(sex);
    double heightZ = within(random, 2.5);
    // People shrink by about 1 mm a year from 50 on [K].
    double height = size.heightCm() + size.heightSd() * heightZ - 0.1 * Math.max(0, age - 65);
    double weightZ = standard(random);
    double weight =
        size.weightKg()
            * Math.exp(size.weightSpread() * (weightZ + 0.4 * heightZ) / Math.hypot(1, 0.4));
    weight = Math.clamp(weight, 14 * height * height / 1e4, 48 * height * height / 1e4);
    Wear wear = new Wear(prevalence);
    Degeneration degeneration = wear.draw(age, random);
    Densities densities =
        this == FLAT
            ? flat(random)
            : correlated(
                table, sex, age, new double[] {weightZ, degeneration.addedBmd()}, wear, random);
    Body body =
        Shapes.body(
            sex,
            weight / (height * height) * 1e4,
            prevalence.of(Distortion.GAS_OVER_SPINE).at(age),
            random);
    long shapeSeed = random.nextLong();
    ForeignBodies foreign = ForeignBodies.draw(age, prevalence, random.nextLong());
    // Last, so that what was drawn before there were any stays as it was.
    List<SchmorlNode> nodes = SchmorlNodes.draw(age, prevalence, degeneration, random.nextLong());
    return new SimulatedSubject(
        number,
        sex,
        age,
        height,
        weight,
        densities,
        degeneration.with(nodes),
        body,
        foreign,
        Arms.draw(prevalence.of(Distortion.ARMS).at(age), mix(seed, number) ^ ARMS_DRAW),
        shapeSeed);
  }

  /**
   * What this population's table says at an age, if it follows one.
   *
   * @param site L1-L4, femoral neck or total hip
   * @throws IllegalArgumentException of other sites, which no table holds
   */
  public Optional<Expectation> expected(Site site, Sex sex, double age) {
    return switch (this) {
      case JAPAN -> Optional.of(ReferenceTable.JAPAN.of(site, sex, age));
      case US -> Optional.of(ReferenceTable.US.of(site, sex, age));
      case MIXED ->
          Optional.of(
              Expectation.ofBoth(
                  ReferenceTable.JAPAN.of(site, sex, age), ReferenceTable.US.of(site, sex, age)));
      case FLAT -> Optional.empty();
    };
  }

  private ReferenceTable table(RandomGenerator random) {
    boolean first = random.nextBoolean();
    return switch (this) {
      case JAPAN -> ReferenceTable.JAPAN;
      case US -> ReferenceTable.US;
      case MIXED, FLAT -> first ? ReferenceTable.JAPAN : ReferenceTable.US;
    };
  }

  private static double age(RandomGenerator random) {
    double age;
    do {
      age = 69.3 + 12.5 * random.nextGaussian();
    } while (age < 40 || age > 90);
    return age;
  }

  private static Densities flat(RandomGenerator random) {
    double spine = 0.5 + random.nextDouble();
    double hip = 0.4 + 0.8 * random.nextDouble();
    double neck = Math.clamp(hip * (0.87 + 0.07 * within(random, 2)), 0.35, 1.2);
    return new Densities(spine, neck, hip);
  }

  private static Densities correlated(
      ReferenceTable table,
      Sex sex,
      double age,
      double[] weightAndWear,
      Wear wear,
      RandomGenerator random) {
    // The tables hold worn spines: wear takes its share of their mean, spread and correlation.
    double spineSd = table.spineSd(sex, age);
    double unwornSd = Math.sqrt(spineSd * spineSd - wear.varianceAdded(age));
    double weight = WEIGHT * weightAndWear[0];
    double rest = Math.sqrt(1 - WEIGHT * WEIGHT);
    double shared = (SPINE_HIP * spineSd / unwornSd - WEIGHT * WEIGHT) / (rest * rest);
    double first = standard(random);
    double spineZ = weight + rest * first;
    double second = shared * first + Math.sqrt(1 - shared * shared) * standard(random);
    double hipZ = weight + rest * second;
    double neckZ = NECK_HIP * hipZ + Math.sqrt(1 - NECK_HIP * NECK_HIP) * standard(random);
    double spine =
        table.spine(sex, age) + unwornSd * spineZ + weightAndWear[1] - wear.meanAdded(age);
    return new Densities(
        Math.clamp(spine, 0.44, 1.7),
        Math.clamp(table.neck(sex, age) + table.neckSd() * neckZ, 0.34, 1.35),
        Math.clamp(table.totalHip(sex, age) + table.totalHipSd(sex, age) * hipZ, 0.37, 1.5));
  }

  /** A value of mean 0 and spread 1 without the tails that no living bone has. */
  private static double standard(RandomGenerator random) {
    // A normal distribution cut off at 2.8 has a spread of 0.9774.
    return within(random, 2.8) / 0.9774;
  }

  /** A standard normal value within the given number of spreads. */
  static double within(RandomGenerator random, double limit) {
    double value;
    do {
      value = random.nextGaussian();
    } while (Math.abs(value) > limit);
    return value;
  }

  private static long mix(long seed, int number) {
    return seed * 0x9E3779B97F4A7C15L + number * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L;
  }
}
