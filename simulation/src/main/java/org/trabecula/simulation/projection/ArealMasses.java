package org.trabecula.simulation.projection;

import java.util.EnumMap;
import java.util.Map;

/**
 * Areal mass of each material along the ray to each detector pixel, in g/cm²: the hub between
 * anatomy and every spectrum, look and densitometer.
 *
 * <p>{@code rows x columns}, row-major, {@code pitchMm} apart on the detector plane; row 0 is
 * cranial, column 0 shows the subject's right side (an AP view seen as the radiologist sees it). A
 * length on the detector is {@code magnification} times the length in the plane of the spine.
 */
public final class ArealMasses {
  private final int rows;
  private final int columns;
  private final double pitchMm;
  private final double magnification;
  private final Map<Material, float[]> maps;

  /**
   * Takes ownership of the maps; every material must be there and fill rows x columns.
   *
   * @throws IllegalArgumentException if a map is missing or of another size
   */
  public ArealMasses(
      int rows, int columns, double pitchMm, double magnification, Map<Material, float[]> maps) {
    for (Material material : Material.values()) {
      float[] map = maps.get(material);
      if (map == null || map.length != Math.multiplyExact(rows, columns)) {
        throw new IllegalArgumentException(
            "The map of %s does not fill %d x %d".formatted(material, rows, columns));
      }
    }
    if (!(pitchMm > 0) || !(magnification >= 1)) {
      throw new IllegalArgumentException(
          "pitchMm is %s, magnification %s".formatted(pitchMm, magnification));
    }
    this.rows = rows;
    this.columns = columns;
    this.pitchMm = pitchMm;
    this.magnification = magnification;
    this.maps = new EnumMap<>(maps);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double pitchMm() {
    return pitchMm;
  }

  public double magnification() {
    return magnification;
  }

  /** Areal mass in g/cm² at a pixel. */
  public float at(Material material, int row, int column) {
    return map(material)[row * columns + column];
  }

  /** The map itself, g/cm²; read only, by convention of this hot path. */
  public float[] map(Material material) {
    return java.util.Objects.requireNonNull(maps.get(material));
  }
}
