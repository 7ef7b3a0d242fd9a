package org.trabecula.simulation.decoy;

import java.util.random.RandomGenerator;

/** A factor around 1 that varies over the image like cloud: three octaves of value noise. */
final class Grain {
  private static final int SIDE = 64;
  private final float[] lattice = new float[SIDE * SIDE];
  private final double cell;
  private final double strength;

  /**
   * Draws a field.
   *
   * @param cellPixels size of its largest clouds
   * @param strength standard deviation or so
   */
  Grain(double cellPixels, double strength, RandomGenerator random) {
    this.cell = cellPixels;
    this.strength = strength;
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) random.nextGaussian();
    }
  }

  double at(double row, double column) {
    double sum = 0;
    double size = cell;
    double weight = 0.6;
    for (int octave = 0; octave < 3 && size > 0.7; octave++) {
      sum += weight * smooth(row / size + 17 * octave, column / size);
      size /= 2.3;
      weight *= 0.7;
    }
    return Math.max(0.05, 1 + strength * sum);
  }

  private double smooth(double y, double x) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double fy = y - top;
    double fx = x - left;
    double upper = node(top, left) * (1 - fx) + node(top, left + 1) * fx;
    double lower = node(top + 1, left) * (1 - fx) + node(top + 1, left + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private double node(int row, int column) {
    return lattice[(row & (SIDE - 1)) * SIDE + (column & (SIDE - 1))];
  }
}
