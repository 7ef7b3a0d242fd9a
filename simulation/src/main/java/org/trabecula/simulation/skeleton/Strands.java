package org.trabecula.simulation.skeleton;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of trabeculae that run together from cortex to cortex, such as those of the proximal femur
 * (Singh 1970): where they run, trabecular bone is denser; between them, as in Ward's triangle, it
 * is not.
 */
public final class Strands {
  /** No groups: trabecular bone is even. */
  public static final Strands NONE = new Strands(List.of());

  private static final int STRIDE = 10;

  /**
   * A straight piece of a group.
   *
   * @param from one end
   * @param to other end
   * @param radiusMm where the gain has fallen to e^-1
   * @param gain added to the relative density on the axis
   * @param depth how many times further it reaches from front to back: 1 is a cord, more a sheet
   */
  public record Piece(Point from, Point to, double radiusMm, double gain, double depth) {

    /** A cord. */
    public Piece(Point from, Point to, double radiusMm, double gain) {
      this(from, to, radiusMm, gain, 1);
    }
  }

  private final double[] pieces;

  public Strands(List<Piece> list) {
    List<Double> values = new ArrayList<>();
    for (Piece piece : list) {
      Point along = piece.to().minus(piece.from());
      double square = along.dot(along);
      values.addAll(
          List.of(
              piece.from().x(),
              piece.from().y(),
              piece.from().z(),
              along.x(),
              along.y(),
              along.z(),
              1 / square,
              1 / (piece.radiusMm() * piece.radiusMm()),
              piece.gain(),
              1 / piece.depth()));
    }
    pieces = values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  boolean isEmpty() {
    return pieces.length == 0;
  }

  /** Gain at a place: of the group that is felt most there. */
  double at(double x, double y, double z) {
    double most = 0;
    for (int i = 0; i < pieces.length; i += STRIDE) {
      double rx = x - pieces[i];
      double ry = y - pieces[i + 1];
      double rz = z - pieces[i + 2];
      double along = (rx * pieces[i + 3] + ry * pieces[i + 4] + rz * pieces[i + 5]) * pieces[i + 6];
      along = Math.min(1, Math.max(0, along));
      rx -= along * pieces[i + 3];
      ry -= along * pieces[i + 4];
      rz -= along * pieces[i + 5];
      ry *= pieces[i + 9];
      double square = (rx * rx + ry * ry + rz * rz) * pieces[i + 7];
      // A bell of finite width: (1 - r²/4)² is e^(-r²/2)'s cheap kin.
      double bell = square < 4 ? 1 - square / 4 : 0;
      most = Math.max(most, pieces[i + 8] * bell * bell);
    }
    return most;
  }
}
