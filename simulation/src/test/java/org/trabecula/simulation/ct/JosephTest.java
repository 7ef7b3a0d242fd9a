package org.trabecula.simulation.ct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Path lengths against geometry, on a grid of 0.8 mm as in facts section 4. */
class JosephTest {
  private static final double VOXEL = 0.8;

  /** Rays within this of a surface's edge graze it, mm. */
  private static final double GRAZING = 1.5 * VOXEL;

  static Stream<Phantom> phantoms() {
    SplittableRandom random = new SplittableRandom(31);
    return Stream.of(
        new Phantom.Ball(off(random), 25),
        new Phantom.Ball(off(random), 12),
        new Phantom.Rod(off(random), 20, 200),
        Phantom.Shell.of(off(random), 25, 3),
        Phantom.Shell.of(off(random), 20, 1),
        Phantom.Shell.of(off(random), 15, 2),
        Phantom.Shell.of(off(random), 26, 1.5));
  }

  /** Nowhere near the middle of a voxel in particular. */
  private static Point off(SplittableRandom random) {
    return new Point(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
  }

  @ParameterizedTest
  @MethodSource("phantoms")
  void pathLengthsAreThoseOfTheSolid(Phantom phantom) {
    PairGrid grid = phantom.grid(VoxelGrid.centred(72, 72, 84, VOXEL), 6);
    for (Camera camera : new Camera[] {Phantom.cone(220, 0.36), tilted(220, 0.36)}) {
      Joseph.Integrals integrals = Joseph.project(grid, camera, true);
      Errors errors = errors(phantom, camera, integrals.first());
      assertThat(errors.all()).isLessThan(0.3);
      assertThat(errors.notGrazing()).isLessThan(0.15);
      assertThat(Math.abs(errors.mass() - 1)).isLessThan(0.001);
    }
  }

  @ParameterizedTest
  @MethodSource("phantoms")
  void wholeVoxelsKeepMassAndWhatIsNotThin(Phantom phantom) {
    PairGrid grid = phantom.wholeVoxels(VoxelGrid.centred(72, 72, 84, VOXEL), 6);
    for (Camera camera : new Camera[] {Phantom.cone(220, 0.36), tilted(220, 0.36)}) {
      Errors errors = errors(phantom, camera, Joseph.project(grid, camera, true).first());
      // Thin shells need halves.
      assertThat(errors.all()).isLessThan(phantom instanceof Phantom.Shell ? 0.45 : 0.3);
      assertThat(errors.notGrazing()).isLessThan(0.15);
      assertThat(Math.abs(errors.mass() - 1)).isLessThan(0.001);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 90, 180})
  void turningTheDetectorTurnsTheImageOnly(double degrees) {
    Phantom phantom = new Phantom.Ball(Point.ORIGIN, 20);
    PairGrid grid = phantom.grid(VoxelGrid.centred(72, 72, 84, VOXEL), 4);
    Camera camera = turned(Phantom.cone(180, 0.36), degrees);
    Errors errors = errors(phantom, camera, Joseph.project(grid, camera, true).first());
    assertThat(errors.all()).isLessThan(0.3);
    assertThat(Math.abs(errors.mass() - 1)).isLessThan(0.001);
  }

  private static Camera turned(Camera straight, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    Point right = new Point(cos, 0, sin);
    Point down = new Point(sin, 0, -cos);
    double half = (straight.columns() - 1) / 2.0 * straight.pitchMm();
    Point corner = new Point(0, -500, 0).minus(right.times(half)).minus(down.times(half));
    return new Camera(
        straight.rows(),
        straight.columns(),
        straight.pitchMm(),
        corner,
        right,
        down,
        straight.source());
  }

  @Test
  void coresDoNotChangeTheResult() {
    PairGrid grid = Phantom.Shell.of(Point.ORIGIN, 20, 2).grid(VoxelGrid.centred(60, 60, 60, 1), 3);
    Camera camera = tilted(100, 0.7);
    Joseph.Integrals one = Joseph.project(grid, camera, false);
    Joseph.Integrals many = Joseph.project(grid, camera, true);
    assertThat(many.first()).isEqualTo(one.first());
    assertThat(many.second()).isEqualTo(one.second());
    for (int pixel = 0; pixel < one.first().length; pixel++) {
      assertThat(one.second()[pixel]).isCloseTo(2 * one.first()[pixel], within(1e-4f));
    }
  }

  private static Camera tilted(int pixels, double pitch) {
    Camera straight = Phantom.cone(pixels, pitch);
    Frame room = Frame.BODY.turned(8, 3, 6);
    Point right = room.across();
    Point down = room.up().times(-1);
    double half = (pixels - 1) / 2.0 * pitch;
    return new Camera(
        pixels,
        pixels,
        pitch,
        room.front().times(-500).minus(right.times(half)).minus(down.times(half)),
        right,
        down,
        straight.source().map(s -> room.front().times(1000)));
  }

  /** RMSE in mm of all rays that meet the phantom, of those that do not graze it, and mass. */
  private record Errors(double all, double notGrazing, double mass, int rays, int notGrazingRays) {}

  private static Errors errors(Phantom phantom, Camera camera, float[] centimetres) {
    double all = 0;
    double clear = 0;
    double sum = 0;
    double truth = 0;
    int n = 0;
    int m = 0;
    Point source = camera.source().orElseThrow();
    for (int pixel = 0; pixel < centimetres.length; pixel++) {
      Point at =
          camera
              .corner()
              .plus(camera.right().times(pixel % camera.columns() * camera.pitchMm()))
              .plus(camera.down().times(pixel / camera.columns() * camera.pitchMm()));
      Point direction = source.minus(at);
      double path = phantom.path(at, direction);
      double depth = phantom.depth(at, direction);
      double error = 10 * centimetres[pixel] - path;
      sum += 10 * centimetres[pixel];
      truth += path;
      if (path > 0) {
        all += error * error;
        n++;
      }
      if (path > 0 && depth > GRAZING) {
        clear += error * error;
        m++;
      }
    }
    return new Errors(Math.sqrt(all / n), Math.sqrt(clear / Math.max(1, m)), sum / truth, n, m);
  }
}
