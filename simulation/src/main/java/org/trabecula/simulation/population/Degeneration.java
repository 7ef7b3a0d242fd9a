package org.trabecula.simulation.population;

import java.util.List;
import java.util.Optional;

/**
 * Wear of the spine and the aorta.
 *
 * @param osteophytes grade of osteophytes and end-plate sclerosis, 0 (none) to 1 (severe)
 * @param addedBmd what they add to the spine's areal density, g/cm², already part of the drawn one
 * @param aorticCalcification 0 (none) to 1 (whole wall)
 * @param fractures vertebrae that have lost height
 * @param scoliosisDegrees Cobb angle, positive when convex to the subject's right
 * @param schmorlNodes at most one in each end-plate
 */
public record Degeneration(
    double osteophytes,
    double addedBmd,
    double aorticCalcification,
    List<Fracture> fractures,
    double scoliosisDegrees,
    List<SchmorlNode> schmorlNodes) {

  /** A spine without wear. */
  public static final Degeneration NONE = new Degeneration(0, 0, 0, List.of(), 0, List.of());

  public Degeneration {
    fractures = List.copyOf(fractures);
    schmorlNodes = List.copyOf(schmorlNodes);
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
    return new Degeneration(0, 0, aorticCalcification, fractures, scoliosisDegrees, schmorlNodes);
  }

  /** The same wear with other Schmorl nodes. */
  public Degeneration with(List<SchmorlNode> nodes) {
    return new Degeneration(
        osteophytes, addedBmd, aorticCalcification, fractures, scoliosisDegrees, nodes);
  }

  /** Whether the spine shows degeneration (osteophytes, sclerosis) at all. */
  public boolean degenerate() {
    return osteophytes > 0;
  }

  /** The Schmorl node in an end-plate of that vertebra, if it has one. */
  public Optional<SchmorlNode> schmorlNode(Level level, boolean upper) {
    return schmorlNodes.stream().filter(n -> n.level() == level && n.upper() == upper).findFirst();
  }

  /** Whether that vertebra has lost height, so that a clinic would leave it out. */
  public boolean fractured(Level level) {
    return fractures.stream().anyMatch(f -> f.level() == level);
  }
}
