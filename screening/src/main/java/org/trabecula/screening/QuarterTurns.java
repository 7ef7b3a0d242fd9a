package org.trabecula.screening;

import org.trabecula.radiography.CanonicalFrame;

/**
 * Canonical samples turned about the middle of the grid, where the field's centre is: as of a film
 * that was saved the wrong way round. Lying, a film loses what is beyond the grid's columns.
 */
public final class QuarterTurns {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  private QuarterTurns() {}

  /**
   * Turned clockwise by some quarter turns; 0 where nothing comes to lie.
   *
   * @param samples row-major, {@link ModelInput#IMAGE_SIZE} of them
   */
  public static float[] of(float[] samples, int quarters) {
    if (samples.length != ModelInput.IMAGE_SIZE) {
      throw new IllegalArgumentException(
          "%d samples, not %d".formatted(samples.length, ModelInput.IMAGE_SIZE));
    }
    float[] turned = new float[ModelInput.IMAGE_SIZE];
    for (int p = 0; p < turned.length; p++) {
      int y = p / COLUMNS - ROWS / 2;
      int x = p % COLUMNS - COLUMNS / 2;
      for (int q = 0; q < quarters; q++) {
        int swap = y;
        y = -1 - x;
        x = swap;
      }
      int row = y + ROWS / 2;
      int column = x + COLUMNS / 2;
      if (row >= 0 && row < ROWS && column >= 0 && column < COLUMNS) {
        turned[p] = samples[row * COLUMNS + column];
      }
    }
    return turned;
  }
}
