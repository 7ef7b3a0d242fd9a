package org.trabecula.simulation.ct;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two densities in every voxel, for example mineral and what of it belongs to the spine: the mean
 * over the voxel, so that a boundary voxel counts with its part.
 *
 * <p>Kept plane by plane from back to front, the two values side by side, with a border of one
 * empty voxel around each plane; planes without any value are not kept.
 */
public final class PairGrid {
  private final VoxelGrid grid;
  private final float[] @Nullable [] planes;

  private PairGrid(VoxelGrid grid, float[] @Nullable [] planes) {
    this.grid = grid;
    this.planes = planes;
  }

  /** Fills one plane: {@code up x across} voxels, row by row, two values each. */
  @FunctionalInterface
  public interface Source {
    /** Writes the plane, which is all zeros, and tells whether any value is not. */
    boolean fill(int plane, float[] values);
  }

  /** Builds a grid plane by plane on all cores. */
  public static PairGrid of(VoxelGrid grid, Source source) {
    float[] @Nullable [] planes = new float[grid.front()][];
    IntStream.range(0, grid.front()).parallel().forEach(j -> planes[j] = plane(grid, source, j));
    return new PairGrid(grid, planes);
  }

  private static float @Nullable [] plane(VoxelGrid grid, Source source, int j) {
    int width = 2 * grid.across();
    float[] values = new float[width * grid.up()];
    if (!source.fill(j, values)) {
      return null;
    }
    return Sharpening.padded(values, grid.across(), grid.up());
  }

  /** Where the voxels lie. */
  public VoxelGrid grid() {
    return grid;
  }

  /** Values from one row of the padded plane to the next. */
  int stride() {
    return 2 * (grid.across() + 2);
  }

  /** A plane with its border, or none where all is empty; read only. */
  float @Nullable [] plane(int j) {
    return planes[j];
  }
}
