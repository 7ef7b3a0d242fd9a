package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.trabecula.densitometry.Subject;

/** Generated films: a bright column in an oval body before black air, from formulas and a seed. */
final class Films {
  private Films() {}

  static LongStream seeds() {
    return LongStream.range(0, 6);
  }

  static RandomGenerator random(long seed) {
    return new SplittableRandom(seed);
  }

  /** Attenuation at a place of the film, both coordinates in mm from its centre. */
  @FunctionalInterface
  interface Scene {
    double at(double xMm, double yMm);
  }

  /** A trunk: a body wider than the film or not, a column of vertebrae, some texture. */
  static Scene trunk(RandomGenerator random) {
    double width = 120 + 40 * random.nextDouble();
    double bone = 0.4 + 0.4 * random.nextDouble();
    double phase = 6 * random.nextDouble();
    double bend = 10 * (random.nextDouble() - 0.5);
    return (x, y) -> {
      double across = x / width;
      double body = across * across < 1 ? 3 * Math.sqrt(1 - across * across) : 0;
      double axis = bend * Math.sin(y / 80);
      double column = 1 / (1 + Math.exp((Math.abs(x - axis) - 22) / 2));
      double discs = 0.6 + 0.4 * Math.cos(y / 35 * 2 * Math.PI + phase);
      double texture = 0.05 * Math.sin(x / 7 + phase) * Math.cos(y / 9);
      return body > 0 ? body + bone * column * discs + texture : 0;
    };
  }

  static Radiograph film(Scene scene, int rows, int columns, double pitchMm) {
    float[] samples = new float[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double x = (c - (columns - 1) / 2.0) * pitchMm;
        double y = (r - (rows - 1) / 2.0) * pitchMm;
        samples[r * columns + c] = (float) scene.at(x, y);
      }
    }
    return Radiograph.copyOf(rows, columns, samples, described(pitchMm));
  }

  static Radiograph.Description described(double pitchMm) {
    return new Radiograph.Description(
        Optional.of(new PixelSpacing(pitchMm, pitchMm)),
        Optional.of(View.LUMBAR_AP),
        Laterality.UNKNOWN,
        PresentationIntent.UNKNOWN,
        Acquisition.UNKNOWN,
        Subject.UNKNOWN);
  }

  static Radiograph.Description side(Radiograph.Description known, Laterality laterality) {
    return new Radiograph.Description(
        known.spacing(),
        known.view(),
        laterality,
        known.intent(),
        known.acquisition(),
        known.subject());
  }

  static Radiograph mapped(Radiograph film, DoubleUnaryOperator function) {
    float[] samples = mapped(film.samples(), function);
    return Radiograph.copyOf(film.rows(), film.columns(), samples, film.description());
  }

  /** The samples on [0, 2^bits - 1]. */
  static short[] stored(Radiograph film, int bits) {
    float[] samples = film.samples();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float sample : samples) {
      low = Math.min(low, sample);
      high = Math.max(high, sample);
    }
    short[] result = new short[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (short) Math.round(((1 << bits) - 1) * (samples[i] - low) / (high - low));
    }
    return result;
  }

  /** Fails at the first sample that is further off than the tolerance. */
  static void assertAlike(float[] actual, float[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
        assertThat((double) actual[i]).as("sample %d", i).isCloseTo(expected[i], within(tolerance));
      }
    }
  }

  /** What a function makes of every sample. */
  static float[] mapped(float[] samples, DoubleUnaryOperator function) {
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) function.applyAsDouble(samples[i]);
    }
    return result;
  }
}
