package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Point;

class AnatomyTest {
  static IntStream numbers() {
    return IntStream.range(0, 25);
  }

  private static Column column(int number) {
    SplittableRandom random = new SplittableRandom(number);
    Build build = Build.draw(Population.MIXED.draw(3, number), random);
    return Column.of(build, Degeneration.NONE, random);
  }

  /** Ranges of the morphable lumbar model (facts 3.1, 87 CT patients), a little widened. */
  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void lumbarVertebraeAreWithinMeasuredRanges(int number) {
    Column column = column(number);
    for (Level level : new Level[] {Level.L2, Level.L3, Level.L4, Level.L5}) {
      VertebraShape v = column.at(level);
      assertThat(v.width()).isBetween(36.0, 59.0);
      assertThat(v.depth()).isBetween(27.0, 43.0);
      assertThat(v.height()).isBetween(21.0, 34.0);
      assertThat(v.discBelow()).isBetween(2.5, 16.0);
    }
  }

  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void theColumnStandsInOrder(int number) {
    Column column = column(number);
    for (Level level : Level.values()) {
      if (level != Level.L5) {
        Point here = column.at(level).frame().origin();
        Point below = column.at(Level.values()[level.ordinal() + 1]).frame().origin();
        assertThat(here.minus(below).length()).isBetween(18.0, 50.0);
        assertThat(here.z()).isGreaterThan(below.z());
      }
    }
    assertThat(column.at(Level.L3).frame().origin()).isEqualTo(Point.ORIGIN);
  }

  @Test
  void theSacrumLeansSoThatTheLastVertebraIsForeshortened() {
    Column column = column(1);
    Point up = column.at(Level.L5).frame().up();
    assertThat(up.y()).isPositive();
    assertThat(Math.toDegrees(Math.acos(up.z()))).isBetween(8.0, 40.0);
    assertThat(column.sacralPlate().z()).isLessThan(column.at(Level.L5).frame().origin().z());
  }

  @Test
  void everyBoneIsThere() {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(4, 2));
    assertThat(anatomy.skeleton().bones())
        .filteredOn(b -> b.kind() == BoneKind.VERTEBRA)
        .hasSize(Level.values().length);
    for (BoneKind kind :
        new BoneKind[] {BoneKind.SACRUM, BoneKind.RIGHT_FEMUR, BoneKind.LEFT_FEMUR}) {
      assertThat(anatomy.skeleton().bones()).filteredOn(b -> b.kind() == kind).hasSize(1);
    }
    assertThat(anatomy.landmarks().rightHip().head().x()).isNegative();
    assertThat(anatomy.landmarks().leftHip().head().x()).isPositive();
  }

  @Test
  void theBodyIsAsThickAsDrawn() {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(4, 3));
    Envelope skin = anatomy.softTissue().skin();
    double thickness = skin.front(0, 0) - skin.back(0, 0);
    assertThat(thickness).isCloseTo(10 * anatomy.subject().body().thicknessCm(), within(1.0));
    Envelope inner = anatomy.softTissue().inner();
    assertThat(inner.front(0, 0) - inner.back(0, 0)).isLessThan(thickness - 6);
    assertThat(skin.front(400, 0) - skin.back(400, 0)).isZero();
  }
}
