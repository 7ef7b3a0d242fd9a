package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

class WholeFilmsTest {
  private static final int ROWS = 400;
  private static final int COLUMNS = 500;

  /** A bright limb with a brighter bone on a bare detector: 120 columns wide, and oblique by 50. */
  private static float[] limb(int from, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] film = new float[ROWS * COLUMNS];
    for (int i = 0; i < film.length; i++) {
      int across = i % COLUMNS - from - i / COLUMNS / 8;
      double bone = across >= 40 && across < 80 ? 60 : 0;
      double limb = across >= 0 && across < 120 ? 100 + bone : 10;
      film[i] = (float) (limb + random.nextGaussian());
    }
    return film;
  }

  private static Radiograph film(float[] samples) {
    return Radiograph.copyOf(ROWS, COLUMNS, samples, Radiograph.Description.UNKNOWN);
  }

  @ParameterizedTest(name = "from column {0}")
  @ValueSource(ints = {40, 150, 320})
  void theBodyIsFoundWhereverItIs(int from) {
    Field body = Body.of(film(limb(from, 1)), Field.whole(ROWS, COLUMNS));

    assertThat(body.left()).isCloseTo(from, within(8));
    assertThat(body.right()).isCloseTo(from + 170, within(8));
    assertThat(body.rows()).isEqualTo(ROWS);
  }

  /** How much bare detector a film shows tells who made it, not what the bone is like. */
  @Test
  void whereTheBodyLiesOnTheFilmHardlyMatters() {
    Example left = WholeFilms.of(film(limb(40, 1)));
    Example middle = WholeFilms.of(film(limb(200, 1)));

    for (int column : new int[] {70, 96, 121}) {
      assertThat(left.sample(128, column)).isCloseTo(middle.sample(128, column), within(0.1f));
    }
  }

  @ParameterizedTest(name = "gain {0}")
  @ValueSource(floats = {0.3f, 1, 12})
  void gainAndOffsetCancel(float gain) {
    float[] samples = limb(150, 2);
    Example plain = WholeFilms.of(film(samples));
    float[] other = samples.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = gain * other[i] + 7;
    }
    Example scaled = WholeFilms.of(film(other));

    for (int i = 0; i < CanonicalFrame.COLUMNS; i++) {
      assertThat(scaled.sample(100, i)).isCloseTo(plain.sample(100, i), within(0.01f));
    }
  }

  @Test
  void beyondTheBodyAllIsNothing() {
    Example example = WholeFilms.of(film(limb(150, 3)));

    assertThat(example.sample(128, 2)).isZero();
    assertThat(example.sample(128, 189)).isZero();
    assertThat(example.sample(128, 96)).isGreaterThan(0.3f);
  }

  @Test
  void aFilmWithoutContrastIsAllZero() {
    Example example = WholeFilms.of(film(new float[ROWS * COLUMNS]));

    for (float sample : example.image()) {
      assertThat(sample).isZero();
    }
  }

  /** Two peaks at 0 and 10: whatever lies between parts them. */
  @Test
  void theThresholdLiesBetweenTwoPeaks() {
    float[] values = new float[100];
    for (int i = 60; i < 100; i++) {
      values[i] = 10 + i % 3;
    }

    assertThat(Body.threshold(values)).isGreaterThan(0).isLessThan(10);
    assertThat(Body.threshold(new float[] {5, 5, 5})).isEqualTo(5);
  }
}
