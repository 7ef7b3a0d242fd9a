package org.trabecula.simulation.skeleton;

/**
 * A pit in one plate of a lens, round as seen along the plate's axis, with a margin of its own.
 *
 * <p>The plate is lower by {@code depth (1 - (r / radius)²)²}, and the end shell thicker by {@code
 * margin (1 - (r / radius)⁴ / 4)²}, which ends at 1.4 radii.
 *
 * @param depthMm at its centre
 * @param radiusMm of its mouth
 * @param across place of its centre on the plate, mm
 * @param front place of its centre on the plate, mm
 * @param marginMm by how much the end shell is thicker at its centre
 */
public record Dent(double depthMm, double radiusMm, double across, double front, double marginMm) {
  /** None. */
  public static final Dent NONE = new Dent(0, 1, 0, 0, 0);

  public Dent {
    if (!(depthMm >= 0 && radiusMm > 0 && marginMm >= 0)) {
      throw new IllegalArgumentException(
          "Dent of %s mm, radius %s mm, margin %s mm".formatted(depthMm, radiusMm, marginMm));
    }
  }

  /** Whether there is one. */
  boolean isPresent() {
    return depthMm > 0;
  }
}
