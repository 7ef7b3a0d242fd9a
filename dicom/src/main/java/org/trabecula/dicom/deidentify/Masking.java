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

  /** The median of the nearest ring around a box that is not masked itself; 0 if all is masked. */
  private int background(int[] values, Box box, int sample) {
    int width = Math.clamp(Math.min(box.height(), box.width()) / 4, 2, 12);
    for (; width < 2 * (rows + columns); width *= 2) {
      int[] ring = ring(values, box.grown(width, rows, columns), sample);
      if (ring.length > 0) {
        Arrays.sort(ring);
        return ring[ring.length / 2];
      }
    }
    return 0;
  }

  private int[] ring(int[] values, Box around, int sample) {
    int[] ring = new int[around.height() * around.width()];
    int count = 0;
    for (int row = around.top(); row < around.bottom(); row++) {
      for (int column = around.left(); column < around.right(); column++) {
        if (!isMasked(row, column)) {
          ring[count++] = values[(row * columns + column) * samples + sample];
        }
      }
    }
    return Arrays.copyOf(ring, count);
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
