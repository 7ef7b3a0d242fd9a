package org.trabecula.simulation.population;

import java.util.List;

/**
 * Wear of the spine and the aorta.
 *
 * @param osteophytes grade of osteophytes and end-plate sclerosis, 0 (none) to 1 (severe)
 * @param addedBmd what they add to the spine's areal density, g/cm², already part of the drawn one
 * @param aorticCalcification 0 (none) to 1 (whole wall)
 * @param fractures vertebrae that have lost height
 * @param scoliosisDegrees Cobb angle, positive when convex to the subject's right
 */
public record Degeneration(
    double osteophytes,
    double addedBmd,
    double aorticCalcification,
    List<Fracture> fractures,
    double scoliosisDegrees) {

  /** A spine without wear. */
  public static final Degeneration NONE = new Degeneration(0, 0, 0, List.of(), 0);

  public Degeneration {
    fractures = List.copyOf(fractures);
    if (!(osteophytes >= 0 && osteophytes <= 1)
        || !(aorticCalcification >= 0 && aorticCalcification <= 1)
        || !(addedBmd >= 0 && addedBmd <= 0.5)
        || !(Math.abs(scoliosisDegrees) <= 60)) {
      throw new IllegalArgumentException(
          "osteophytes %s, aorticCalcification %s, addedBmd %s g/cm², scoliosis %s degrees"
              .formatted(osteophytes, aorticCalcification, addedBmd, scoliosisDegrees));
    }
  }

  /** The same wear but for osteophytes and sclerosis. */
  public Degeneration withoutOsteophytes() {
    return new Degeneration(0, 0, aorticCalcification, fractures, scoliosisDegrees);
  }

  /** Whether the spine shows degeneration (osteophytes, sclerosis) at all. */
  public boolean degenerate() {
    return osteophytes > 0;
  }

  /** Whether that vertebra has lost height, so that a clinic would leave it out. */
  public boolean fractured(Level level) {
    return fractures.stream().anyMatch(f -> f.level() == level);
  }
}
