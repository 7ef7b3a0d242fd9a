package org.trabecula.simulation.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

class SolidTest {
  private static final Frame FRAME = Frame.BODY.movedTo(new Point(1, -2, 3)).turned(20, -35, 50);
  private static final Point AXIS = new Point(0.3, -0.5, 0.8).unit();

  /** Each solid with what tells its inside by another rule than rays. */
  static Stream<Arguments> solids() {
    Point a = new Point(-12, 4, -15);
    Point b = new Point(10, -3, 18);
    return Stream.of(
        Arguments.of(new Capsule(a, 6, b, 3), (Predicate<Point>) p -> capsule(p, a, 6, b, 3)),
        Arguments.of(Capsule.rod(a, b, 4), (Predicate<Point>) p -> capsule(p, a, 4, b, 4)),
        Arguments.of(
            new Capsule(a, 9, a.plus(new Point(2, 0, 0)), 4),
            (Predicate<Point>) p -> p.minus(a).length() < 9),
        Arguments.of(new Frustum(a, 8, b, 2), (Predicate<Point>) p -> frustum(p, a, 8, b, 2)),
        Arguments.of(
            Frustum.cylinder(a, a.plus(new Point(0, 9, 2)), 11),
            (Predicate<Point>) p -> frustum(p, a, 11, a.plus(new Point(0, 9, 2)), 11)),
        Arguments.of(
            new Ellipsoid(FRAME, 14, 5, 9),
            (Predicate<Point>)
                p -> {
                  Point q = local(p);
                  return new Point(q.x() / 14, q.y() / 5, q.z() / 9).length() < 1;
                }),
        Arguments.of(
            new Box(FRAME, 14, 5, 9),
            (Predicate<Point>)
                p -> {
                  Point q = local(p);
                  return Math.abs(q.x()) < 14 && Math.abs(q.y()) < 5 && Math.abs(q.z()) < 9;
                }),
        Arguments.of(
            new Cup(a, AXIS, 15, 19),
            (Predicate<Point>)
                p -> {
                  Point q = p.minus(a);
                  return q.length() > 15 && q.length() < 19 && q.dot(AXIS) < 0;
                }),
        Arguments.of(
            new Torus(a, AXIS, 15, 4),
            (Predicate<Point>)
                p -> {
                  double h = p.minus(a).dot(AXIS);
                  double off = Math.sqrt(p.minus(a).dot(p.minus(a)) - h * h);
                  return Math.hypot(off - 15, h) < 4;
                }));
  }

  private static Point local(Point p) {
    Point q = p.minus(FRAME.origin());
    return new Point(q.dot(FRAME.across()), q.dot(FRAME.front()), q.dot(FRAME.up()));
  }

  /** In one of the balls that roll from one end to the other. */
  private static boolean capsule(Point p, Point a, double ra, Point b, double rb) {
    for (int i = 0; i <= 400; i++) {
      double s = i / 400.0;
      if (p.minus(a.towards(b, s)).length() < ra + s * (rb - ra)) {
        return true;
      }
    }
    return false;
  }

  private static boolean frustum(Point p, Point a, double ra, Point b, double rb) {
    Point axis = b.minus(a);
    double s = p.minus(a).dot(axis) / axis.dot(axis);
    return s > 0 && s < 1 && p.minus(a.towards(b, s)).length() < ra + s * (rb - ra);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("solids")
  void lengthsAreThoseOfAWalkInSmallSteps(Solid solid, Predicate<Point> inside) {
    SplittableRandom random = new SplittableRandom(3);
    double squares = 0;
    double longest = 0;
    int rays = 300;
    double step = 0.02;
    for (int i = 0; i < rays; i++) {
      Point from = direction(random).times(60);
      Point aim = direction(random).times(16);
      Point direction = aim.minus(from).unit();
      double walked = 0;
      for (double t = step / 2; t < 130; t += step) {
        walked += inside.test(from.plus(direction.times(t))) ? step : 0;
      }
      double length = solid.spans(from, direction).stream().mapToDouble(Span::length).sum();
      squares += (length - walked) * (length - walked);
      longest = Math.max(longest, length);
    }
    assertThat(longest).isGreaterThan(4);
    assertThat(Math.sqrt(squares / rays)).isLessThan(0.05);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("solids")
  void turningASolidIsTurningTheRayBack(Solid solid, Predicate<Point> inside) {
    SplittableRandom random = new SplittableRandom(4);
    Point centre = new Point(20, -7, 0);
    for (int i = 0; i < 100; i++) {
      Point from = direction(random).times(80);
      Point aim = direction(random).times(10);
      Point turnedFrom = from.turnedAboutZ(centre, 0.4);
      Point turnedAim = aim.turnedAboutZ(centre, 0.4);
      double before = length(solid, from, aim);
      double after = length(solid.turnedAboutZ(centre, 0.4), turnedFrom, turnedAim);
      assertThat(after).isCloseTo(before, within(0.02));
    }
  }

  private static double length(Solid solid, Point from, Point aim) {
    return solid.spans(from, aim.minus(from).unit()).stream().mapToDouble(Span::length).sum();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("solids")
  void noRayOutsideTheFootprintMeetsIt(Solid solid, Predicate<Point> inside) {
    Camera camera = camera();
    Point source = camera.source().orElseThrow();
    Footprint print = solid.footprint(camera);
    int met = 0;
    for (int row = 0; row < camera.rows(); row++) {
      for (int column = 0; column < camera.columns(); column++) {
        Point pixel = camera.corner().plus(new Point(column, 0, -row));
        if (!solid.spans(source, pixel.minus(source).unit()).isEmpty()) {
          met++;
          assertThat(row).isBetween(print.firstRow(), print.lastRow());
          assertThat(column).isBetween(print.firstColumn(), print.lastColumn());
        }
      }
    }
    assertThat(met).isGreaterThan(50);
  }

  @Test
  void whereSolidsOverlapTheDenserOneIsThere() {
    Piece thick =
        new Piece(Capsule.ball(Point.ORIGIN, 10), Alloy.CEMENT, Bed.CANAL, Piece.Carrier.TRUNK);
    Piece core =
        new Piece(Capsule.ball(Point.ORIGIN, 4), Alloy.TITANIUM, Bed.BONE, Piece.Carrier.TRUNK);
    double[] mass = new double[1];
    new HardwareCaster(camera(), List.of(thick, core))
        .cast(
            60,
            61,
            (pixel, crossing) -> {
              if (pixel == 60 * 121 + 60) {
                mass[0] = crossing.massGramPerCm2();
                assertThat(crossing.lengthMm(Bed.BONE)).isCloseTo(8, within(1e-9));
                assertThat(crossing.lengthMm(Bed.CANAL)).isCloseTo(12, within(1e-9));
              }
            });
    // 0.8 cm of Ti6Al4V at 4.43 g/cm3 and 1.2 cm of what stops 0.27 as much.
    assertThat(mass[0]).isCloseTo(0.8 * 4.43 + 1.2 * 0.27 * 4.43, within(1e-9));
  }

  /** 121 x 121 pixels of 1 mm, the middle of the body on pixel (60, 60). */
  private static Camera camera() {
    return new Camera(
        121,
        121,
        1,
        new Point(-60, -100, 60),
        new Point(1, 0, 0),
        new Point(0, 0, -1),
        Optional.of(new Point(0, 1000, 0)));
  }

  private static Point direction(SplittableRandom random) {
    return new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
  }
}
