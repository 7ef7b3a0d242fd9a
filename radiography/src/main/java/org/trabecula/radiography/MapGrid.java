package org.trabecula.radiography;

/**
 * A pixel grid that covers the same area as a radiograph, finer or coarser: a truth map, a mask, a
 * shrunken copy, or the radiograph's own grid. Both grids share their outer edge.
 *
 * @param rows rows of the map
 * @param columns columns of the map
 * @param rowsPerImageRow rows of the map per row of the radiograph
 * @param columnsPerImageColumn columns of the map per column of the radiograph
 */
public record MapGrid(int rows, int columns, double rowsPerImageRow, double columnsPerImageColumn) {
  public MapGrid {
    if (rows < 1 || columns < 1 || !(rowsPerImageRow > 0) || !(columnsPerImageColumn > 0)) {
      throw new IllegalArgumentException(
          "%d x %d pixels at %s x %s per image pixel are no grid"
              .formatted(rows, columns, rowsPerImageRow, columnsPerImageColumn));
    }
  }

  /** The radiograph's own grid. */
  public static MapGrid of(Radiograph radiograph) {
    return new MapGrid(radiograph.rows(), radiograph.columns(), 1, 1);
  }

  /** The grid of a map that covers a radiograph of the given size. */
  public static MapGrid covering(int mapRows, int mapColumns, int imageRows, int imageColumns) {
    return new MapGrid(
        mapRows, mapColumns, (double) mapRows / imageRows, (double) mapColumns / imageColumns);
  }

  /** The map's row at a row of the radiograph, both counted between pixel centres. */
  double mapRow(double imageRow) {
    return (imageRow + 0.5) * rowsPerImageRow - 0.5;
  }

  /** The map's column at a column of the radiograph, both counted between pixel centres. */
  double mapColumn(double imageColumn) {
    return (imageColumn + 0.5) * columnsPerImageColumn - 0.5;
  }
}
