package org.trabecula.learning.data;

import org.trabecula.radiography.CanonicalFrame;

/** A canonical view turned by quarter turns, as a film that was saved the wrong way round. */
final class Turned {
  private Turned() {}

  static Example of(Example example, int quarters) {
    float[] image = new float[CanonicalFrame.ROWS * CanonicalFrame.COLUMNS];
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        int y = r - CanonicalFrame.ROWS / 2;
        int x = c - CanonicalFrame.COLUMNS / 2;
        for (int q = 0; q < quarters; q++) {
          int swap = y;
          y = -1 - x;
          x = swap;
        }
        int row = y + CanonicalFrame.ROWS / 2;
        int column = x + CanonicalFrame.COLUMNS / 2;
        if (row >= 0
            && row < CanonicalFrame.ROWS
            && column >= 0
            && column < CanonicalFrame.COLUMNS) {
          image[r * CanonicalFrame.COLUMNS + c] = example.sample(row, column);
        }
      }
    }
    return new Example(image, example.covariates(), new Example.Truth());
  }
}
