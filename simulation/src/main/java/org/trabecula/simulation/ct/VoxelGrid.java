package org.trabecula.simulation.ct;

import org.trabecula.simulation.skeleton.Point;

/**
 * Where voxels lie: {@code across x front x up} of them, each axis within 45° of the body's axis of
 * that name, not necessarily perpendicular (a tilted gantry shears).
 *
 * @param across voxels from the subject's right to the left
 * @param front voxels from back to front
 * @param up voxels from feet to head
 * @param origin centre of voxel (0, 0, 0), mm
 * @param stepAcross from one voxel to the next
 * @param stepFront from one voxel to the next
 * @param stepUp from one voxel to the next
 */
public record VoxelGrid(
    int across, int front, int up, Point origin, Point stepAcross, Point stepFront, Point stepUp) {

  /** Grids differ if any corner lies farther apart than this, mm. */
  private static final double TOLERANCE_MM = 0.1;

  /** Checks counts, that voxels have a volume, and that the axes are the body's. */
  public VoxelGrid {
    if (across < 1 || front < 1 || up < 1) {
      throw new IllegalArgumentException(
          "A grid of %d x %d x %d voxels is empty".formatted(across, front, up));
    }
    if (!(stepAcross.x() > 0 && stepFront.y() > 0 && stepUp.z() > 0)
        || !(Math.abs(stepAcross.cross(stepFront).dot(stepUp)) > 1e-9)) {
      throw new IllegalArgumentException(
          "Steps %s, %s, %s are not along the body's axes"
              .formatted(stepAcross, stepFront, stepUp));
    }
  }

  /** Perpendicular voxels of given sides, the middle of the grid at the body's origin. */
  public static VoxelGrid centred(int across, int front, int up, double mm) {
    return new VoxelGrid(
        across,
        front,
        up,
        new Point(-mm * (across - 1) / 2, -mm * (front - 1) / 2, -mm * (up - 1) / 2),
        new Point(mm, 0, 0),
        new Point(0, mm, 0),
        new Point(0, 0, mm));
  }

  /** The place of a voxel, or of a point between voxels. */
  public Point at(double i, double j, double k) {
    return new Point(
        origin.x() + i * stepAcross.x() + j * stepFront.x() + k * stepUp.x(),
        origin.y() + i * stepAcross.y() + j * stepFront.y() + k * stepUp.y(),
        origin.z() + i * stepAcross.z() + j * stepFront.z() + k * stepUp.z());
  }

  /** Voxel coordinates of a place: x across, y front, z up. */
  public Point index(Point place) {
    return direction(place.minus(origin));
  }

  /** A direction in voxels. */
  public Point direction(Point mm) {
    double volume = signedVolume();
    return new Point(
        mm.dot(stepFront.cross(stepUp)) / volume,
        mm.dot(stepUp.cross(stepAcross)) / volume,
        mm.dot(stepAcross.cross(stepFront)) / volume);
  }

  private double signedVolume() {
    return stepAcross.cross(stepFront).dot(stepUp);
  }

  /** Volume of a voxel, mm³. */
  public double voxelMm3() {
    return Math.abs(signedVolume());
  }

  public long voxels() {
    return (long) across * front * up;
  }

  /** The same grid, where a place of it has become the body's origin. */
  public VoxelGrid around(Point place) {
    return new VoxelGrid(across, front, up, origin.minus(place), stepAcross, stepFront, stepUp);
  }

  /** The grid whose voxels are blocks of these; incomplete blocks at the ends are left out. */
  public VoxelGrid coarser(int byAcross, int byFront, int byUp) {
    return new VoxelGrid(
        across / byAcross,
        front / byFront,
        up / byUp,
        at((byAcross - 1) / 2.0, (byFront - 1) / 2.0, (byUp - 1) / 2.0),
        stepAcross.times(byAcross),
        stepFront.times(byFront),
        stepUp.times(byUp));
  }

  /** The grid whose voxels are halves of these across and up. */
  VoxelGrid halved() {
    return new VoxelGrid(
        2 * across,
        front,
        2 * up,
        at(-0.25, 0, -0.25),
        stepAcross.times(0.5),
        stepFront,
        stepUp.times(0.5));
  }

  /** Whether both have the same voxels at the same places. */
  public boolean matches(VoxelGrid other) {
    if (across != other.across || front != other.front || up != other.up) {
      return false;
    }
    boolean near = true;
    for (int corner = 0; corner < 8; corner++) {
      double i = (corner & 1) * (across - 1.0);
      double j = (corner >> 1 & 1) * (front - 1.0);
      double k = (corner >> 2) * (up - 1.0);
      near &= at(i, j, k).minus(other.at(i, j, k)).length() < TOLERANCE_MM;
    }
    return near;
  }
}
