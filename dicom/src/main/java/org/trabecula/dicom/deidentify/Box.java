package org.trabecula.dicom.deidentify;

/**
 * A rectangle of pixels.
 *
 * @param top first row
 * @param left first column
 * @param bottom row after the last
 * @param right column after the last
 */
record Box(int top, int left, int bottom, int right) {
  Box {
    if (bottom < top || right < left) {
      throw new IllegalArgumentException(
          "Box %d,%d to %d,%d is none".formatted(top, left, bottom, right));
    }
  }

  int height() {
    return bottom - top;
  }

  int width() {
    return right - left;
  }

  boolean contains(int row, int column) {
    return row >= top && row < bottom && column >= left && column < right;
  }

  boolean meets(Box other) {
    return top < other.bottom && other.top < bottom && left < other.right && other.left < right;
  }

  Box union(Box other) {
    return new Box(
        Math.min(top, other.top),
        Math.min(left, other.left),
        Math.max(bottom, other.bottom),
        Math.max(right, other.right));
  }

  /** This box with a margin, as far as it lies in an image. */
  Box grown(int margin, int rows, int columns) {
    return new Box(
        Math.max(0, top - margin),
        Math.max(0, left - margin),
        Math.min(rows, bottom + margin),
        Math.min(columns, right + margin));
  }

  /** Rows for columns. */
  Box transposed() {
    return new Box(left, top, right, bottom);
  }
}
