package org.trabecula.learning.data;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often the view network is shown a film with a fault, whatever the film shows, to learn that
 * it is none to be measured. Each is a share of all films; the rest are sound.
 *
 * @param lying turned by 90 or 270 degrees
 * @param upsideDown turned by 180 degrees
 * @param starved drowned in noise, as without dose
 * @param solarised with a part of the grey scale turned over
 */
public record ViewFaults(double lying, double upsideDown, double starved, double solarised) {
  /**
   * What the view network is trained with. Starved and solarised films were tried and are left out:
   * the network then doubts real films, see docs/decisions/0018.
   */
  public static final ViewFaults STANDARD = new ViewFaults(0.04, 0.02, 0, 0);

  /** Sound films only. */
  public static final ViewFaults NONE = new ViewFaults(0, 0, 0, 0);

  /** The kinds, in the order of their shares. */
  public enum Kind {
    LYING,
    UPSIDE_DOWN,
    STARVED,
    SOLARISED
  }

  public ViewFaults {
    if (!(lying >= 0 && upsideDown >= 0 && starved >= 0 && solarised >= 0)
        || lying + upsideDown + starved + solarised > 1) {
      throw new IllegalArgumentException(
          "Shares %s, %s, %s and %s of all films are not within 0 to 1 together"
              .formatted(lying, upsideDown, starved, solarised));
    }
  }

  /** Draws the fault of a film, if it is to have one. */
  Optional<Kind> draw(RandomGenerator random) {
    double[] shares = {lying, upsideDown, starved, solarised};
    double left = random.nextDouble();
    for (Kind kind : Kind.values()) {
      left -= shares[kind.ordinal()];
      if (left < 0) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
