package org.trabecula.simulation.ct;

import java.util.Arrays;

/**
 * What every voxel belongs to, in the numbering of {@link Structures}; 0 where nothing is known.
 */
public final class LabelVolume {
  private final VoxelGrid grid;
  private final byte[][] planes;

  /**
   * Takes ownership of the planes: one for each step to the front, in it {@code up} rows of {@code
   * across} voxels.
   *
   * @throws IllegalArgumentException if they do not fill the grid
   */
  public LabelVolume(VoxelGrid grid, byte[][] planes) {
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

  /** The label of a voxel, 0 outside the grid. */
  public int at(int i, int j, int k) {
    boolean inside =
        i >= 0 && j >= 0 && k >= 0 && i < grid.across() && j < grid.front() && k < grid.up();
    return inside ? planes[j][k * grid.across() + i] & 0xFF : 0;
  }

  /** One plane, rows upwards; read only, by convention of this hot path. */
  byte[] plane(int j) {
    return planes[j];
  }

  /** A number that other labels hardly share. */
  int fingerprint() {
    return Arrays.deepHashCode(planes);
  }

  /** The same voxels elsewhere. */
  public LabelVolume on(VoxelGrid moved) {
    return new LabelVolume(moved, planes);
  }
}
