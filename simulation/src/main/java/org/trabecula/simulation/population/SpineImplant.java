package org.trabecula.simulation.population;

/**
 * What was put into a spine, from one vertebra to another.
 *
 * @param kind what it is
 * @param upper highest vertebra that it touches
 * @param lower lowest one
 * @param sacrum whether it goes on to the sacrum, below L5
 */
public record SpineImplant(Kind kind, Level upper, Level lower, boolean sacrum) {
  /** Kinds of implants. */
  public enum Kind {
    NONE,
    /** Pedicle screws joined by rods. */
    RODS,
    /** Rods, and a cage in the lowest disc between them. */
    RODS_AND_CAGE,
    /** A cage that stands alone. */
    CAGE,
    /** Cement in a vertebra's body. */
    CEMENT
  }

  /** None. */
  public static final SpineImplant NONE = new SpineImplant(Kind.NONE, Level.L3, Level.L3, false);

  public SpineImplant {
    if (upper.compareTo(lower) > 0 || sacrum && lower != Level.L5) {
      throw new IllegalArgumentException(
          "From %s to %s%s".formatted(upper, lower, sacrum ? " and the sacrum" : ""));
    }
  }
}
