package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The measuring instruments of the comparison, on sources whose answer is known. */
class SeparationTest {
  private static final int SIZE = MatchedCrop.SIZE;

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }

  /** Two normals d apart have an area of the standard normal distribution at d / √2. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAreaOfShiftedNormalsIsFound(long seed) {
    for (double shift : new double[] {0, 1, 3}) {
      double expected = NormalDistribution.of(0, 1).cumulativeProbability(shift / Math.sqrt(2));
      double found = Separation.area(normals(shift, seed), seed).known().orElseThrow().value();
      assertThat(found).isCloseTo(expected, offset(0.09));
    }
  }

  private static List<Separation.Example> normals(double shift, long seed) {
    var random = new SplittableRandom(seed);
    List<Separation.Example> examples = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean positive = i % 2 == 0;
      examples.add(
          new Separation.Example(
              "person " + i,
              positive,
              List.of(random.nextGaussian(), random.nextGaussian() + (positive ? shift : 0))));
    }
    return examples;
  }

  /** Every person has a mark of its own and a kind at random: only leaks could tell the kind. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void knowingAPersonDoesNotHelp(long seed) {
    var random = new SplittableRandom(seed);
    List<Separation.Example> examples = new ArrayList<>();
    for (int person = 0; person < 60; person++) {
      List<Double> mark = random.doubles(20).boxed().toList();
      for (int film = 0; film < 6; film++) {
        examples.add(new Separation.Example("person " + person, person % 2 == 0, mark));
      }
    }
    assertThat(Separation.area(examples, seed).known().orElseThrow().value()).isLessThan(0.75);
  }

  /** All the power of a plane wave lies in the ring of its frequency. */
  @ParameterizedTest(name = "{0} periods")
  @MethodSource("periods")
  void aWaveHasItsPowerAtItsFrequency(long periods) {
    float[] wave = new float[SIZE * SIZE];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (float) Math.sin(2 * Math.PI * periods * (i % SIZE) / SIZE);
    }
    double[] power = PowerSpectrum.logarithmsOf(new MatchedCrop.Pixels(wave));
    int strongest = 0;
    for (int k = 1; k < power.length; k++) {
      strongest = power[k] > power[strongest] ? k : strongest;
    }
    assertThat(strongest).isEqualTo(PowerSpectrum.ring(periods / (SIZE * MatchedCrop.LUMBAR_MM)));
  }

  static LongStream periods() {
    return LongStream.of(4, 9, 20, 45, 80, 120);
  }

  /** Gain and offset of a film are not what it is told by. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void gainAndOffsetCancel(long seed) {
    var random = new SplittableRandom(seed);
    float[] film = new float[300 * 300];
    for (int i = 0; i < film.length; i++) {
      film[i] = (float) (Math.sin(i % 300 / 20.0) + 0.3 * random.nextDouble());
    }
    var window = new MatchedCrop.Window(150, 150, 1);
    MatchedCrop plain = crop(window, (r, c) -> film[r * 300 + c]);
    MatchedCrop other = crop(window, (r, c) -> 7 * film[r * 300 + c] - 3);
    for (int i = 0; i < SIZE; i++) {
      assertThat(other.pixels().at(i, i)).isCloseTo(plain.pixels().at(i, i), offset(0.03f));
    }
  }

  private static MatchedCrop crop(MatchedCrop.Window window, MatchedCrop.Picture.Sampler values) {
    return MatchedCrop.of("one", new MatchedCrop.Picture(300, 300, values), window).orElseThrow();
  }
}
