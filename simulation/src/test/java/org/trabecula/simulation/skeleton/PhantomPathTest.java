package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of rays through bodies whose chords geometry knows. */
class PhantomPathTest {
  private static final double BAR_MM = 0.05;
  private static final int RAYS = 20_000;

  private static Skeleton one(Limb limb, double shellMm) {
    return Skeleton.builder()
        .add(limb, Tissue.shell(shellMm))
        .close(BoneKind.VERTEBRA, 3, Frame.BODY)
        .build();
  }

  /** Root mean square errors of bone, marrow and cortex over random rays, mm. */
  private record Errors(double bone, double marrow, double cortex) {
    static Errors of(
        Skeleton skeleton,
        ToDoubleBiFunction<Point, Point> outer,
        ToDoubleBiFunction<Point, Point> inner) {
      SplittableRandom random = new SplittableRandom(7);
      BoneRay ray = new BoneRay(skeleton);
      double[] squares = new double[3];
      for (int i = 0; i < RAYS; i++) {
        Point direction =
            new Point(random.nextDouble(-0.4, 0.4), -1, random.nextDouble(-0.4, 0.4)).unit();
        Point from =
            new Point(random.nextDouble(-32, 32), 0, random.nextDouble(-32, 32))
                .minus(direction.times(700));
        ray.aim(from, direction);
        boolean met = ray.walk(skeleton.bones().getFirst());
        double bone = (met ? ray.boneMm() : 0) - outer.applyAsDouble(from, direction);
        double marrow = (met ? ray.marrowMm() : 0) - inner.applyAsDouble(from, direction);
        squares[0] += bone * bone;
        squares[1] += marrow * marrow;
        squares[2] += (bone - marrow) * (bone - marrow);
      }
      return new Errors(
          Math.sqrt(squares[0] / RAYS), Math.sqrt(squares[1] / RAYS), Math.sqrt(squares[2] / RAYS));
    }

    void print(String what) {
      System.out.printf(
          Locale.ROOT,
          "path length through a %s: RMSE %.4f mm outer, %.4f mm inner, %.4f mm shell%n",
          what,
          bone,
          marrow,
          cortex);
    }

    void assertWithinBar() {
      assertThat(bone).isLessThanOrEqualTo(BAR_MM);
      assertThat(marrow).isLessThanOrEqualTo(BAR_MM);
      assertThat(cortex).isLessThanOrEqualTo(BAR_MM);
    }
  }

  private static double ball(Point from, Point direction, double radius) {
    double middle = -from.dot(direction);
    double square = radius * radius - (from.dot(from) - middle * middle);
    return square > 0 ? 2 * Math.sqrt(square) : 0;
  }

  @ParameterizedTest
  @CsvSource({"25, 0.5", "25, 3", "12, 1", "6, 0.5"})
  void spheresAndTheirShells(double radius, double shell) {
    Errors errors =
        Errors.of(
            one(Limb.sphere(Point.ORIGIN, radius), shell),
            (from, direction) -> ball(from, direction, radius),
            (from, direction) -> ball(from, direction, radius - shell));
    errors.print("sphere of %s mm with a shell of %s mm".formatted(radius, shell));
    errors.assertWithinBar();
  }

  /** Of a cylinder along z that no ray leaves by its ends. */
  private static double cylinder(Point from, Point direction, double radius) {
    double flat = Math.hypot(direction.x(), direction.y());
    double past = (from.x() * direction.y() - from.y() * direction.x()) / flat;
    double square = radius * radius - past * past;
    return square > 0 ? 2 * Math.sqrt(square) / flat : 0;
  }

  @ParameterizedTest
  @CsvSource({"15, 4", "15, 0.5", "6, 1"})
  void cylindersAndTheirShells(double radius, double shell) {
    Limb limb = Limb.round(new Point(0, 0, -200), new Point(0, 0, 200), radius, radius);
    Errors errors =
        Errors.of(
            one(limb, shell),
            (from, direction) -> cylinder(from, direction, radius),
            (from, direction) -> cylinder(from, direction, radius - shell));
    errors.print("cylinder of %s mm with a shell of %s mm".formatted(radius, shell));
    errors.assertWithinBar();
  }

  /** From the shell's area in the section of a long bone: no ray is special. */
  @ParameterizedTest
  @ValueSource(doubles = {0.35, 0.5, 0.8, 1.2, 2, 3.5, 5})
  void shellsAreAsThickAsTheyAreBuilt(double shell) {
    double radius = 15;
    Limb limb = Limb.round(new Point(0, 0, -100), new Point(0, 0, 100), radius, radius);
    Skeleton skeleton = one(limb, shell);
    BoneRay ray = new BoneRay(skeleton);
    double area = 0;
    double step = 0.02;
    for (double x = -16; x < 16; x += step) {
      ray.aim(new Point(x, 500, 0.3), new Point(0, -1, 0));
      if (ray.walk(skeleton.bones().getFirst())) {
        area += step * (ray.cortexMainMm() + ray.cortexSecondMm());
      }
    }
    double found = radius - Math.sqrt(radius * radius - area / Math.PI);
    System.out.printf(
        Locale.ROOT,
        "shell of %s mm: %.4f mm, %+.2f %%%n",
        shell,
        found,
        100 * (found / shell - 1));
    assertThat(Math.abs(found / shell - 1)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void endPlatesAreAsThickAsTheyAreBuilt() {
    for (double plate : new double[] {0.35, 0.8, 2, 5}) {
      Skeleton skeleton =
          Skeleton.builder()
              .add(Lens.of(22, 17, 13.5, 2.5), Frame.BODY, Tissue.shell(0.5).withEnds(plate))
              .close(BoneKind.VERTEBRA, 3, Frame.BODY)
              .build();
      BoneRay ray = new BoneRay(skeleton);
      SplittableRandom random = new SplittableRandom(3);
      double sum = 0;
      int rays = 400;
      for (int i = 0; i < rays; i++) {
        Point from = new Point(random.nextDouble(-8, 8), random.nextDouble(-6, 6), 400);
        ray.aim(from, new Point(0, 0, -1));
        assertThat(ray.walk(skeleton.bones().getFirst())).isTrue();
        sum += (ray.boneMm() - ray.marrowMm()) / 2 / rays;
      }
      System.out.printf(
          Locale.ROOT,
          "end-plate of %s mm: %.4f mm, %+.2f %%%n",
          plate,
          sum,
          100 * (sum / plate - 1));
      assertThat(Math.abs(sum / plate - 1)).isLessThanOrEqualTo(0.02);
    }
  }
}
