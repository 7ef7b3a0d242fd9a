package org.trabecula.dicom.deidentify;

/** The strip along the borders of an image in which text is looked for: 15 % of each side. */
record Border(int rows, int columns) {
  private static final double SHARE = 0.15;

  boolean contains(int row, int column) {
    int high = (int) Math.ceil(SHARE * rows);
    int wide = (int) Math.ceil(SHARE * columns);
    return row < high || row >= rows - high || column < wide || column >= columns - wide;
  }

  Border transposed() {
    return new Border(columns, rows);
  }
}
