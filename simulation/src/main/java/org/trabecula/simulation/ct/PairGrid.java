package org.trabecula.simulation.ct;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two densities in every voxel, for example mineral and what of it belongs to the spine: the mean
 * over the voxel, so that a boundary voxel counts with its part.
 *
 * <p>Kept plane by plane from back to front, the two values side by side, ready for interpolation.
 * The samples that are kept are the voxels, sharpened, or their halves across and up, which keep
 * edges and thin sheets and cost four times the memory where there is anything.
 */
public final class PairGrid {
  private final VoxelGrid grid;
  private final VoxelGrid samples;
  private final @Nullable Plane[] planes;

  private PairGrid(VoxelGrid grid, VoxelGrid samples, @Nullable Plane[] planes) {
    this.grid = grid;
    this.samples = samples;
    this.planes = planes;
  }

  /** Fills one plane: {@code up x across} voxels, row by row, two values each. */
  @FunctionalInterface
  public interface Source {
    /** Writes the plane, which is all zeros, and tells whether any value is not. */
    boolean fill(int plane, float[] values);
  }

  /** Builds a grid of whole voxels plane by plane on all cores. */
  public static PairGrid of(VoxelGrid grid, Source source) {
    return build(grid, grid, source);
  }

  /** Builds a grid of half voxels plane by plane on all cores; no density may be negative. */
  public static PairGrid halved(VoxelGrid grid, Source source) {
    return build(grid, grid.halved(), source);
  }

  private static PairGrid build(VoxelGrid grid, VoxelGrid samples, Source source) {
    @Nullable Plane[] planes = new Plane[grid.front()];
    boolean halves = samples.across() > grid.across();
    IntStream.range(0, grid.front())
        .parallel()
        .forEach(j -> {
          float[] values = new float[2 * grid.across() * grid.up()];
          planes[j] = source.fill(j, values) ? Plane.of(values, grid.across(), halves) : null;
        });
    return new PairGrid(grid, samples, planes);
  }

  /** Where the voxels lie. */
  public VoxelGrid grid() {
    return grid;
  }

  /** Where the samples lie that are kept. */
  VoxelGrid samples() {
    return samples;
  }

  /** A plane of samples, or none where all is empty. */
  @Nullable Plane plane(int j) {
    return planes[j];
  }
}
