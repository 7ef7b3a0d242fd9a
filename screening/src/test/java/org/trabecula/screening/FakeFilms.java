package org.trabecula.screening;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;

/** Generated films of 512 x 384 pixels of 0.75 mm: a bright part, a slope and noise. */
public final class FakeFilms {
  static final int ROWS = 512;
  static final int COLUMNS = 384;

  private FakeFilms() {}

  /** Which part of the film is bright, as the fake view network knows them. */
  public enum Bright {
    MIDDLE,
    LEFT,
    RIGHT,
    BOTTOM
  }

  /** A film of a woman of 70 years, its view not stated. */
  public static Radiograph of(Bright bright, long seed) {
    return Radiograph.copyOf(
        ROWS, COLUMNS, samples(bright, seed), described(Optional.empty(), Laterality.UNKNOWN));
  }

  static Radiograph.Description described(Optional<View> view, Laterality laterality) {
    return new Radiograph.Description(
        Optional.of(new PixelSpacing(0.75, 0.75)),
        view,
        laterality,
        PresentationIntent.FOR_PROCESSING,
        Acquisition.UNKNOWN,
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(70),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
  }

  static float[] samples(Bright bright, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] samples = new float[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double x = (double) column / COLUMNS;
        double y = (double) row / ROWS;
        double level =
            switch (bright) {
              case MIDDLE -> soft(x, 1.0 / 3) - soft(x, 2.0 / 3);
              case LEFT -> soft(x, 0.08) - soft(x, 1.0 / 3);
              case RIGHT -> soft(x, 2.0 / 3) - soft(x, 0.92);
              case BOTTOM -> soft(y, 3.0 / 4) - soft(y, 0.95);
            };
        // Some structure everywhere: a smooth side is taken for an unexposed border.
        level += 0.08 * Math.sin(25 * x + 9 * y) + 0.08 * Math.sin(31 * y - 7 * x);
        samples[row * COLUMNS + column] =
            (float) (1000 + 400 * level + 100 * y + 10 * random.nextDouble());
      }
    }
    return samples;
  }

  /** A step that is smooth as bone's edges are. */
  private static double soft(double x, double at) {
    return 1 / (1 + Math.exp(-(x - at) / 0.02));
  }
}
