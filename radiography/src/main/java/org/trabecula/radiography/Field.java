package org.trabecula.radiography;

/**
 * The collimated field: the rectangle of a radiograph that the beam reached, in its pixels.
 *
 * @param top first row inside
 * @param left first column inside
 * @param bottom first row below
 * @param right first column to the right
 */
public record Field(int top, int left, int bottom, int right) {
  public Field {
    if (top < 0 || left < 0 || bottom <= top || right <= left) {
      throw new IllegalArgumentException(
          "Rows %d to %d, columns %d to %d are no field".formatted(top, bottom, left, right));
    }
  }

  /** The whole of an image. */
  public static Field whole(int rows, int columns) {
    return new Field(0, 0, rows, columns);
  }

  /** Finds the field of a radiograph; the whole image where there is doubt. */
  public static Field of(Radiograph radiograph) {
    return FieldFinder.find(radiograph);
  }

  /** Height in pixels. */
  public int rows() {
    return bottom - top;
  }

  /** Width in pixels. */
  public int columns() {
    return right - left;
  }

  /** The row of the centre, counted between pixel centres. */
  public double centreRow() {
    return (top + bottom - 1) / 2.0;
  }

  /** The column of the centre, counted between pixel centres. */
  public double centreColumn() {
    return (left + right - 1) / 2.0;
  }

  /** Whether a pixel lies inside. */
  public boolean contains(int row, int column) {
    return row >= top && row < bottom && column >= left && column < right;
  }

  /** Whether this is the whole of an image of that size. */
  public boolean isWhole(int rows, int columns) {
    return top == 0 && left == 0 && bottom == rows && right == columns;
  }
}
