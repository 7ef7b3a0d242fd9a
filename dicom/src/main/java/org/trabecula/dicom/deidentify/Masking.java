package org.trabecula.dicom.deidentify;

import java.util.Arrays;
import java.util.List;

/** Paints boxes of a frame over with the grey or the colour around them. */
final class Masking {
  private final int rows;
  private final int columns;
  private final int samples;
  private final List<Box> boxes;

  Masking(int rows, int columns, int samples, List<Box> boxes) {
    this.rows = rows;
    this.columns = columns;
    this.samples = samples;
    this.boxes = List.copyOf(boxes);
  }

  /** Masks {@code rows x columns x samples} values, interleaved by pixel, in place. */
  void apply(int[] values) {
    for (Box box : boxes) {
      for (int sample = 0; sample < samples; sample++) {
        fill(values, box, sample, background(values, box, sample));
      }
    }
  }

  private void fill(int[] values, Box box, int sample, int value) {
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        values[(row * columns + column) * samples + sample] = value;
      }
    }
  }

  /** The median of the ring around a box, or of the box itself where nothing is around. */
  private int background(int[] values, Box box, int sample) {
    int width = Math.max(2, Math.min(box.height(), box.width()) / 4);
    Box around = box.grown(Math.min(width, 12), rows, columns);
    int[] ring = new int[around.height() * around.width()];
    int count = 0;
    for (int row = around.top(); row < around.bottom(); row++) {
      for (int column = around.left(); column < around.right(); column++) {
        if (!isMasked(row, column)) {
          ring[count++] = values[(row * columns + column) * samples + sample];
        }
      }
    }
    if (count == 0) {
      return 0;
    }
    Arrays.sort(ring, 0, count);
    return ring[count / 2];
  }

  private boolean isMasked(int row, int column) {
    for (Box box : boxes) {
      if (box.contains(row, column)) {
        return true;
      }
    }
    return false;
  }
}
