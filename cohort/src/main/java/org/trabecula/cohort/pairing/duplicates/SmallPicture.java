package org.trabecula.cohort.pairing.duplicates;

import java.util.Arrays;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

/**
 * A radiograph's collimated field averaged to {@value #SIDE} x {@value #SIDE} pixels, whatever its
 * shape: two scans of one film in two resolutions become the same picture.
 */
final class SmallPicture {
  /** Pixels along a side. */
  static final int SIDE = 64;

  /** Share of the field that is left out at each border: the penumbra. */
  private static final double EDGE = 0.02;

  private final double[] samples;

  private SmallPicture(double[] samples) {
    this.samples = samples;
  }

  /** What the beam reached, without the collimator's edge: that is alike in unlike films. */
  private static Field field(Radiograph radiograph) {
    Field lit = Field.of(radiograph);
    if (lit.isWhole(radiograph.rows(), radiograph.columns())) {
      return lit;
    }
    int down = (int) (EDGE * lit.rows());
    int across = (int) (EDGE * lit.columns());
    Field inner =
        new Field(lit.top() + down, lit.left() + across, lit.bottom() - down, lit.right() - across);
    return Math.min(inner.rows(), inner.columns()) < SIDE
        ? Field.whole(radiograph.rows(), radiograph.columns())
        : inner;
  }

  /** Each pixel is the mean over the part of the radiograph that it covers, split where it must. */
  static SmallPicture of(Radiograph radiograph) {
    Field field = field(radiograph);
    Shares across = new Shares(field.columns());
    Shares down = new Shares(field.rows());
    double[] sums = new double[SIDE * SIDE];
    double[] line = new double[SIDE];
    for (int r = 0; r < field.rows(); r++) {
      Arrays.fill(line, 0);
      for (int c = 0; c < field.columns(); c++) {
        double value = radiograph.at(field.top() + r, field.left() + c);
        int to = across.first(c);
        double share = across.shareOfFirst(c);
        line[to] += share * value;
        if (share < across.size()) {
          line[to + 1] += (across.size() - share) * value;
        }
      }
      int to = down.first(r);
      double share = down.shareOfFirst(r);
      for (int i = 0; i < SIDE; i++) {
        sums[to * SIDE + i] += share * line[i];
        if (share < down.size()) {
          sums[(to + 1) * SIDE + i] += (down.size() - share) * line[i];
        }
      }
    }
    return new SmallPicture(sums);
  }

  /**
   * The mean over a window around each pixel, as far as the picture reaches.
   *
   * @param half the side of the window less one, halved
   */
  double[] blurred(int half) {
    double[] table = summed();
    double[] blurred = new double[SIDE * SIDE];
    for (int r = 0; r < SIDE; r++) {
      int top = Math.max(0, r - half);
      int bottom = Math.min(SIDE, r + half + 1);
      for (int c = 0; c < SIDE; c++) {
        int left = Math.max(0, c - half);
        int right = Math.min(SIDE, c + half + 1);
        double sum =
            table[bottom * (SIDE + 1) + right]
                - table[top * (SIDE + 1) + right]
                - table[bottom * (SIDE + 1) + left]
                + table[top * (SIDE + 1) + left];
        blurred[r * SIDE + c] = sum / ((bottom - top) * (right - left));
      }
    }
    return blurred;
  }

  /** Sums over all that lies above and left of a corner. */
  private double[] summed() {
    double[] table = new double[(SIDE + 1) * (SIDE + 1)];
    for (int r = 0; r < SIDE; r++) {
      double line = 0;
      for (int c = 0; c < SIDE; c++) {
        line += at(r, c);
        table[(r + 1) * (SIDE + 1) + c + 1] = table[r * (SIDE + 1) + c + 1] + line;
      }
    }
    return table;
  }

  double at(int row, int column) {
    return samples[row * SIDE + column];
  }

  /** How pixels of a long side fall on those of the small one; at least as many there must be. */
  private record Shares(int length) {
    /** Of a small pixel, what one pixel covers. */
    double size() {
      return (double) SIDE / length;
    }

    int first(int index) {
      return Math.min(SIDE - 1, (int) (index * size()));
    }

    /** The part of the pixel that lies on the first small one it meets. */
    double shareOfFirst(int index) {
      int first = first(index);
      return first == SIDE - 1 ? size() : Math.min(size(), first + 1 - index * size());
    }
  }
}
