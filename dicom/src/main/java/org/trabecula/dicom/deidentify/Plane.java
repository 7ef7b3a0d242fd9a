package org.trabecula.dicom.deidentify;

import java.util.Arrays;
import org.trabecula.dicom.Frame;

/** {@code rows x columns} grey values of one frame, row by row; of colours their mean. */
final class Plane {
  private static final double DARKEST = 0.005;
  private static final double BRIGHTEST = 0.995;

  private final int rows;
  private final int columns;
  private final int[] values;

  private Plane(int rows, int columns, int[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  static Plane of(Frame frame) {
    int samples = frame.samplesPerPixel();
    int[] all = frame.samples();
    if (samples == 1) {
      return new Plane(frame.rows(), frame.columns(), all);
    }
    // Luma stands first in YBR; RGB is averaged.
    int used = frame.photometricInterpretation().startsWith("YBR") ? 1 : samples;
    int[] values = new int[all.length / samples];
    for (int i = 0; i < values.length; i++) {
      long sum = 0;
      for (int s = 0; s < used; s++) {
        sum += all[i * samples + s];
      }
      values[i] = (int) (sum / used);
    }
    return new Plane(frame.rows(), frame.columns(), values);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int at(int row, int column) {
    return values[row * columns + column];
  }

  /** The same with dark for bright. */
  Plane negative() {
    int[] turned = new int[values.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = ~values[i];
    }
    return new Plane(rows, columns, turned);
  }

  /** Between the darkest and the brightest half percent; at least 1. */
  double range() {
    int step = Math.max(1, values.length / 200_000);
    int[] some = new int[(values.length + step - 1) / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[i * step];
    }
    Arrays.sort(some);
    double low = some[(int) (DARKEST * (some.length - 1))];
    double high = some[(int) (BRIGHTEST * (some.length - 1))];
    return Math.max(1, high - low);
  }

  /**
   * By how much each pixel is brighter than all that is left when structures narrower than {@code
   * size} pixels are taken away (a white top-hat: the value less its opening by a square).
   */
  int[] topHat(int size) {
    int[] opened = values.clone();
    filter(opened, size, false);
    filter(opened, size, true);
    for (int i = 0; i < opened.length; i++) {
      opened[i] = values[i] - opened[i];
    }
    return opened;
  }

  private void filter(int[] field, int size, boolean largest) {
    RunningExtreme extreme = new RunningExtreme(Math.max(rows, columns), size, largest);
    for (int row = 0; row < rows; row++) {
      extreme.apply(field, row * columns, 1, columns);
    }
    for (int column = 0; column < columns; column++) {
      extreme.apply(field, column, columns, rows);
    }
  }
}
