package org.trabecula.simulation.skeleton;

/**
 * A rectangle of pixels, empty where the first lies beyond the last.
 *
 * @param firstRow inclusive
 * @param lastRow inclusive
 * @param firstColumn inclusive
 * @param lastColumn inclusive
 */
public record Footprint(int firstRow, int lastRow, int firstColumn, int lastColumn) {
  /** Nothing. */
  public static final Footprint NONE =
      new Footprint(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE);

  /** Where a ball can be seen. */
  public static Footprint of(Camera camera, Point centre, double radius) {
    // The nearest side of the ball is magnified most, and away from the central ray it falls
    // elsewhere than the farthest; oblique rays stretch the image a little.
    Point near = centre.plus(camera.towardsTube().times(radius));
    Point far = centre.minus(camera.towardsTube().times(radius));
    double reach = 1.06 * radius * camera.magnification(near) / camera.pitchMm() + 1;
    double firstRow = Math.min(camera.row(near), camera.row(far)) - reach;
    double lastRow = Math.max(camera.row(near), camera.row(far)) + reach;
    double firstColumn = Math.min(camera.column(near), camera.column(far)) - reach;
    double lastColumn = Math.max(camera.column(near), camera.column(far)) + reach;
    return new Footprint(
        (int) Math.max(0, Math.ceil(firstRow)),
        (int) Math.min(camera.rows() - 1.0, Math.floor(lastRow)),
        (int) Math.max(0, Math.ceil(firstColumn)),
        (int) Math.min(camera.columns() - 1.0, Math.floor(lastColumn)));
  }

  /** The least rectangle that holds both. */
  public Footprint with(Footprint other) {
    return new Footprint(
        Math.min(firstRow, other.firstRow),
        Math.max(lastRow, other.lastRow),
        Math.min(firstColumn, other.firstColumn),
        Math.max(lastColumn, other.lastColumn));
  }

  /** The part between two rows, the last one excluded. */
  public Footprint within(int fromRow, int toRow) {
    return new Footprint(
        Math.max(firstRow, fromRow), Math.min(lastRow, toRow - 1), firstColumn, lastColumn);
  }

  public boolean isEmpty() {
    return firstRow > lastRow || firstColumn > lastColumn;
  }
}
