package org.trabecula.simulation.projection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** Casts the cone of rays of one exposure through an anatomy. */
public final class Projector {
  private static final int BLOCK_ROWS = 24;

  private Projector() {}

  /** Projects on the calling thread alone. */
  public static Projection project(Anatomy anatomy, Positioning positioning, double pitchMm) {
    return project(anatomy, positioning, pitchMm, false);
  }

  /** Projects, on all cores if asked. */
  public static Projection project(
      Anatomy anatomy, Positioning positioning, double pitchMm, boolean parallel) {
    Camera camera = camera(anatomy.landmarks(), positioning, pitchMm);
    Exposure exposure = new Exposure(anatomy, camera, positioning.pose().hipRotationDegrees());
    int blocks = (camera.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    IntStream all = IntStream.range(0, blocks);
    (parallel ? all.parallel() : all)
        .forEach(block ->
            exposure.rows(block * BLOCK_ROWS, Math.min(camera.rows(), (block + 1) * BLOCK_ROWS)));
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    maps.put(Material.HYDROXYAPATITE, exposure.mineral);
    maps.put(Material.LEAN, exposure.lean);
    maps.put(Material.FAT, exposure.fat);
    maps.put(Material.METAL, exposure.metal);
    ArealMasses masses =
        new ArealMasses(
            camera.rows(), camera.columns(), pitchMm, positioning.magnification(), maps);
    CollimatedField field = CollimatedField.of(camera, positioning);
    RegionMap regions = new RegionMap(camera.rows(), camera.columns(), exposure.regions());
    return new Projection(masses, regions, field, positioning);
  }

  static Camera camera(Landmarks landmarks, Positioning positioning, double pitchMm) {
    return camera(aim(landmarks, positioning), positioning, pitchMm);
  }

  /**
   * The camera of an exposure.
   *
   * @param target where the central ray goes when nobody errs
   */
  public static Camera camera(Point target, Positioning positioning, double pitchMm) {
    Pose pose = positioning.pose();
    Frame room = Frame.BODY.turned(pose.tiltDegrees(), pose.leanDegrees(), pose.rotationDegrees());
    Point right = room.across();
    Point down = room.up().times(-1);
    Point tube = room.front();
    Point aim =
        target
            .plus(right.times(pose.decentringAcrossMm()))
            .minus(down.times(pose.decentringAlongMm()));
    int rows = pixels(positioning.fieldHeightMm() + 2 * positioning.marginMm(), pitchMm);
    int columns = pixels(positioning.fieldWidthMm() + 2 * positioning.marginMm(), pitchMm);
    Point source = aim.plus(tube.times(positioning.sidMm() - positioning.objectToDetectorMm()));
    Point corner =
        aim.minus(tube.times(positioning.objectToDetectorMm()))
            .minus(right.times((columns - 1) / 2.0 * pitchMm))
            .minus(down.times((rows - 1) / 2.0 * pitchMm));
    return new Camera(rows, columns, pitchMm, corner, right, down, Optional.of(source));
  }

  private static int pixels(double mm, double pitchMm) {
    return (int) Math.max(1, Math.round(mm / pitchMm));
  }

  /** Where the central ray goes when nobody errs. */
  private static Point aim(Landmarks landmarks, Positioning positioning) {
    if (positioning.view() == View.LUMBAR_AP) {
      return Point.ORIGIN;
    }
    Point right = landmarks.rightHip().head();
    Point left = landmarks.leftHip().head();
    if (positioning.laterality() == Laterality.BOTH) {
      return right.towards(left, 0.5).plus(new Point(0, 0, 10));
    }
    boolean isRight = positioning.laterality() == Laterality.RIGHT;
    Landmarks.Hip hip = isRight ? landmarks.rightHip() : landmarks.leftHip();
    return aim(hip);
  }

  /** Where the central ray of a single hip goes: half-way along the neck, a little below. */
  public static Point aim(Landmarks.Hip hip) {
    return hip.head().towards(hip.boxFar(), 0.4).plus(new Point(0, 0, -22));
  }
}
