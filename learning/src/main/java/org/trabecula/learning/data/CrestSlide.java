package org.trabecula.learning.data;

import org.trabecula.radiography.CanonicalFrame;

/**
 * Moves what lies beside the lower lumbar spine up or down along it, the spine itself staying: the
 * iliac crests then stand at another level.
 *
 * <p>The line through both crests most often crosses L4's body or lower end-plate in men and L5's
 * body or upper end-plate in women, on 200 standing frontal films (Snider et al., Spine
 * 2008;33:E161); a beam that is centred on the chest, as on films of the whole spine, shows it
 * lower still. Simulated crests stand at the lower end-plate of L4 in everybody. A network that
 * learns from those alone takes the crests' level for L4, and is one level off where it is another.
 */
final class CrestSlide {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;
  private static final int L3 = 0x04;
  private static final int L4 = 0x08;
  private static final int VERTEBRAE = 0x0F;

  /** Largest slide, mm: less than the shortest way over which it grows, lest the film fold. */
  static final double MOST_MM = 30;

  /** Width of the seam between what stays and what slides, canonical pixels: 24 mm. */
  private static final double SEAM = 24 / CanonicalFrame.MM_PER_PIXEL;

  /** Below L4 the slide fades over this length or down to the field's end, canonical pixels. */
  private static final double FADE = 120 / CanonicalFrame.MM_PER_PIXEL;

  /** A slide is at most this share of the length over which it grows or fades. */
  private static final double STEEPEST = 0.7;

  private final double down;
  private final double top;
  private final double full;
  private final double end;
  private final double[] left = new double[ROWS];
  private final double[] right = new double[ROWS];

  private CrestSlide(double down, double top, double full, double end) {
    this.down = down;
    this.top = top;
    this.full = full;
    this.end = end;
  }

  /** The example with its crests slid down by some mm, as it is where it shows no L3 and L4. */
  static Example of(Example example, double downMm) {
    int top = Example.HALF_ROWS;
    int full = -1;
    int bottom = -1;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      int any = 0;
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        any |= example.flags(r, c);
      }
      top = (any & L3) != 0 ? Math.min(top, r) : top;
      full = (any & L4) != 0 ? r : full;
      bottom = (any & Example.IN_FIELD) != 0 ? r : bottom;
    }
    if (downMm == 0 || full <= top) {
      return example;
    }
    double end = Math.min(2 * full + FADE, 2 * bottom);
    double shortest = Math.min(2.0 * (full - top), end - 2 * full);
    double limit =
        Math.max(0, Math.min(MOST_MM / CanonicalFrame.MM_PER_PIXEL, STEEPEST * shortest));
    double down = Math.clamp(downMm / CanonicalFrame.MM_PER_PIXEL, -limit, limit);
    CrestSlide slide = new CrestSlide(down, 2 * top, 2 * full, end);
    slide.findColumn(example);
    return slide.applied(example);
  }

  /** The spine's sides in each row; below L4 as there. */
  private void findColumn(Example example) {
    double lastLeft = COLUMNS;
    double lastRight = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      int first = -1;
      int last = -1;
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        if ((example.flags(r, c) & VERTEBRAE) != 0) {
          first = first < 0 ? c : first;
          last = c;
        }
      }
      lastLeft = first < 0 ? lastLeft : 2 * first;
      lastRight = first < 0 ? lastRight : 2 * last + 1;
      for (int half = 0; half < 2; half++) {
        left[2 * r + half] = lastLeft;
        right[2 * r + half] = lastRight;
      }
    }
  }

  /** How far down a place comes from higher up, canonical pixels. */
  private double at(double row, double column) {
    if (row <= top || row >= end) {
      return 0;
    }
    double along = row < full ? (row - top) / (full - top) : (end - row) / (end - full);
    int r = (int) row;
    double aside = Math.max(left[r] - column, column - right[r]);
    return down * along * Math.clamp(aside / SEAM, 0, 1);
  }

  private Example applied(Example from) {
    float[] image = from.image();
    for (int r = (int) top; r < Math.min(end, ROWS - 1); r++) {
      for (int c = 0; c < COLUMNS; c++) {
        double slid = at(r, c);
        if (slid != 0 && image[r * COLUMNS + c] != 0) {
          image[r * COLUMNS + c] = between(from.rawImage(), r - slid, c);
        }
      }
    }
    return new Example(image, from.rawCovariates(), truth(from.truth()));
  }

  private static float between(float[] image, double row, int column) {
    int r = (int) Math.clamp(Math.floor(row), 0, ROWS - 2);
    float a = image[r * COLUMNS + column];
    float b = image[(r + 1) * COLUMNS + column];
    // Next to the field's border there is nothing to go between.
    return a == 0 || b == 0 ? a + b : (float) (a + (row - r) * (b - a));
  }

  private Example.Truth truth(Example.Truth from) {
    Example.Truth to = from.withoutMaps();
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        double source = r - at(2 * r + 0.5, 2 * c + 0.5) / 2;
        int nearest = Math.clamp(Math.round(source), 0, Example.HALF_ROWS - 1);
        int i = r * Example.HALF_COLUMNS + c;
        int s = nearest * Example.HALF_COLUMNS + c;
        int field = from.flags[i] & Example.IN_FIELD;
        to.flags[i] = (short) ((from.flags[s] & ~Example.IN_FIELD) | field);
        to.map[i] = from.map[s];
      }
    }
    return to;
  }
}
