package org.trabecula.simulation.skeleton;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the measured regions lie on a camera's image: the one set of rules for the densitometer and
 * for radiographs. What is bone within them is decided by {@link #THRESHOLD} on the bone's own
 * areal density.
 *
 * <p>The hip's rules follow a Hologic scan [K]: a neck box 15 mm wide against the trochanter, a
 * little longer across than the neck; the trochanter above a line from the box's lower corner to
 * the lateral cortex; the total down to 1 cm below the lesser trochanter.
 */
public final class RegionRules {
  /** Least areal density that counts as bone, g/cm² (Mazess: 0.2). */
  public static final double THRESHOLD = 0.2;

  /** Half the box's length across the neck, in half-widths of the neck: past both cortices. */
  private static final double BOX_REACH = 1.2;

  /** A part of the proximal femur. */
  public enum HipPart {
    NONE,
    NECK,
    TROCHANTER,
    SHAFT
  }

  private final double[][] vertebrae;
  private final double[] right;
  private final double[] left;

  public RegionRules(Camera camera, Landmarks landmarks, BoneCaster caster) {
    this(
        vertebrae(camera, landmarks.vertebrae()),
        hip(camera, landmarks.rightHip(), place -> caster.posed(place, true)),
        hip(camera, landmarks.leftHip(), place -> caster.posed(place, false)));
  }

  private RegionRules(double[][] vertebrae, double[] right, double[] left) {
    this.vertebrae = vertebrae;
    this.right = right;
    this.left = left;
  }

  /** The rules of a spine without hips. */
  public static RegionRules ofSpine(Camera camera, List<Landmarks.Vertebra> vertebrae) {
    return new RegionRules(vertebrae(camera, vertebrae), new double[0], new double[0]);
  }

  /** The rules of one hip, the leg as it lies. */
  public static RegionRules ofHip(Camera camera, Landmarks.Hip hip, boolean isRight) {
    double[] places = hip(camera, hip, UnaryOperator.identity());
    double[] none = new double[0];
    return new RegionRules(new double[0][], isRight ? places : none, isRight ? none : places);
  }

  private static double[][] vertebrae(Camera camera, List<Landmarks.Vertebra> list) {
    double[][] corners = new double[list.size()][];
    for (int i = 0; i < corners.length; i++) {
      Landmarks.Vertebra v = list.get(i);
      corners[i] =
          image(camera, List.of(v.topRight(), v.topLeft(), v.bottomLeft(), v.bottomRight()));
    }
    return corners;
  }

  private static double[] hip(Camera camera, Landmarks.Hip h, UnaryOperator<Point> posed) {
    List<Point> places =
        List.of(
            h.boxNear(),
            h.boxFar(),
            h.boxCorner(),
            h.lateralCortex(),
            h.shaftEnd(),
            h.shaftEnd().plus(h.shaftAxis()));
    return image(camera, places.stream().map(posed).toList());
  }

  /** Rows and columns of the images of points. */
  private static double[] image(Camera camera, List<Point> points) {
    double[] places = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      places[2 * i] = camera.row(points.get(i));
      places[2 * i + 1] = camera.column(points.get(i));
    }
    return places;
  }

  /** Which measured vertebra's region a pixel lies in, from 0 for L1; -1 for none. */
  public int vertebra(int row, int column) {
    for (int i = 0; i < vertebrae.length; i++) {
      if (inside(vertebrae[i], row, column)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean inside(double[] corners, double row, double column) {
    boolean positive = false;
    boolean negative = false;
    for (int i = 0; i < 4; i++) {
      int j = (i + 1) % 4;
      double side =
          side(corners[2 * i], corners[2 * i + 1], corners[2 * j], corners[2 * j + 1], row, column);
      positive |= side > 0;
      negative |= side < 0;
    }
    return !(positive && negative);
  }

  /** Twice the signed area of a triangle. */
  private static double side(
      double fromRow, double fromColumn, double toRow, double toColumn, double row, double column) {
    return (toRow - fromRow) * (column - fromColumn) - (toColumn - fromColumn) * (row - fromRow);
  }

  /** Which part of a hip a pixel lies in. */
  public HipPart hip(boolean isRight, int row, int column) {
    double[] p = isRight ? right : left;
    if (p.length == 0) {
      return HipPart.NONE;
    }
    double axisRow = p[2] - p[0];
    double axisColumn = p[3] - p[1];
    double square = axisRow * axisRow + axisColumn * axisColumn;
    double along = ((row - p[0]) * axisRow + (column - p[1]) * axisColumn) / square;
    double below = (row - p[8]) * (p[10] - p[8]) + (column - p[9]) * (p[11] - p[9]);
    if (along < 0 || below > 0) {
      return HipPart.NONE;
    }
    if (along <= 1) {
      double across =
          side(p[0], p[1], p[2], p[3], row, column) / side(p[0], p[1], p[2], p[3], p[4], p[5]);
      if (Math.abs(across) <= BOX_REACH) {
        return HipPart.NECK;
      }
    }
    double line = side(p[4], p[5], p[6], p[7], row, column);
    // The neck box lies above the line.
    double above = side(p[4], p[5], p[6], p[7], p[2], p[3]);
    return line * above > 0 ? HipPart.TROCHANTER : HipPart.SHAFT;
  }
}
