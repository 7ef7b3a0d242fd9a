package org.trabecula.radiography;

/**
 * Where a canonical view lies on its radiograph: the one map between the two pixel grids, used for
 * the image, for truth maps in training and for drawing results back onto the film.
 *
 * <p>Canonical pixel (r, c) has its centre at radiograph row {@code originRow + r * rowsPerPixel}
 * and column {@code originColumn + c * columnsPerPixel}, both counted between pixel centres. {@code
 * columnsPerPixel} is negative where the view is mirrored.
 */
public record CanonicalFrame(
    double originRow, double originColumn, double rowsPerPixel, double columnsPerPixel) {

  /** Canonical rows, for every view. */
  public static final int ROWS = 256;

  /** Canonical columns, for every view. */
  public static final int COLUMNS = 192;

  /** Side of a canonical pixel in the plane of the patient, mm. */
  public static final double MM_PER_PIXEL = 1.5;

  public CanonicalFrame {
    if (!(rowsPerPixel > 0) || columnsPerPixel == 0 || Double.isNaN(columnsPerPixel)) {
      throw new IllegalArgumentException(
          "A canonical pixel spans %s rows and %s columns"
              .formatted(rowsPerPixel, columnsPerPixel));
    }
  }

  /** The radiograph's row at a canonical row. */
  public double row(double canonicalRow) {
    return originRow + canonicalRow * rowsPerPixel;
  }

  /** The radiograph's column at a canonical column. */
  public double column(double canonicalColumn) {
    return originColumn + canonicalColumn * columnsPerPixel;
  }

  /** The canonical row at a row of the radiograph. */
  public double canonicalRow(double row) {
    return (row - originRow) / rowsPerPixel;
  }

  /** The canonical column at a column of the radiograph. */
  public double canonicalColumn(double column) {
    return (column - originColumn) / columnsPerPixel;
  }

  /** Whether left and right are exchanged. */
  public boolean mirrored() {
    return columnsPerPixel < 0;
  }
}
