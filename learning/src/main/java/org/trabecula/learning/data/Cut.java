package org.trabecula.learning.data;

import java.util.random.RandomGenerator;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;

/**
 * A film cut to a part of itself before it reached us, as pictures from viewers and archives are:
 * the canonical view is then centred on what is left and standardised by it.
 */
final class Cut {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  /** Free rim about the regions, pixels of the half-size grid: 6 mm. */
  private static final int RIM = 2;

  /** Where no region is known, at most this share is cut from each side. */
  private static final double MOST = 0.3;

  /** Share of the sides that stay as they are. */
  private static final double UNTOUCHED = 0.2;

  /** Share of the sides that are cut close to the regions. */
  private static final double TIGHT = 0.4;

  /** How close that is, pixels of the half-size grid: 36 mm, a vertebra. */
  private static final int NEAR = 12;

  private Cut() {}

  /** Rows and columns of the half-size grid: [top, bottom), [left, right). */
  private record Box(int top, int left, int bottom, int right) {
    boolean empty() {
      return top >= bottom || left >= right;
    }

    Box grownBy(int rim) {
      return new Box(top - rim, left - rim, bottom + rim, right + rim);
    }
  }

  /** The example cut at random; as it is where nothing can be cut. */
  static Example of(Example example, RandomGenerator random) {
    Box field = around((r, c) -> example.sample(2 * r, 2 * c) != 0);
    if (field.empty()) {
      return example;
    }
    Box regions = around((r, c) -> (example.flags(r, c) & Example.REGIONS) != 0).grownBy(RIM);
    Box keep =
        regions.empty()
            ? new Box(
                at(field.top, field.bottom, MOST),
                at(field.left, field.right, MOST),
                at(field.top, field.bottom, 1 - MOST),
                at(field.left, field.right, 1 - MOST))
            : regions;
    Box cut =
        new Box(
            field.top + taken(keep.top - field.top, random),
            field.left + taken(keep.left - field.left, random),
            field.bottom - taken(field.bottom - keep.bottom, random),
            field.right - taken(field.right - keep.right, random));
    return moved(example, cut);
  }

  private static int at(int from, int to, double share) {
    return from + (int) Math.round(share * (to - from));
  }

  /**
   * How much is cut off one side of which {@code most} can be spared: nothing, nearly all of it, as
   * by someone who frames T12 to the pelvis, or anything. Sides are drawn apart, so that what
   * matters is seldom in the middle.
   */
  private static int taken(int most, RandomGenerator random) {
    if (most <= 0) {
      return 0;
    }
    double kind = random.nextDouble();
    if (kind < UNTOUCHED) {
      return 0;
    }
    int least = kind < UNTOUCHED + TIGHT ? Math.max(0, most - NEAR) : 0;
    return random.nextInt(least, most + 1);
  }

  /** A question about a pixel of the half-size grid. */
  @FunctionalInterface
  private interface Pixels {
    boolean contain(int row, int column);
  }

  /** The smallest box about some pixels; empty if there are none. */
  private static Box around(Pixels pixels) {
    int top = Example.HALF_ROWS;
    int left = Example.HALF_COLUMNS;
    int bottom = 0;
    int right = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        if (pixels.contain(r, c)) {
          top = Math.min(top, r);
          left = Math.min(left, c);
          bottom = Math.max(bottom, r + 1);
          right = Math.max(right, c + 1);
        }
      }
    }
    return new Box(top, left, bottom, right);
  }

  private static Example moved(Example example, Box cut) {
    // Whole pixels of the half-size grid, so that image and truth stay together.
    int down = (Example.HALF_ROWS - cut.bottom - cut.top) / 2;
    int right = (Example.HALF_COLUMNS - cut.right - cut.left) / 2;
    float[] image = new float[ROWS * COLUMNS];
    Example.Truth from = example.truth();
    Example.Truth to = from.withoutMaps();
    int width = cut.right - cut.left;
    for (int r = cut.top; r < cut.bottom; r++) {
      int source = r * Example.HALF_COLUMNS + cut.left;
      int target = (r + down) * Example.HALF_COLUMNS + cut.left + right;
      System.arraycopy(from.map, source, to.map, target, width);
      System.arraycopy(from.flags, source, to.flags, target, width);
      for (int half = 0; half < 2; half++) {
        System.arraycopy(
            example.rawImage(),
            (2 * r + half) * COLUMNS + 2 * cut.left,
            image,
            (2 * (r + down) + half) * COLUMNS + 2 * (cut.left + right),
            2 * width);
      }
    }
    CanonicalView.standardise(
        image,
        2 * (cut.top + down),
        2 * (cut.left + right),
        2 * (cut.bottom + down),
        2 * (cut.right + right));
    return new Example(image, example.rawCovariates(), to);
  }
}
