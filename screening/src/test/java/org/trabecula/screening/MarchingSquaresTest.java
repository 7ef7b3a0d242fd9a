package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.CanonicalFrame;

class MarchingSquaresTest {
  private static final CanonicalFrame SAME = new CanonicalFrame(0, 0, 1, 1);
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void aSinglePixelHasADiamondAroundIt() {
    float[] map = new float[ModelInput.IMAGE_SIZE];
    map[10 * COLUMNS + 20] = 1;

    List<Outline> outlines = outlines(map, SAME);

    assertThat(outlines).hasSize(1);
    assertThat(outlines.getFirst().points())
        .containsExactlyInAnyOrder(
            new Outline.Point(9.5, 20),
            new Outline.Point(10.5, 20),
            new Outline.Point(10, 19.5),
            new Outline.Point(10, 20.5));
  }

  @Test
  void anEmptyMaskHasNoOutline() {
    assertThat(outlines(new float[ModelInput.IMAGE_SIZE], SAME)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void outlinesEncloseAboutTheAreaOfTheMask(long seed) {
    float[] map = disc(seed);

    double enclosed = outlines(map, SAME).stream().mapToDouble(MarchingSquaresTest::area).sum();

    double count = mask(map).cardinality();
    assertThat(enclosed).isCloseTo(count, within(0.06 * count));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void outlinesOfNoiseAreClosedAndEveryPixelIsInside(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] map = new float[ModelInput.IMAGE_SIZE];
    for (int i = 0; i < map.length; i++) {
      map[i] = random.nextFloat();
    }

    List<Outline> outlines = outlines(map, SAME);

    for (Outline outline : outlines) {
      List<Outline.Point> points = outline.points();
      for (int i = 0; i < points.size(); i++) {
        Outline.Point a = points.get(i);
        Outline.Point b = points.get((i + 1) % points.size());
        assertThat(Math.hypot(a.row() - b.row(), a.column() - b.column())).isLessThan(1.5);
      }
    }
    assertThat(outlines).isEqualTo(outlines(map, SAME));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMirroredFrameMirrorsTheOutline(long seed) {
    float[] map = disc(seed);
    CanonicalFrame mirror = new CanonicalFrame(5, 300, 2, -2);

    Outline plain = outlines(map, SAME).getFirst();
    Outline mirrored = outlines(map, mirror).getFirst();

    for (int i = 0; i < plain.points().size(); i++) {
      Outline.Point a = plain.points().get(i);
      assertThat(mirrored.points().get(i))
          .isEqualTo(new Outline.Point(5 + 2 * a.row(), 300 - 2 * a.column()));
    }
  }

  @Test
  void aMaskAtTheEdgeOfTheGridStillCloses() {
    float[] map = new float[ModelInput.IMAGE_SIZE];
    Arrays.fill(map, 1);

    List<Outline> outlines = outlines(map, SAME);

    assertThat(outlines).hasSize(1);
    assertThat(area(outlines.getFirst())).isCloseTo(ModelInput.IMAGE_SIZE, within(1.0));
  }

  private static float[] disc(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double radius = 8 + 20 * random.nextDouble();
    double row = 60 + 100 * random.nextDouble();
    double column = 60 + 60 * random.nextDouble();
    float[] map = new float[ModelInput.IMAGE_SIZE];
    for (int i = 0; i < map.length; i++) {
      double distance = Math.hypot(i / COLUMNS - row, i % COLUMNS - column);
      map[i] = (float) (1 / (1 + Math.exp(distance - radius)));
    }
    return map;
  }

  private static BitSet mask(float[] map) {
    BitSet mask = new BitSet();
    for (int i = 0; i < map.length; i++) {
      mask.set(i, map[i] >= RegionMask.CUT);
    }
    return mask;
  }

  private static List<Outline> outlines(float[] map, CanonicalFrame frame) {
    return MarchingSquares.outlines(mask(map), PixelMap.copyOf(map), frame);
  }

  /** The shoelace formula. */
  private static double area(Outline outline) {
    double twice = 0;
    List<Outline.Point> points = outline.points();
    for (int i = 0; i < points.size(); i++) {
      Outline.Point a = points.get(i);
      Outline.Point b = points.get((i + 1) % points.size());
      twice += a.row() * b.column() - b.row() * a.column();
    }
    return Math.abs(twice) / 2;
  }
}
