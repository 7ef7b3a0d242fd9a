package org.trabecula.simulation.skeleton;

import java.util.function.Predicate;

/** Sends a camera's rays through the bones of a skeleton, and only where a bone can be met. */
public final class BoneCaster {
  /** Takes what a ray met in one bone. */
  @FunctionalInterface
  public interface Sink {
    void accept(int pixel, Skeleton.Bone bone, BoneRay ray);
  }

  private final Skeleton skeleton;
  private final Camera camera;
  private final double legRadians;
  private final Point rightHip;
  private final Point leftHip;

  /**
   * @param legTurnDegrees outward rotation of both legs about the vertical through the hip
   */
  public BoneCaster(Skeleton skeleton, Camera camera, Landmarks landmarks, double legTurnDegrees) {
    this.skeleton = skeleton;
    this.camera = camera;
    this.legRadians = Math.toRadians(legTurnDegrees);
    this.rightHip = landmarks.rightHip().head();
    this.leftHip = landmarks.leftHip().head();
  }

  /** Angle by which a bone is turned about the vertical through its joint. */
  private double turn(Skeleton.Bone bone) {
    return switch (bone.kind()) {
      // Outward: the right leg turns clockwise seen from the head, the left one counter-clockwise.
      case RIGHT_FEMUR -> -legRadians;
      case LEFT_FEMUR -> legRadians;
      default -> 0;
    };
  }

  private Point joint(Skeleton.Bone bone) {
    return bone.kind() == BoneKind.RIGHT_FEMUR ? rightHip : leftHip;
  }

  /** A landmark of a femur as the leg lies. */
  public Point posed(Point point, boolean right) {
    return right
        ? point.turnedAboutZ(rightHip, -legRadians)
        : point.turnedAboutZ(leftHip, legRadians);
  }

  /** Casts the bones of some kinds in a block of rows. */
  public void cast(int fromRow, int toRow, Predicate<BoneKind> kinds, Sink sink) {
    BoneRay ray = new BoneRay(skeleton);
    for (Skeleton.Bone bone : skeleton.bones()) {
      if (kinds.test(bone.kind())) {
        cast(bone, footprint(bone).within(fromRow, toRow), ray, sink);
      }
    }
  }

  private Footprint footprint(Skeleton.Bone bone) {
    Footprint print = Footprint.NONE;
    double turn = turn(bone);
    for (int part = bone.first(); part < bone.last(); part++) {
      Point centre = skeleton.ballCentre(part);
      Point placed = turn == 0 ? centre : centre.turnedAboutZ(joint(bone), turn);
      print = print.with(Footprint.of(camera, placed, skeleton.ballRadius(part)));
    }
    return print;
  }

  private void cast(Skeleton.Bone bone, Footprint print, BoneRay ray, Sink sink) {
    double turn = -turn(bone);
    Point centre = joint(bone);
    double c = Math.cos(turn);
    double s = Math.sin(turn);
    Point normal = camera.towardsTube();
    Point source = camera.source().orElse(Point.ORIGIN);
    boolean cone = camera.source().isPresent();
    double pitch = camera.pitchMm();
    for (int row = print.firstRow(); row <= print.lastRow(); row++) {
      double bx = camera.corner().x() + row * pitch * camera.down().x();
      double by = camera.corner().y() + row * pitch * camera.down().y();
      double bz = camera.corner().z() + row * pitch * camera.down().z();
      for (int column = print.firstColumn(); column <= print.lastColumn(); column++) {
        double px = bx + column * pitch * camera.right().x();
        double py = by + column * pitch * camera.right().y();
        double pz = bz + column * pitch * camera.right().z();
        double dx = cone ? px - source.x() : -normal.x();
        double dy = cone ? py - source.y() : -normal.y();
        double dz = cone ? pz - source.z() : -normal.z();
        double scale = cone ? 1 / Math.sqrt(dx * dx + dy * dy + dz * dz) : 1;
        double ox = (cone ? source.x() : px) - centre.x();
        double oy = (cone ? source.y() : py) - centre.y();
        ray.aim(
            centre.x() + c * ox - s * oy,
            centre.y() + s * ox + c * oy,
            cone ? source.z() : pz,
            (c * dx - s * dy) * scale,
            (s * dx + c * dy) * scale,
            dz * scale);
        if (ray.walk(bone)) {
          sink.accept(row * camera.columns() + column, bone, ray);
        }
      }
    }
  }
}
