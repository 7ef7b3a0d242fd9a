package org.trabecula.simulation.ct.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.skeleton.Point;

/**
 * Slices in order, evenly spaced.
 *
 * @param slices from one end to the other
 * @param orientation of columns, rows and slices
 */
record Stack(List<Slice> slices, Orientation orientation) {
  /** How far a slice may lie from its even place, as a share of the spacing. */
  private static final double UNEVEN = 0.05;

  /**
   * Orders slices.
   *
   * @throws UnusableCtException if they do not make one evenly spaced volume
   */
  static Stack of(Path folder, List<Slice> found) throws UnusableCtException {
    List<Slice> slices = new ArrayList<>(found);
    Slice any = slices.getFirst();
    if (!slices.stream().allMatch(any::isParallelTo)) {
      throw new UnusableCtException(
          "The slices in %s differ in size, spacing or direction.".formatted(folder));
    }
    slices.sort(DicomSeries.byHeight(any));
    int n = slices.size();
    Point first = slices.getFirst().position();
    // With a tilted gantry the step is not perpendicular to the slices.
    Point step = slices.getLast().position().minus(first).times(1.0 / (n - 1));
    if (!(step.length() > 1e-3)) {
      throw new UnusableCtException("The slices in %s lie at one place.".formatted(folder));
    }
    for (int i = 0; i < n; i++) {
      Point off = slices.get(i).position().minus(first.plus(step.times(i)));
      if (off.length() > UNEVEN * step.length() + 0.01) {
        throw new UnusableCtException(
            "The slices in %s are not evenly spaced: one is missing, or there are two at one place."
                .formatted(folder));
      }
    }
    try {
      return new Stack(
          List.copyOf(slices),
          new Orientation(
              new int[] {any.columns(), any.rows(), n},
              first,
              List.of(any.perColumn(), any.perRow(), step)));
    } catch (IllegalArgumentException e) {
      throw new UnusableCtException(
          "The slices in %s have an orientation without volume.".formatted(folder));
    }
  }
}
