package org.trabecula.radiography;

import java.util.Arrays;

/**
 * A thumbnail seen from one of its sides: depth counted inwards, {@code along} the side. Knows how
 * to find one straight border.
 */
final class BorderStrip {
  /** Deepest border, as a share of the image. */
  private static final double DEEPEST = 0.45;

  /** Tangent of the most oblique border. */
  private static final double MOST_OBLIQUE = 0.09;

  /** Every fourth place along a line is looked at, and every second slope. */
  private static final int STRIDE = 4;

  private static final int SHIFT_STRIDE = 2;

  /** A step smaller than this is not seen. */
  private static final double STEP = 0.02;

  /** Steps count up to here, so that a few high ones don't outvote the rest. */
  private static final double MOST_STEP = 0.3;

  /** Least share of a line that must be able to show a step. */
  private static final double COUNTED = 0.2;

  /** Over how many pixels a bend is measured, and how much of it an unexposed plate shows. */
  private static final int REACH = 4;

  private static final double MOST_BEND = 0.02;

  /** Most that a blank border varies. */
  private static final double BLANK_SPREAD = 0.012;

  /** Least share of a line that has the blank right beyond it. */
  private static final double BLANK_ALONG = 0.95;

  private final float[][] values;
  private final float[] inside;

  /** From where the image is seen. */
  enum Side {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM
  }

  /** What lies beyond a border, and how sure its line must be. */
  private enum Beyond {
    BLANK(0.85, 0.04),
    UNEXPOSED(0.70, 0.12);

    /** Share of the line along which a step must be seen. */
    private final double support;

    /** Least mean step. */
    private final double meanStep;

    Beyond(double support, double meanStep) {
      this.support = support;
      this.meanStep = meanStep;
    }
  }

  /** A straight border: its depth at the strip's start, and how much deeper it gets per pixel. */
  private record Line(double start, double slope, double score) {
    static final Line NONE = new Line(0, 0, 0);

    int at(int along) {
      return (int) Math.round(start + slope * along);
    }
  }

  private BorderStrip(float[][] values) {
    this.values = values;
    this.inside = sortedMiddle(values);
  }

  static BorderStrip of(Thumbnail image, Field field, Side side) {
    boolean upright = side == Side.LEFT || side == Side.RIGHT;
    int from = upright ? field.top() : field.left();
    int to = upright ? field.bottom() : field.right();
    int depths = upright ? image.columns() : image.rows();
    float[][] values = new float[depths][to - from];
    for (int d = 0; d < depths; d++) {
      for (int a = from; a < to; a++) {
        values[d][a - from] =
            switch (side) {
              case LEFT -> image.at(a, d);
              case RIGHT -> image.at(a, depths - 1 - d);
              case TOP -> image.at(d, a);
              case BOTTOM -> image.at(depths - 1 - d, a);
            };
      }
    }
    return new BorderStrip(values);
  }

  private static float[] sortedMiddle(float[][] values) {
    int low = values.length / 4;
    int high = Math.max(low + 1, values.length - low);
    int span = values[0].length;
    float[] result = new float[(high - low) * span];
    for (int d = low; d < high; d++) {
      System.arraycopy(values[d], 0, result, (d - low) * span, span);
    }
    Arrays.sort(result);
    return result;
  }

  private int span() {
    return values[0].length;
  }

  /** Depth of the border at the middle of the side; 0 where there is none. */
  int borderDepth() {
    for (Beyond beyond : Beyond.values()) {
      Line line = best(beyond);
      if (line.score() > 0 && believable(line, beyond)) {
        return Math.max(0, line.at(span() / 2));
      }
    }
    return 0;
  }

  private Line best(Beyond beyond) {
    Line best = Line.NONE;
    int deepest = (int) (DEEPEST * values.length);
    int shifts = (int) Math.ceil(MOST_OBLIQUE * span() / SHIFT_STRIDE);
    for (int shift = -shifts; shift <= shifts; shift++) {
      double slope = (double) shift * SHIFT_STRIDE / span();
      for (int middle = 1; middle <= deepest; middle++) {
        Line line = scored(middle - slope * span() / 2.0, slope, beyond);
        if (line.score() > best.score()) {
          best = line;
        }
      }
    }
    return best;
  }

  /** A line with the sum of its steps; {@link Line#NONE} where too few are seen. */
  private Line scored(double start, double slope, Beyond beyond) {
    int looked = 0;
    int counted = 0;
    int seen = 0;
    double sum = 0;
    for (int a = STRIDE / 2; a < span(); a += STRIDE) {
      looked++;
      int d = (int) Math.round(start + slope * a);
      if (d < 2 || d + 2 >= values.length) {
        continue;
      }
      double out = (values[d - 2][a] + values[d - 1][a]) / 2;
      double in = (values[d + 1][a] + values[d + 2][a]) / 2;
      if (Math.abs(out - in) < STEP / 2 && (out > 1 - STEP || out < STEP)) {
        continue; // Border or direct exposure on both sides: nothing to be seen here.
      }
      double step = beyond == Beyond.BLANK ? Math.abs(out - in) : out - in;
      counted++;
      seen += step > STEP ? 1 : 0;
      sum += Math.clamp(step, -MOST_STEP, MOST_STEP);
    }
    boolean visible =
        counted >= COUNTED * looked
            && seen >= beyond.support * counted
            && sum >= beyond.meanStep * counted;
    return visible ? new Line(start, slope, sum) : Line.NONE;
  }

  private boolean believable(Line line, Beyond beyond) {
    float[] outside = sortedOutside(line);
    return outside.length > 0
        && switch (beyond) {
          case BLANK ->
              quantile(outside, 0.92) - quantile(outside, 0.04) <= BLANK_SPREAD
                  && blankAlong(line, quantile(outside, 0.5));
          case UNEXPOSED ->
              quantile(outside, 0.5) >= quantile(inside, 0.9)
                  && quantile(rim(), 0.3) >= quantile(inside, 0.9)
                  && smooth(line);
        };
  }

  /** Whether the blank begins right at the line: a shutter does, the air beside a limb does not. */
  private boolean blankAlong(Line line, double blank) {
    int looked = 0;
    int same = 0;
    for (int a = 0; a < span(); a++) {
      int d = line.at(a) - 3;
      if (d >= 0 && d < values.length) {
        looked++;
        same += Math.abs(values[d][a] - blank) <= STEP ? 1 : 0;
      }
    }
    return same >= BLANK_ALONG * looked;
  }

  /** The outermost pixels, sorted. */
  private float[] rim() {
    float[] result = values[0].clone();
    Arrays.sort(result);
    return result;
  }

  /**
   * Whether the image beyond the line bends little along the side: an unexposed plate shows no
   * anatomy. On real films the bend is at most 0.001 on unexposed plate and at least 0.03 over bone
   * and bowel; generated noise comes to 0.01.
   */
  private boolean smooth(Line line) {
    float[] bends = new float[values.length * span()];
    int n = 0;
    for (int a = 2 * REACH; a < span(); a++) {
      int end = Math.min(values.length, line.at(a) - 2);
      for (int d = 0; d < end; d++) {
        float[] row = values[d];
        bends[n++] = Math.abs(row[a] - 2 * row[a - REACH] + row[a - 2 * REACH]);
      }
    }
    float[] sorted = Arrays.copyOf(bends, n);
    Arrays.sort(sorted);
    return n > 0 && quantile(sorted, 0.8) <= MOST_BEND;
  }

  private float[] sortedOutside(Line line) {
    float[] result = new float[values.length * span()];
    int n = 0;
    for (int a = 0; a < span(); a++) {
      int end = Math.min(values.length, line.at(a) - 1);
      for (int d = 0; d < end; d++) {
        result[n++] = values[d][a];
      }
    }
    float[] sorted = Arrays.copyOf(result, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private static float quantile(float[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
