package org.trabecula.screening;

import java.util.List;
import java.util.TreeSet;

/**
 * A rising, piecewise linear function of a density, g/cm² to g/cm². Beyond its ends it goes on with
 * slope 1, so that a density that nobody has seen is shifted, never stretched.
 *
 * @param knots from low to high, or none: then it changes nothing
 */
public record Bend(List<Knot> knots) {
  /** The function that changes nothing. */
  public static final Bend NONE = new Bend(List.of());

  /**
   * A point that the function goes through.
   *
   * @param from g/cm², finite
   * @param to g/cm², finite
   */
  public record Knot(double from, double to) {
    public Knot {
      if (!Double.isFinite(from) || !Double.isFinite(to)) {
        throw new IllegalArgumentException("A knot from %s to %s g/cm²".formatted(from, to));
      }
    }
  }

  public Bend {
    knots = List.copyOf(knots);
    for (int i = 1; i < knots.size(); i++) {
      Knot before = knots.get(i - 1);
      if (!(knots.get(i).from > before.from && knots.get(i).to > before.to)) {
        throw new IllegalArgumentException(
            "Knots %s and %s do not rise".formatted(before, knots.get(i)));
      }
    }
  }

  /** Whether it changes nothing. */
  public boolean isNone() {
    return knots.isEmpty();
  }

  /** The value at a density. */
  public double at(double density) {
    if (knots.isEmpty()) {
      return density;
    }
    int next = 0;
    while (next < knots.size() && knots.get(next).from < density) {
      next++;
    }
    if (next == 0 || next == knots.size()) {
      Knot end = knots.get(next == 0 ? 0 : next - 1);
      return density + (end.to - end.from);
    }
    Knot low = knots.get(next - 1);
    Knot high = knots.get(next);
    return low.to + (density - low.from) * (high.to - low.to) / (high.from - low.from);
  }

  /** The function that undoes it. */
  public Bend inverse() {
    return new Bend(knots.stream().map(k -> new Knot(k.to, k.from)).toList());
  }

  /** This function first, then another. */
  public Bend then(Bend other) {
    TreeSet<Double> at = new TreeSet<>();
    knots.forEach(knot -> at.add(knot.from));
    Bend back = inverse();
    other.knots.forEach(knot -> at.add(back.at(knot.from)));
    return new Bend(at.stream().map(x -> new Knot(x, other.at(at(x)))).toList());
  }

  /** The same function seen on another scale of both axes, {@code scale * density + offset}. */
  Bend on(double scale, double offset) {
    return new Bend(
        knots.stream().map(k -> new Knot(scale * k.from + offset, scale * k.to + offset)).toList());
  }
}
