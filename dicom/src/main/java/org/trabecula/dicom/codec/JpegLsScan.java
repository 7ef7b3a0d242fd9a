package org.trabecula.dicom.codec;

import java.util.Arrays;

/**
 * Decodes the lines of one JPEG-LS scan (T.87 annex A; annex B for several components).
 *
 * <p>A line has a sample more on either side: index 0 is left of the first, the last one right of
 * the last column.
 */
final class JpegLsScan {
  private static final int RUN_CONTEXT = 365;

  /** J (T.87 section A.2.1): the order of run lengths. */
  private static final int[] RUN_ORDER = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final JpegLsBits bits;
  private final JpegLsCoding coding;
  private final byte[] regions;
  private final int largest;
  private final int near;
  private final int limit;
  private final int residualBits;
  private final int[] magnitude = new int[RUN_CONTEXT + 2];
  private final int[] bias = new int[RUN_CONTEXT];
  private final int[] correction = new int[RUN_CONTEXT];
  private final int[] count = new int[RUN_CONTEXT + 2];
  private final int[] negative = new int[2];
  private int runIndex;

  JpegLsScan(JpegLsBits bits, JpegLsCoding coding) {
    this.bits = bits;
    this.coding = coding;
    this.regions = coding.regions();
    this.largest = coding.largest();
    this.near = coding.near();
    this.limit = coding.limit();
    this.residualBits = coding.residualBits();
    Arrays.fill(magnitude, coding.initialMagnitude());
    Arrays.fill(count, 1);
  }

  int runIndex() {
    return runIndex;
  }

  void runIndex(int index) {
    runIndex = index;
  }

  /** One line of one component. */
  void line(int[] above, int[] line) {
    int width = line.length - 2;
    above[width + 1] = above[width];
    line[0] = above[1];
    int column = 1;
    while (column <= width) {
      int context = context(above, line, column);
      if (context == 0) {
        column = run(above, line, column);
      } else {
        line[column] = regular(context, predicted(above, line, column));
        column++;
      }
    }
  }

  /** One line of components that are interleaved by sample. */
  void lines(int[][] above, int[][] line) {
    int width = line[0].length - 2;
    for (int c = 0; c < line.length; c++) {
      above[c][width + 1] = above[c][width];
      line[c][0] = above[c][1];
    }
    int column = 1;
    while (column <= width) {
      if (isFlat(above, line, column)) {
        column = runs(above, line, column);
      } else {
        for (int c = 0; c < line.length; c++) {
          int context = context(above[c], line[c], column);
          line[c][column] = regular(context, predicted(above[c], line[c], column));
        }
        column++;
      }
    }
  }

  private boolean isFlat(int[][] above, int[][] line, int column) {
    for (int c = 0; c < line.length; c++) {
      if (context(above[c], line[c], column) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The context of three gradients, with its sign (T.87 section A.3). */
  private int context(int[] above, int[] line, int column) {
    int b = above[column];
    int c = above[column - 1];
    return 81 * regions[above[column + 1] - b + largest]
        + 9 * regions[b - c + largest]
        + regions[c - line[column - 1] + largest];
  }

  /** The median edge detector (T.87 section A.4.1). */
  private static int predicted(int[] above, int[] line, int column) {
    int a = line[column - 1];
    int b = above[column];
    int c = above[column - 1];
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return c >= high ? low : c <= low ? high : a + b - c;
  }

  private int regular(int signedContext, int prediction) {
    int sign = signedContext < 0 ? -1 : 1;
    int q = signedContext * sign;
    int corrected = Math.clamp(prediction + (long) sign * correction[q], 0, largest);
    int k = golomb(magnitude[q], count[q]);
    int mapped = code(k, limit);
    int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
    if (k == 0 && near == 0 && 2 * bias[q] <= -count[q]) {
      // T.87 section A.5.2: the mapping is mirrored where the bias is strongly negative.
      error = -error - 1;
    }
    update(q, error);
    return reconstructed(corrected, sign * error);
  }

  /** The smallest k with N·2^k not less than A. */
  private static int golomb(int sum, int occurrences) {
    int k = 0;
    while (occurrences << k < sum && k < 24) {
      k++;
    }
    return k;
  }

  /** A code word of limited length (T.87 section A.5.3). */
  private int code(int k, int longest) {
    int escape = longest - residualBits - 1;
    int zeros = bits.zeros(escape);
    return zeros < escape ? zeros << k | bits.take(k) : bits.take(residualBits) + 1;
  }

  /** T.87 section A.6. */
  private void update(int q, int error) {
    int b = bias[q] + error * coding.step();
    int a = magnitude[q] + Math.abs(error);
    int n = count[q];
    if (n == coding.reset()) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    if (b <= -n) {
      correction[q] = Math.max(-128, correction[q] - 1);
      b = Math.max(b + n, 1 - n);
    } else if (b > 0) {
      correction[q] = Math.min(127, correction[q] + 1);
      b = Math.min(b - n, 0);
    }
    magnitude[q] = a;
    bias[q] = b;
    count[q] = n;
  }

  private int reconstructed(int prediction, int error) {
    int cycle = coding.range() * coding.step();
    int value = prediction + error * coding.step();
    if (value < -near) {
      value += cycle;
    } else if (value > largest + near) {
      value -= cycle;
    }
    return Math.clamp(value, 0, largest);
  }

  /** A run and the sample that ends it (T.87 section A.7); returns the column after them. */
  private int run(int[] above, int[] line, int column) {
    int width = line.length - 2;
    int run = runLength(width - column + 1);
    Arrays.fill(line, column, column + run, line[column - 1]);
    int end = column + run;
    if (end > width) {
      return end;
    }
    int a = line[end - 1];
    int b = above[end];
    boolean alike = Math.abs(a - b) <= near;
    int error = interruption(alike ? 1 : 0);
    line[end] = alike ? reconstructed(a, error) : reconstructed(b, a > b ? -error : error);
    runIndex = Math.max(0, runIndex - 1);
    return end + 1;
  }

  /** As {@link #run}, for samples of several components together (T.87 section B.3). */
  private int runs(int[][] above, int[][] line, int column) {
    int width = line[0].length - 2;
    int run = runLength(width - column + 1);
    int end = column + run;
    for (int[] component : line) {
      Arrays.fill(component, column, end, component[column - 1]);
    }
    if (end > width) {
      return end;
    }
    for (int c = 0; c < line.length; c++) {
      int a = line[c][end - 1];
      int b = above[c][end];
      int error = interruption(0);
      line[c][end] = reconstructed(b, a > b ? -error : error);
    }
    runIndex = Math.max(0, runIndex - 1);
    return end + 1;
  }

  /** T.87 section A.7.1.2; less than {@code left} only if a sample interrupts the run. */
  private int runLength(int left) {
    int length = 0;
    while (bits.take(1) == 1) {
      int segment = 1 << RUN_ORDER[runIndex];
      if (segment <= left - length && runIndex < RUN_ORDER.length - 1) {
        runIndex++;
      }
      length = Math.min(left, length + segment);
      if (length == left) {
        return left;
      }
    }
    // A damaged scan may announce more than the line holds.
    return Math.min(left - 1, length + bits.take(RUN_ORDER[runIndex]));
  }

  /** The error of an interrupting sample (T.87 section A.7.2). */
  private int interruption(int type) {
    int q = RUN_CONTEXT + type;
    int n = count[q];
    int k = golomb(magnitude[q] + (type == 1 ? n >> 1 : 0), n);
    int mapped = code(k, limit - RUN_ORDER[runIndex] - 1);
    int doubled = mapped + type;
    int size = (doubled + 1) >> 1;
    boolean odd = (doubled & 1) == 1;
    boolean oddIsNegative = k != 0 || 2 * negative[type] >= n;
    int error = odd == oddIsNegative ? -size : size;
    int a = magnitude[q] + ((mapped + 1 - type) >> 1);
    int less = negative[type] + (error < 0 ? 1 : 0);
    if (n == coding.reset()) {
      a >>= 1;
      n >>= 1;
      less >>= 1;
    }
    magnitude[q] = a;
    negative[type] = less;
    count[q] = n + 1;
    return error;
  }
}
