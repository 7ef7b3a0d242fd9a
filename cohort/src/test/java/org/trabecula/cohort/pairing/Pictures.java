package org.trabecula.cohort.pairing;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.radiography.Radiograph;

/** Made-up radiographs: soft blobs and edges that no other seed has. Tests only. */
public final class Pictures {
  private static final int BLOBS = 60;

  private Pictures() {}

  /** A field of brightness over the unit square. */
  public interface Scene {
    double at(double down, double across);
  }

  /** The scene of a seed. */
  public static Scene scene(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] blobs = new double[BLOBS][];
    for (int i = 0; i < BLOBS; i++) {
      double size = 0.02 + 0.15 * random.nextDouble() * random.nextDouble();
      blobs[i] =
          new double[] {
            random.nextDouble(), random.nextDouble(), size, random.nextDouble(-1, 1) + 0.3
          };
    }
    return (down, across) -> {
      // A spine that all have: what is alike in the large must not make two pictures one.
      double sum = 3 * Math.exp(-Math.pow((across - 0.5) / 0.12, 2));
      for (double[] b : blobs) {
        double distance = Math.hypot(down - b[0], across - b[1]) / b[2];
        sum += b[3] / (1 + Math.exp(8 * (distance - 1)));
      }
      return sum;
    };
  }

  /**
   * A radiograph of a part of a scene.
   *
   * @param cut share that is missing at each border
   */
  public static Radiograph of(
      Scene scene, int rows, int columns, double cut, DoubleUnaryOperator tone) {
    float[] samples = new float[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double down = cut + (1 - 2 * cut) * (r + 0.5) / rows;
        double across = cut + (1 - 2 * cut) * (c + 0.5) / columns;
        samples[r * columns + c] = (float) tone.applyAsDouble(scene.at(down, across));
      }
    }
    return Radiograph.copyOf(rows, columns, samples, Radiograph.Description.UNKNOWN);
  }

  /** A small whole radiograph of a seed. */
  public static Radiograph of(long seed) {
    return of(scene(seed), 160, 120, 0, v -> v);
  }
}
