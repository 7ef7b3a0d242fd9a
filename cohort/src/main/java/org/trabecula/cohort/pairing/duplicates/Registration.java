package org.trabecula.cohort.pairing.duplicates;

import java.util.Arrays;

/**
 * How one picture must be stretched and shifted, along each axis, to lie on another: two cuts of
 * one film differ by no more. Found by Gauss-Newton steps on the squared difference, as Lucas and
 * Kanade (1981) do, from no change at all.
 *
 * @param stretchDown along columns, as a share
 * @param shiftDown in small pixels
 * @param stretchAcross along rows, as a share
 * @param shiftAcross in small pixels
 */
record Registration(
    double stretchDown, double shiftDown, double stretchAcross, double shiftAcross) {
  /** Nothing is changed. */
  static final Registration NONE = new Registration(0, 0, 0, 0);

  private static final int SIDE = SmallPicture.SIDE;
  private static final double CENTRE = (SIDE - 1) / 2.0;

  /** Two cuts that differ by more are not looked for. */
  private static final double MOST_STRETCH = 0.25;

  private static final double MOST_SHIFT = SIDE / 6.0;

  /** Parts along a side. */
  private static final int PARTS = 6;

  /** A part with less than this share of the mean energy is bare film, and says nothing. */
  private static final double FAINT = 0.02;

  private static final int UNKNOWNS = 4;
  private static final double SETTLED = 0.01;

  /** The place in the other picture. */
  private double row(int row) {
    return CENTRE + (1 + stretchDown) * (row - CENTRE) + shiftDown;
  }

  private double column(int column) {
    return CENTRE + (1 + stretchAcross) * (column - CENTRE) + shiftAcross;
  }

  private static boolean inside(double place) {
    return place >= 0 && place <= SIDE - 1;
  }

  /**
   * How much work an improvement may be.
   *
   * @param steps at most
   * @param stride of the pixels that are looked at, along both axes
   */
  record Effort(int steps, int stride) {}

  /** Improves this by some steps; no change at all if they lead astray. */
  Registration refined(Band fixed, Band moving, Effort effort) {
    Registration at = this;
    for (int i = 0; i < effort.steps; i++) {
      double[] step = at.step(fixed, moving, effort.stride);
      at =
          new Registration(
              at.stretchDown + step[0],
              at.shiftDown + step[1],
              at.stretchAcross + step[2],
              at.shiftAcross + step[3]);
      if (!at.plausible()) {
        return NONE;
      }
      double moved = Math.abs(step[1]) + Math.abs(step[3]);
      double stretched = CENTRE * (Math.abs(step[0]) + Math.abs(step[2]));
      if (moved + stretched < SETTLED) {
        return at;
      }
    }
    return at;
  }

  private boolean plausible() {
    return Math.abs(stretchDown) <= MOST_STRETCH
        && Math.abs(stretchAcross) <= MOST_STRETCH
        && Math.abs(shiftDown) <= MOST_SHIFT
        && Math.abs(shiftAcross) <= MOST_SHIFT;
  }

  /** The step that mends the linear part of the difference. */
  private double[] step(Band fixed, Band moving, int stride) {
    double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
    double[] slope = new double[UNKNOWNS];
    for (int r = 0; r < SIDE; r += stride) {
      double y = row(r);
      boolean within = inside(y - 1) && inside(y + 1);
      for (int c = 0; within && c < SIDE; c += stride) {
        double x = column(c);
        if (inside(x - 1) && inside(x + 1)) {
          slope[1] = (moving.between(y + 1, x) - moving.between(y - 1, x)) / 2;
          slope[0] = slope[1] * (r - CENTRE);
          slope[3] = (moving.between(y, x + 1) - moving.between(y, x - 1)) / 2;
          slope[2] = slope[3] * (c - CENTRE);
          gather(slope, fixed.at(r, c) - moving.between(y, x), normal);
        }
      }
    }
    for (int i = 0; i < UNKNOWNS; i++) {
      for (int j = 0; j < i; j++) {
        normal[i][j] = normal[j][i];
      }
    }
    return solved(normal);
  }

  private static void gather(double[] slope, double rest, double[][] normal) {
    for (int i = 0; i < UNKNOWNS; i++) {
      for (int j = i; j < UNKNOWNS; j++) {
        normal[i][j] += slope[i] * slope[j];
      }
      normal[i][UNKNOWNS] += slope[i] * rest;
    }
  }

  /** Gauss elimination with the largest pivot; no step where there is nothing to see. */
  private static double[] solved(double[][] system) {
    for (int i = 0; i < UNKNOWNS; i++) {
      int pivot = i;
      for (int j = i + 1; j < UNKNOWNS; j++) {
        pivot = Math.abs(system[j][i]) > Math.abs(system[pivot][i]) ? j : pivot;
      }
      double[] row = system[pivot];
      system[pivot] = system[i];
      system[i] = row;
      if (Math.abs(row[i]) < 1e-9) {
        return new double[UNKNOWNS];
      }
      for (int j = i + 1; j < UNKNOWNS; j++) {
        double share = system[j][i] / row[i];
        for (int k = i; k <= UNKNOWNS; k++) {
          system[j][k] -= share * row[k];
        }
      }
    }
    double[] solution = new double[UNKNOWNS];
    for (int i = UNKNOWNS - 1; i >= 0; i--) {
      double sum = system[i][UNKNOWNS];
      for (int j = i + 1; j < UNKNOWNS; j++) {
        sum -= system[i][j] * solution[j];
      }
      solution[i] = sum / system[i][i];
    }
    return solution;
  }

  /**
   * Normalised correlation over the pixels that both pictures have: of the whole, or the median of
   * its parts, whichever is less. A collimator's edge that two films share outweighs all else in
   * the whole, but is in few parts. 0 if the shared pixels are few.
   */
  double correlation(Band fixed, Band moving) {
    double[][] sums = new double[PARTS * PARTS][3];
    int count = 0;
    for (int r = 0; r < SIDE; r++) {
      double y = row(r);
      for (int c = 0; inside(y) && c < SIDE; c++) {
        double x = column(c);
        if (inside(x)) {
          double a = fixed.at(r, c);
          double b = moving.between(y, x);
          double[] part = sums[r * PARTS / SIDE * PARTS + c * PARTS / SIDE];
          part[0] += a * b;
          part[1] += a * a;
          part[2] += b * b;
          count++;
        }
      }
    }
    return count < SIDE * SIDE / 2 ? 0 : lesser(sums);
  }

  private static double lesser(double[][] sums) {
    double[] whole = new double[3];
    for (double[] part : sums) {
      for (int i = 0; i < whole.length; i++) {
        whole[i] += part[i];
      }
    }
    double floor = FAINT * whole[1] / sums.length;
    double[] parts =
        Arrays.stream(sums)
            .filter(part -> part[1] > floor)
            .mapToDouble(Registration::ratio)
            .sorted()
            .toArray();
    return parts.length == 0 ? 0 : Math.min(ratio(whole), parts[parts.length / 2]);
  }

  private static double ratio(double[] sums) {
    return sums[1] == 0 || sums[2] == 0 ? 0 : sums[0] / Math.sqrt(sums[1] * sums[2]);
  }
}
