package org.trabecula.simulation.anatomy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random unevenness over the coronal plane, mean 0 and spread 1: the fat planes, folds and contents
 * of bowel that are too many to be built one by one. Both fields repeat themselves after half a
 * metre; where they begin and how they are turned is the subject's own.
 */
public final class Unevenness {
  /** Cells of 1 mm. */
  private static final int SIDE = 512;

  private static final int MASK = SIDE - 1;

  /** Widths of the blurs, mm: folds and muscles of about 6 to 80 mm. The steepness is [K]. */
  private static final float[] COARSE = field(20251101, 0.9, 3, 5, 9, 17, 33);

  /** Lumps of stool, 5 to 15 mm [K]. */
  private static final float[] FINE = field(20251102, 0.2, 3, 5);

  private final double fromX;
  private final double fromZ;
  private final double cosine;
  private final double sine;

  Unevenness(SplittableRandom random) {
    fromX = random.nextDouble(SIDE);
    fromZ = random.nextDouble(SIDE);
    double turn = random.nextDouble(2 * Math.PI);
    cosine = Math.cos(turn);
    sine = Math.sin(turn);
  }

  /** Folds and fat planes at a place of the coronal plane, mm. */
  public double folds(double x, double z) {
    return at(COARSE, x, z);
  }

  /** Lumps at a place of the coronal plane, mm. */
  public double lumps(double x, double z) {
    return at(FINE, x, z);
  }

  private double at(float[] field, double x, double z) {
    double u = fromX + cosine * x - sine * z;
    double v = fromZ + sine * x + cosine * z;
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double du = u - i;
    double dv = v - j;
    int row = (j & MASK) * SIDE;
    int next = (j + 1 & MASK) * SIDE;
    int left = i & MASK;
    int right = i + 1 & MASK;
    double upper = field[row + left] + du * (field[row + right] - field[row + left]);
    double lower = field[next + left] + du * (field[next + right] - field[next + left]);
    return upper + dv * (lower - upper);
  }

  /** Octaves of blurred noise, whose spreads grow with their width to a power. */
  private static float[] field(long seed, double power, int... widths) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sum = new double[SIDE * SIDE];
    for (int width : widths) {
      double[] octave = new double[SIDE * SIDE];
      Arrays.setAll(octave, i -> random.nextGaussian());
      for (int pass = 0; pass < 3; pass++) {
        octave = blurred(blurred(octave, width, 1, SIDE), width, SIDE, 1);
      }
      double scale = Math.pow(width, power) / spread(octave);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scale * octave[i];
      }
    }
    double mean = Arrays.stream(sum).average().orElseThrow();
    double spread = spread(sum);
    float[] field = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      field[i] = (float) Math.clamp((sum[i] - mean) / spread, -2.5, 2.5);
    }
    return field;
  }

  /** Moving averages that wrap round, along one direction. */
  private static double[] blurred(double[] field, int width, int step, int lineStep) {
    double[] result = new double[field.length];
    int reach = width / 2;
    for (int line = 0; line < SIDE; line++) {
      int start = line * lineStep;
      double sum = 0;
      for (int k = -reach; k <= reach; k++) {
        sum += field[start + (k & MASK) * step];
      }
      for (int k = 0; k < SIDE; k++) {
        result[start + k * step] = sum;
        sum += field[start + (k + reach + 1 & MASK) * step];
        sum -= field[start + (k - reach & MASK) * step];
      }
    }
    return result;
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
  }
}
