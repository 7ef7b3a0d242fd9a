package org.trabecula.simulation.population;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a subject carries that did not grow.
 *
 * @param spine implant of the spine
 * @param rightHip implant of the right femur
 * @param leftHip implant of the left femur
 * @param things in and on the body, each kind at most once
 * @param seed of their shapes and places
 */
public record ForeignBodies(
    SpineImplant spine, HipImplant rightHip, HipImplant leftHip, List<Thing> things, long seed) {

  /** None. */
  public static final ForeignBodies NONE =
      new ForeignBodies(SpineImplant.NONE, HipImplant.NONE, HipImplant.NONE, List.of(), 0);

  public ForeignBodies {
    things = List.copyOf(things);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return spine.kind() == SpineImplant.Kind.NONE
        && rightHip == HipImplant.NONE
        && leftHip == HipImplant.NONE
        && things.isEmpty();
  }

  /** Draws with a generator of their own, so that a setting here moves nothing else. */
  static ForeignBodies draw(double age, Prevalence prevalence, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean spine = random.nextDouble() < prevalence.of(Distortion.SPINE_IMPLANTS).at(age);
    boolean right = random.nextDouble() < prevalence.of(Distortion.HIP_IMPLANTS).at(age);
    boolean left = random.nextDouble() < prevalence.of(Distortion.HIP_IMPLANTS).at(age);
    boolean things = random.nextDouble() < prevalence.of(Distortion.OBJECTS).at(age);
    return new ForeignBodies(
        spine ? spine(random) : SpineImplant.NONE,
        right ? hip(random) : HipImplant.NONE,
        left ? hip(random) : HipImplant.NONE,
        things ? things(random) : List.of(),
        random.nextLong());
  }

  /** Most fusions are short and low; few reach the thorax [K]. */
  private static SpineImplant spine(SplittableRandom random) {
    double kind = random.nextDouble();
    int lowest = Level.L5.ordinal();
    double end = random.nextDouble();
    lowest -= end < 0.70 ? 0 : end < 0.90 ? 1 : 2;
    boolean sacrum = end < 0.40;
    if (kind < 0.12) {
      Level level = Level.values()[Level.T12.ordinal() + random.nextInt(5)];
      return new SpineImplant(SpineImplant.Kind.CEMENT, level, level, false);
    }
    if (kind < 0.20) {
      return between(SpineImplant.Kind.CAGE, lowest, sacrum ? 0 : 1, sacrum);
    }
    double length = random.nextDouble();
    int discs = length < 0.35 ? 1 : length < 0.65 ? 2 : length < 0.80 ? 3 : length < 0.92 ? 4 : 5;
    return between(
        kind < 0.65 ? SpineImplant.Kind.RODS : SpineImplant.Kind.RODS_AND_CAGE,
        lowest,
        sacrum ? discs - 1 : discs,
        sacrum);
  }

  private static SpineImplant between(
      SpineImplant.Kind kind, int lowest, int discs, boolean sacrum) {
    Level upper = Level.values()[Math.max(Level.T11.ordinal(), lowest - discs)];
    return new SpineImplant(kind, upper, Level.values()[lowest], sacrum);
  }

  private static HipImplant hip(SplittableRandom random) {
    double kind = random.nextDouble();
    if (kind < 0.40) {
      return HipImplant.STEM;
    }
    if (kind < 0.60) {
      return HipImplant.CEMENTED_STEM;
    }
    if (kind < 0.80) {
      return HipImplant.NAIL;
    }
    return kind < 0.92 ? HipImplant.PLATE : HipImplant.SCREWS;
  }

  private static List<Thing> things(SplittableRandom random) {
    List<Thing> left = new ArrayList<>(List.of(Thing.values()));
    List<Thing> things = new ArrayList<>();
    do {
      things.add(left.remove(random.nextInt(left.size())));
    } while (random.nextDouble() < 0.25 && !left.isEmpty());
    return things;
  }
}
