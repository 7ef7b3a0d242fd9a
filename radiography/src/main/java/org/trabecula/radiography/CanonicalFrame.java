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

  /**
   * Resamples a map that covers the radiograph into the frame: the area average over each canonical
   * pixel, linear interpolation where the map is coarser. Pixels beyond the map are 0.
   *
   * @param map samples of the grid, row-major
   * @return {@value #ROWS} x {@value #COLUMNS} values, row-major
   */
  public float[] resample(float[] map, MapGrid grid) {
    if (map.length != Math.multiplyExact(grid.rows(), grid.columns())) {
      throw new IllegalArgumentException("%d samples do not fill %s".formatted(map.length, grid));
    }
    var rows = new AreaAverage.Span(0, grid.rows());
    var columns = new AreaAverage.Span(0, grid.columns());
    double pitchRows = rowsPerPixel * grid.rowsPerImageRow();
    double pitchColumns = columnsPerPixel * grid.columnsPerImageColumn();
    return AreaAverage.resample(
        map,
        grid.columns(),
        new AreaAverage(ROWS, grid.mapRow(originRow), pitchRows, rows),
        new AreaAverage(COLUMNS, grid.mapColumn(originColumn), pitchColumns, columns));
  }
}
