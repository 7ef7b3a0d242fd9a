package org.trabecula.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** JPEG-LS (T.87 annex A), written from the encoder's side of the standard. */
public final class JpegLsEncoder {
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JpegLsCoding coding;
  private final Shape shape;
  private int[] magnitude = {};
  private int[] bias = {};
  private int[] correction = {};
  private int[] count = {};
  private int[] negative = {};
  private int runIndex;
  private long held;
  private int heldBits;
  private boolean afterFull;

  private JpegLsEncoder(Shape shape, int bits, int near) {
    this.shape = shape;
    this.coding = JpegLsCoding.usual((1 << bits) - 1, near);
  }

  /**
   * Encodes one frame without loss.
   *
   * @param samples interleaved by pixel, each of 0 to 2^bits - 1
   * @param bits of a sample, 2 to 16
   */
  public static byte[] encode(int[] samples, Shape shape, int bits) {
    if (samples.length != shape.size() || bits < 2 || bits > 16) {
      throw new IllegalArgumentException(
          "%d samples of %d bits do not fill %s".formatted(samples.length, bits, shape));
    }
    return encode(samples, shape, bits, 0, 0);
  }

  /**
   * Encodes samples that are interleaved by pixel.
   *
   * @param interleave 0 by plane, 1 by line, 2 by sample
   */
  static byte[] encode(int[] samples, Shape shape, int bits, int near, int interleave) {
    JpegLsEncoder encoder = new JpegLsEncoder(shape, bits, near);
    encoder.bytes(0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * shape.samples(), bits);
    encoder.bytes(shape.rows() >> 8, shape.rows(), shape.columns() >> 8, shape.columns());
    encoder.bytes(shape.samples());
    for (int c = 1; c <= shape.samples(); c++) {
      encoder.bytes(c, 0x11, 0);
    }
    if (interleave == 0) {
      for (int c = 0; c < shape.samples(); c++) {
        encoder.scan(samples, new int[] {c}, interleave);
      }
    } else {
      int[] all = new int[shape.samples()];
      Arrays.setAll(all, c -> c);
      encoder.scan(samples, all, interleave);
    }
    encoder.bytes(0xFF, 0xD9);
    return encoder.out.toByteArray();
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }

  private void scan(int[] samples, int[] components, int interleave) {
    bytes(0xFF, 0xDA, 0, 6 + 2 * components.length, components.length);
    for (int c : components) {
      bytes(c + 1, 0);
    }
    bytes(coding.near(), interleave, 0);
    magnitude = new int[367];
    Arrays.fill(magnitude, coding.initialMagnitude());
    count = new int[367];
    Arrays.fill(count, 1);
    bias = new int[365];
    correction = new int[365];
    negative = new int[2];
    runIndex = 0;
    int width = shape.columns();
    int[][] above = new int[components.length][width + 2];
    int[] runs = new int[components.length];
    for (int row = 0; row < shape.rows(); row++) {
      int[][] line = new int[components.length][width + 2];
      for (int i = 0; i < components.length; i++) {
        above[i][width + 1] = above[i][width];
        line[i][0] = above[i][1];
        for (int column = 0; column < width; column++) {
          line[i][column + 1] = samples[(row * width + column) * shape.samples() + components[i]];
        }
      }
      if (interleave == 2) {
        lines(above, line);
      } else {
        for (int i = 0; i < components.length; i++) {
          runIndex = runs[i];
          lines(new int[][] {above[i]}, new int[][] {line[i]});
          runs[i] = runIndex;
        }
      }
      above = line;
    }
    flush();
  }

  /** Codes lines in place: they hold the reconstructed samples afterwards. */
  private void lines(int[][] above, int[][] line) {
    int width = shape.columns();
    int x = 1;
    while (x <= width) {
      boolean flat = true;
      for (int c = 0; c < line.length; c++) {
        flat &= context(above[c], line[c], x) == 0;
      }
      if (flat) {
        x = run(above, line, x);
      } else {
        for (int c = 0; c < line.length; c++) {
          regular(above[c], line[c], x);
        }
        x++;
      }
    }
  }

  private int context(int[] above, int[] line, int x) {
    return 81 * region(above[x + 1] - above[x])
        + 9 * region(above[x] - above[x - 1])
        + region(above[x - 1] - line[x - 1]);
  }

  private int region(int d) {
    int size = Math.abs(d);
    JpegLsCoding.Thresholds t = coding.thresholds();
    int region =
        size <= coding.near()
            ? 0
            : size < t.first() ? 1 : size < t.second() ? 2 : size < t.third() ? 3 : 4;
    return d < 0 ? -region : region;
  }

  private void regular(int[] above, int[] line, int x) {
    int signed = context(above, line, x);
    int sign = signed < 0 ? -1 : 1;
    int q = sign * signed;
    int a = line[x - 1];
    int b = above[x];
    int c = above[x - 1];
    int prediction =
        c >= Math.max(a, b) ? Math.min(a, b) : c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
    prediction = Math.clamp(prediction + sign * correction[q], 0, coding.largest());
    int error = quantised(sign * (line[x] - prediction));
    line[x] = Math.clamp(prediction + sign * error * coding.step(), 0, coding.largest());
    error = modulo(error);
    int k = order(magnitude[q], count[q]);
    boolean mirrored = k == 0 && coding.near() == 0 && 2 * bias[q] <= -count[q];
    int mapped =
        mirrored
            ? error >= 0 ? 2 * error + 1 : -2 * (error + 1)
            : error >= 0 ? 2 * error : -2 * error - 1;
    code(mapped, k, coding.limit());
    bias[q] += error * coding.step();
    magnitude[q] += Math.abs(error);
    if (count[q] == coding.reset()) {
      magnitude[q] >>= 1;
      bias[q] >>= 1;
      count[q] >>= 1;
    }
    count[q]++;
    if (bias[q] <= -count[q]) {
      bias[q] = Math.max(bias[q] + count[q], 1 - count[q]);
      correction[q] = Math.max(correction[q] - 1, -128);
    } else if (bias[q] > 0) {
      bias[q] = Math.min(bias[q] - count[q], 0);
      correction[q] = Math.min(correction[q] + 1, 127);
    }
  }

  private int quantised(int error) {
    return error > 0
        ? (error + coding.near()) / coding.step()
        : -((coding.near() - error) / coding.step());
  }

  private int modulo(int error) {
    int wrapped = error < 0 ? error + coding.range() : error;
    return wrapped >= (coding.range() + 1) / 2 ? wrapped - coding.range() : wrapped;
  }

  private static int order(int sum, int occurrences) {
    int k = 0;
    while (occurrences << k < sum) {
      k++;
    }
    return k;
  }

  private void code(int value, int k, int limit) {
    int escape = limit - coding.residualBits() - 1;
    if (value >> k < escape) {
      zeros(value >> k);
      put(1, 1);
      put(value & (1 << k) - 1, k);
    } else {
      zeros(escape);
      put(1, 1);
      put(value - 1, coding.residualBits());
    }
  }

  private int run(int[][] above, int[][] line, int x) {
    int width = shape.columns();
    int length = 0;
    while (x + length <= width && repeats(line, x, x + length)) {
      for (int[] component : line) {
        component[x + length] = component[x - 1];
      }
      length++;
    }
    boolean interrupted = x + length <= width;
    int left = length;
    while (left >= 1 << J[runIndex]) {
      put(1, 1);
      left -= 1 << J[runIndex];
      runIndex = Math.min(runIndex + 1, 31);
    }
    if (!interrupted) {
      if (left > 0) {
        put(1, 1);
      }
      return x + length;
    }
    put(0, 1);
    put(left, J[runIndex]);
    for (int c = 0; c < line.length; c++) {
      boolean alike =
          line.length == 1
              && Math.abs(line[c][x + length - 1] - above[c][x + length]) <= coding.near();
      interruption(above[c], line[c], x + length, alike ? 1 : 0);
    }
    runIndex = Math.max(0, runIndex - 1);
    return x + length + 1;
  }

  private boolean repeats(int[][] line, int x, int at) {
    for (int[] component : line) {
      if (Math.abs(component[at] - component[x - 1]) > coding.near()) {
        return false;
      }
    }
    return true;
  }

  private void interruption(int[] above, int[] line, int x, int type) {
    int prediction = type == 1 ? line[x - 1] : above[x];
    int sign = type == 0 && line[x - 1] > above[x] ? -1 : 1;
    int error = quantised(sign * (line[x] - prediction));
    line[x] = Math.clamp(prediction + sign * error * coding.step(), 0, coding.largest());
    error = modulo(error);
    int q = 365 + type;
    int n = count[q];
    int k = order(magnitude[q] + (type == 1 ? n >> 1 : 0), n);
    int map =
        k == 0 && error > 0 && 2 * negative[type] < n
                || error < 0 && 2 * negative[type] >= n
                || error < 0 && k != 0
            ? 1
            : 0;
    int mapped = 2 * Math.abs(error) - type - map;
    code(mapped, k, coding.limit() - J[runIndex] - 1);
    negative[type] += error < 0 ? 1 : 0;
    magnitude[q] += (mapped + 1 - type) >> 1;
    if (n == coding.reset()) {
      magnitude[q] >>= 1;
      count[q] >>= 1;
      negative[type] >>= 1;
    }
    count[q]++;
  }

  private void zeros(int number) {
    for (int i = 0; i < number; i++) {
      put(0, 1);
    }
  }

  private void put(int value, int bits) {
    held = held << bits | value & (1L << bits) - 1;
    heldBits += bits;
    while (heldBits >= (afterFull ? 7 : 8)) {
      int take = afterFull ? 7 : 8;
      int next = (int) (held >>> (heldBits - take)) & (1 << take) - 1;
      heldBits -= take;
      out.write(next);
      afterFull = next == 0xFF;
    }
  }

  private void flush() {
    if (heldBits > 0 || afterFull) {
      int take = afterFull ? 7 : 8;
      put(0, take - heldBits);
    }
    afterFull = false;
  }
}
