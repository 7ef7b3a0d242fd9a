package org.trabecula.simulation.physics;

/**
 * What the tube sends and the grid lets through.
 *
 * @param kvp in [40, 150] kV
 * @param filtrationMmAl total filtration, mm aluminium
 * @param gridRatio 0 for none, otherwise 5 to 16
 * @param scatterFactor multiplies the tabulated scatter-to-primary ratio
 */
public record Beam(double kvp, double filtrationMmAl, double gridRatio, double scatterFactor) {
  public Beam {
    if (!(gridRatio == 0 || (gridRatio >= 5 && gridRatio <= 16)) || !(scatterFactor >= 0)) {
      throw new IllegalArgumentException(
          "gridRatio is %s, scatterFactor %s".formatted(gridRatio, scatterFactor));
    }
    if (!(kvp >= 40 && kvp <= 150)) {
      throw new IllegalArgumentException("kvp is %s kV".formatted(kvp));
    }
  }

  /** Whether there is a grid. */
  public boolean grid() {
    return gridRatio > 0;
  }
}
