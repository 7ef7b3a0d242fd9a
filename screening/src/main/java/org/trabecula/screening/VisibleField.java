package org.trabecula.screening;

import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;

/**
 * The canonical pixels whose centres lie inside the collimated field.
 *
 * @param top first row inside
 * @param left first column inside
 * @param bottom first row below
 * @param right first column to the right
 */
record VisibleField(int top, int left, int bottom, int right) {

  static VisibleField of(CanonicalView view) {
    return of(view.frame(), view.field());
  }

  static VisibleField of(CanonicalFrame frame, Field field) {
    double a = frame.canonicalColumn(field.left() - 0.5);
    double b = frame.canonicalColumn(field.right() - 0.5);
    return new VisibleField(
        inside(frame.canonicalRow(field.top() - 0.5), CanonicalFrame.ROWS),
        inside(Math.min(a, b), CanonicalFrame.COLUMNS),
        inside(frame.canonicalRow(field.bottom() - 0.5), CanonicalFrame.ROWS),
        inside(Math.max(a, b), CanonicalFrame.COLUMNS));
  }

  private static int inside(double edge, int limit) {
    return (int) Math.clamp(Math.ceil(edge), 0, limit);
  }

  boolean contains(int row, int column) {
    return row >= top && row < bottom && column >= left && column < right;
  }

  /** Whether a pixel has a neighbour, to the side or up or down, that is not inside. */
  boolean onBorder(int row, int column) {
    return row <= top || row >= bottom - 1 || column <= left || column >= right - 1;
  }

  /** The middle of this field, {@code share} of it in each direction. */
  VisibleField central(double share) {
    int rows = (int) Math.round((bottom - top) * (1 - share) / 2);
    int columns = (int) Math.round((right - left) * (1 - share) / 2);
    return new VisibleField(top + rows, left + columns, bottom - rows, right - columns);
  }

  /** This field without a rim of some pixels; empty if it is too small for that. */
  VisibleField inset(int rim) {
    return new VisibleField(top + rim, left + rim, bottom - rim, right - rim);
  }

  int size() {
    return Math.max(0, bottom - top) * Math.max(0, right - left);
  }
}
