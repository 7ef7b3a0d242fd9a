package org.trabecula.dicom.deidentify;

/**
 * The smallest or largest of a centred window along a line, in time that the window does not set.
 */
final class RunningExtreme {
  private final int half;
  private final int sign;
  private final int[] line;
  private final int[] queue;

  /** For lines of at most so many values; the window is {@code 2 * (size / 2) + 1} wide. */
  RunningExtreme(int longest, int size, boolean largest) {
    this.half = size / 2;
    this.sign = largest ? -1 : 1;
    this.line = new int[longest];
    this.queue = new int[longest];
  }

  /** Filters {@code count} values from {@code start} on, {@code step} apart, in place. */
  void apply(int[] field, int start, int step, int count) {
    for (int i = 0; i < count; i++) {
      line[i] = sign < 0 ? ~field[start + i * step] : field[start + i * step];
    }
    int head = 0;
    int tail = 0;
    for (int i = 0; i < count + half; i++) {
      if (i < count) {
        while (tail > head && line[queue[tail - 1]] >= line[i]) {
          tail--;
        }
        queue[tail++] = i;
      }
      int centre = i - half;
      if (centre >= 0) {
        while (queue[head] < centre - half) {
          head++;
        }
        int found = line[queue[head]];
        field[start + centre * step] = sign < 0 ? ~found : found;
      }
    }
  }
}
