package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTest {
  private static final Axis UNIT = Axis.share("");

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsLeftLiesWithinAndWhatLayWithinIsLeft(long seed) {
    Random random = new Random(seed);
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      line.add(new Point(random.nextDouble(-0.5, 1.5), random.nextDouble(-0.5, 1.5)));
    }
    List<Point> left = Clip.within(line, UNIT, UNIT).stream().flatMap(List::stream).toList();
    assertThat(left)
        .allSatisfy(p -> {
          assertThat(p.x()).isBetween(-1e-12, 1 + 1e-12);
          assertThat(p.y()).isBetween(-1e-12, 1 + 1e-12);
        });
    for (int i = 1; i + 1 < line.size(); i++) {
      Point corner = line.get(i);
      if (UNIT.holds(corner.x()) && UNIT.holds(corner.y())) {
        assertThat(left)
            .anySatisfy(p -> {
              assertThat(p.x()).isCloseTo(corner.x(), within(1e-12));
              assertThat(p.y()).isCloseTo(corner.y(), within(1e-12));
            });
      }
    }
  }

  @Test
  void aLineThatLeavesAndComesBackIsCutInTwo() {
    List<Point> line = List.of(new Point(0, 0.5), new Point(0.5, 2), new Point(1, 0.5));
    List<List<Point>> pieces = Clip.within(line, UNIT, UNIT);
    assertThat(pieces).hasSize(2);
    assertThat(pieces.getFirst().getLast().y()).isCloseTo(1, within(1e-12));
    assertThat(pieces.getFirst().getLast().x()).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Test
  void aLineThatPassesByLeavesNothing() {
    assertThat(Clip.within(List.of(new Point(-1, 1), new Point(1, 3)), UNIT, UNIT)).isEmpty();
    assertThat(Clip.within(List.of(new Point(-1, 2), new Point(1, 2)), UNIT, UNIT)).isEmpty();
  }

  @Test
  void aLineWithinStaysOne() {
    List<Point> line = List.of(new Point(0, 0), new Point(0.5, 1), new Point(1, 0));
    assertThat(Clip.within(line, UNIT, UNIT)).containsExactly(line);
  }
}
