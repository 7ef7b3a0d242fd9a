package org.trabecula.simulation.ct;

import org.trabecula.simulation.projection.Pose;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Point;

/** Keeps the collimated field to what was scanned. */
final class CtField {
  /** Smallest field that an exposure may have, mm. */
  private static final double LEAST_MM = 100;

  private CtField() {}

  static Positioning fitted(Positioning wanted, Point target, VoxelGrid grid, double pitchMm) {
    Positioning still = moved(wanted, 0, wanted.fieldHeightMm());
    double[] rows = seen(Projector.camera(target, still, pitchMm), grid);
    double middle = (rows[0] + rows[1]) / 2;
    double open = Math.max(LEAST_MM, rows[1] - rows[0]);
    double height = Math.min(wanted.fieldHeightMm(), open);
    // Image heights are measured downwards from the central ray, mm on the detector.
    double slack = Math.max(0, (rows[1] - rows[0] - height) / 2);
    double centre = Math.clamp(0, middle - slack, middle + slack);
    return moved(wanted, centre, height);
  }

  /** First and last height at which every ray through the body stays within the scan. */
  private static double[] seen(Camera camera, VoxelGrid grid) {
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      double i = (corner & 1) * (grid.across() - 1.0);
      double j = (corner >> 1) * (grid.front() - 1.0);
      top = Math.max(top, camera.row(grid.at(i, j, grid.up() - 1.0)));
      bottom = Math.min(bottom, camera.row(grid.at(i, j, 0)));
    }
    double central = (camera.rows() - 1) / 2.0;
    return new double[] {(top - central) * camera.pitchMm(), (bottom - central) * camera.pitchMm()};
  }

  /** Moves the central ray down on the detector by so much, with the legs as they lay. */
  private static Positioning moved(Positioning p, double downMm, double heightMm) {
    Pose pose = p.pose();
    return new Positioning(
        p.view(),
        p.laterality(),
        new Pose(
            pose.rotationDegrees(),
            pose.tiltDegrees(),
            pose.leanDegrees(),
            pose.decentringAcrossMm(),
            pose.decentringAlongMm() - downMm / p.magnification(),
            0),
        p.sidMm(),
        p.objectToDetectorMm(),
        heightMm,
        p.fieldWidthMm(),
        p.collimatorDegrees(),
        p.marginMm());
  }
}
