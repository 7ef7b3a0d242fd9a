package org.trabecula.simulation.ct;

import java.util.Arrays;

/** Hounsfield units of every voxel. */
public final class CtVolume {
  /** What lies outside a scan, HU. */
  public static final short AIR = -1024;

  private final VoxelGrid grid;
  private final short[][] planes;

  /**
   * Takes ownership of the planes: one for each step to the front, in it {@code up} rows of {@code
   * across} voxels.
   *
   * @throws IllegalArgumentException if they do not fill the grid
   */
  public CtVolume(VoxelGrid grid, short[][] planes) {
    if (planes.length != grid.front()
        || Arrays.stream(planes).anyMatch(p -> p.length != grid.across() * grid.up())) {
      throw new IllegalArgumentException("The planes do not fill the grid %s".formatted(grid));
    }
    this.grid = grid;
    this.planes = planes;
  }

  public VoxelGrid grid() {
    return grid;
  }

  /** Attenuation at a voxel, HU. */
  public int at(int i, int j, int k) {
    return planes[j][k * grid.across() + i];
  }

  /** One plane, rows upwards; read only, by convention of this hot path. */
  short[] plane(int j) {
    return planes[j];
  }

  /** A number that other voxels hardly share. */
  int fingerprint() {
    return Arrays.deepHashCode(planes);
  }

  /** The same voxels elsewhere. */
  public CtVolume on(VoxelGrid moved) {
    return new CtVolume(moved, planes);
  }
}
