package org.trabecula.simulation.physics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Material;

/** Even slabs on a detector. */
final class Slabs {
  private Slabs() {}

  static ArealMasses of(Plane plane, double lean, double mineral) {
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      maps.put(material, new float[plane.size()]);
    }
    Arrays.fill(maps.get(Material.LEAN), (float) lean);
    Arrays.fill(maps.get(Material.HYDROXYAPATITE), (float) mineral);
    return new ArealMasses(plane.rows(), plane.columns(), plane.pitchMm(), 1.1, maps);
  }

  static CollimatedField field(Plane plane, double heightMm, double widthMm) {
    return new CollimatedField(
        (plane.rows() - 1) / 2.0,
        (plane.columns() - 1) / 2.0,
        heightMm / plane.pitchMm(),
        widthMm / plane.pitchMm(),
        0);
  }
}
