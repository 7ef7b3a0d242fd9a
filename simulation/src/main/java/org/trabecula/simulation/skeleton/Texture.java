package org.trabecula.simulation.skeleton;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The unevenness of trabecular bone: a 1/f field that repeats itself, mean 1, longer along its
 * third axis as trabeculae lie along the load.
 */
final class Texture {
  private static final int SIDE = 64;
  private static final int MASK = SIDE - 1;

  /** Cell size across and along the load, mm. */
  private static final double ACROSS_PER_MM = 1 / 0.8;

  private static final double ALONG_PER_MM = 1 / 2.2;

  /** Standard deviation in space; seen through a vertebra about a fifth of it remains. */
  private static final double SPREAD = 0.34;

  private static final float[] FIELD = field();

  private Texture() {}

  /** Relative density at a place given in the texture's axes, mm. */
  static double at(double x, double y, double z) {
    int i = (int) Math.floor(x * ACROSS_PER_MM) & MASK;
    int j = (int) Math.floor(y * ACROSS_PER_MM) & MASK;
    int k = (int) Math.floor(z * ALONG_PER_MM) & MASK;
    return FIELD[(k * SIDE + j) * SIDE + i];
  }

  /** Octaves of value noise, each half as coarse as the last. */
  private static float[] field() {
    SplittableRandom random = new SplittableRandom(20240229);
    double[] sum = new double[SIDE * SIDE * SIDE];
    double amplitude = 1;
    for (int cells = 4; cells <= SIDE; cells *= 2) {
      addOctave(sum, cells, amplitude, random);
      amplitude *= 0.75;
    }
    double mean = Arrays.stream(sum).average().orElseThrow();
    double squares = 0;
    for (double value : sum) {
      squares += (value - mean) * (value - mean);
    }
    double scale = SPREAD / Math.sqrt(squares / sum.length);
    float[] field = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      field[i] = (float) Math.clamp(1 + scale * (sum[i] - mean), 0.1, 1.9);
    }
    return field;
  }

  private static void addOctave(
      double[] sum, int cells, double amplitude, SplittableRandom random) {
    double[] lattice = new double[cells * cells * cells];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = random.nextGaussian();
    }
    double step = (double) cells / SIDE;
    for (int k = 0; k < SIDE; k++) {
      for (int j = 0; j < SIDE; j++) {
        for (int i = 0; i < SIDE; i++) {
          sum[(k * SIDE + j) * SIDE + i] +=
              amplitude * between(lattice, cells, i * step, j * step, k * step);
        }
      }
    }
  }

  private static double between(double[] lattice, int cells, double x, double y, double z) {
    int i = (int) x;
    int j = (int) y;
    int k = (int) z;
    double value = 0;
    for (int corner = 0; corner < 8; corner++) {
      int di = corner & 1;
      int dj = corner >> 1 & 1;
      int dk = corner >> 2;
      double weight =
          Math.abs(1 - di - (x - i)) * Math.abs(1 - dj - (y - j)) * Math.abs(1 - dk - (z - k));
      int index = (((k + dk) % cells) * cells + (j + dj) % cells) * cells + (i + di) % cells;
      value += weight * lattice[index];
    }
    return value;
  }
}
