package org.trabecula.simulation.skeleton;

/**
 * A disc-like solid between two plates: a vertebral body, an iliac wing. Across and front are the
 * half axes of its outline, between ellipse and square; up is its thin direction or its height.
 *
 * @param halfWidth outline, mm
 * @param halfDepth outline, mm
 * @param halfHeight at the rim, mm
 * @param waist share by which the outline narrows half-way up
 * @param concaveTop depth of the upper plate's hollow, mm
 * @param concaveBottom depth of the lower plate's hollow, mm
 * @param topSlopeFront rise of the upper plate per mm to the front
 * @param bottomSlopeFront rise of the lower plate per mm to the front
 * @param topSlopeAcross rise of the upper plate per mm across
 * @param bottomSlopeAcross rise of the lower plate per mm across
 * @param bendAcross curvature of the whole, 1/mm
 * @param bendFront curvature of the whole, 1/mm
 * @param rounding radius of the rim, mm
 * @param topDent pit in the upper plate
 * @param bottomDent pit in the lower plate
 */
public record Lens(
    double halfWidth,
    double halfDepth,
    double halfHeight,
    double waist,
    double concaveTop,
    double concaveBottom,
    double topSlopeFront,
    double bottomSlopeFront,
    double topSlopeAcross,
    double bottomSlopeAcross,
    double bendAcross,
    double bendFront,
    double rounding,
    Dent topDent,
    Dent bottomDent) {

  /** A plain one. */
  public static Lens of(double halfWidth, double halfDepth, double halfHeight, double rounding) {
    return new Lens(
        halfWidth,
        halfDepth,
        halfHeight,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        rounding,
        Dent.NONE,
        Dent.NONE);
  }

  public Lens hollow(double narrowing, double top, double bottom) {
    return new Lens(
        halfWidth,
        halfDepth,
        halfHeight,
        narrowing,
        top,
        bottom,
        topSlopeFront,
        bottomSlopeFront,
        topSlopeAcross,
        bottomSlopeAcross,
        bendAcross,
        bendFront,
        rounding,
        topDent,
        bottomDent);
  }

  public Lens sloped(double topFront, double bottomFront, double topAcross, double bottomAcross) {
    return new Lens(
        halfWidth,
        halfDepth,
        halfHeight,
        waist,
        concaveTop,
        concaveBottom,
        topFront,
        bottomFront,
        topAcross,
        bottomAcross,
        bendAcross,
        bendFront,
        rounding,
        topDent,
        bottomDent);
  }

  public Lens bent(double across, double front) {
    return new Lens(
        halfWidth,
        halfDepth,
        halfHeight,
        waist,
        concaveTop,
        concaveBottom,
        topSlopeFront,
        bottomSlopeFront,
        topSlopeAcross,
        bottomSlopeAcross,
        across,
        front,
        rounding,
        topDent,
        bottomDent);
  }

  /** With pits in its plates. */
  public Lens dented(Dent top, Dent bottom) {
    return new Lens(
        halfWidth,
        halfDepth,
        halfHeight,
        waist,
        concaveTop,
        concaveBottom,
        topSlopeFront,
        bottomSlopeFront,
        topSlopeAcross,
        bottomSlopeAcross,
        bendAcross,
        bendFront,
        rounding,
        top,
        bottom);
  }
}
