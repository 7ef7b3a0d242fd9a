package org.trabecula.simulation.hardware;

import java.util.Arrays;

/** One ray through several solids: where they overlap, the denser one is there. */
public final class Crossing {
  private double[] from = new double[16];
  private double[] to = new double[16];
  private Piece[] pieces = new Piece[16];
  private double[] ends = new double[32];
  private int count;
  private double mass;
  private final double[] lengths = new double[Bed.values().length];

  Crossing() {}

  /** Areal mass as Ti6Al4V, g/cm². */
  public double massGramPerCm2() {
    return mass;
  }

  /** Length in solids of a bed, mm. */
  public double lengthMm(Bed bed) {
    return lengths[bed.ordinal()];
  }

  void clear() {
    count = 0;
  }

  void add(Span span, Piece piece) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      pieces = Arrays.copyOf(pieces, 2 * count);
      ends = new double[4 * count];
    }
    from[count] = span.from();
    to[count] = span.to();
    pieces[count++] = piece;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Sums up what was added. */
  void settle() {
    mass = 0;
    Arrays.fill(lengths, 0);
    System.arraycopy(from, 0, ends, 0, count);
    System.arraycopy(to, 0, ends, count, count);
    Arrays.sort(ends, 0, 2 * count);
    for (int i = 0; i + 1 < 2 * count; i++) {
      double length = ends[i + 1] - ends[i];
      int densest = length > 0 ? densest(ends[i] + length / 2) : -1;
      if (densest >= 0) {
        mass += 0.1 * length * pieces[densest].alloy().titaniumGramPerCm3();
        lengths[pieces[densest].bed().ordinal()] += length;
      }
    }
  }

  private int densest(double t) {
    int densest = -1;
    double density = 0;
    for (int i = 0; i < count; i++) {
      double own = pieces[i].alloy().titaniumGramPerCm3();
      if (from[i] < t && t < to[i] && own > density) {
        densest = i;
        density = own;
      }
    }
    return densest;
  }
}
