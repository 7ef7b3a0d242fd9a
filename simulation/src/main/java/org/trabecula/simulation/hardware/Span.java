package org.trabecula.simulation.hardware;

/**
 * The stretch of a ray inside a convex solid, by distance from the ray's origin.
 *
 * @param from where the ray enters, mm
 * @param to where it leaves, mm; not beyond {@code from} where it misses
 */
public record Span(double from, double to) {
  /** The ray misses. */
  static final Span NONE = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  static final Span ALL = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  boolean isEmpty() {
    return !(to > from);
  }

  /** Length inside, mm, 0 where the ray misses. */
  public double length() {
    return Math.max(0, to - from);
  }

  /** The part that lies in both. */
  Span and(Span other) {
    return new Span(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** The least span that holds both: right for two stretches of one convex solid. */
  Span hull(Span other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new Span(Math.min(from, other.from), Math.max(to, other.to));
  }

  /**
   * Where {@code |p + q t| <= half}: a slab.
   *
   * @param p signed distance of the ray's origin from the slab's middle plane
   * @param q its change per mm of the ray
   */
  static Span slab(double p, double q, double half) {
    if (Math.abs(q) < 1e-12) {
      return Math.abs(p) <= half ? ALL : NONE;
    }
    double one = (-half - p) / q;
    double other = (half - p) / q;
    return new Span(Math.min(one, other), Math.max(one, other));
  }

  /** Where {@code a t² + 2 b t + c <= 0} with a positive. */
  static Span quadratic(double a, double b, double c) {
    double square = b * b - a * c;
    if (!(square > 0)) {
      return NONE;
    }
    double root = Math.sqrt(square);
    return new Span((-b - root) / a, (-b + root) / a);
  }
}
