package org.trabecula.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.Truth;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** Writes what is true of a projection: its mineral map in mg/cm² and its regions. */
final class TruthMaps {
  /** Maps are not finer than this, mm on the detector. */
  private static final double FINEST_MM = 1.0;

  private static final double MILLIGRAMS_PER_GRAM = 1000;

  private TruthMaps() {}

  /** Writes both maps under a name without ending; paths are relative to the cohort's folder. */
  static Truth write(Projection projection, Path cohort, String name) throws IOException {
    int rows = projection.masses().rows();
    int columns = projection.masses().columns();
    int step = Math.max(1, (int) Math.floor(FINEST_MM / projection.masses().pitchMm() + 1e-9));
    int mapRows = (rows + step - 1) / step;
    int mapColumns = (columns + step - 1) / step;
    Path map = Path.of("maps", name + "-mineral.png");
    Path regions = Path.of("maps", name + "-regions.png");
    GrayImageFile.write(
        GrayImage.of16(mapRows, mapColumns, mineral(projection, step)), cohort.resolve(map));
    GrayImageFile.write(
        GrayImage.of8(mapRows, mapColumns, flags(projection.regions(), step)),
        cohort.resolve(regions));
    return new Truth(
        Optional.of(map), Optional.of(regions), OptionalDouble.of(mapRows / (double) rows));
  }

  private static short[] mineral(Projection projection, int step) {
    int rows = projection.masses().rows();
    int columns = projection.masses().columns();
    float[] mineral = projection.masses().map(Material.HYDROXYAPATITE);
    int mapColumns = (columns + step - 1) / step;
    short[] map = new short[(rows + step - 1) / step * mapColumns];
    for (int i = 0; i < map.length; i++) {
      int top = i / mapColumns * step;
      int left = i % mapColumns * step;
      double sum = 0;
      int n = 0;
      for (int r = top; r < Math.min(top + step, rows); r++) {
        for (int c = left; c < Math.min(left + step, columns); c++) {
          sum += mineral[r * columns + c];
          n++;
        }
      }
      map[i] = (short) Math.clamp(Math.round(sum / n * MILLIGRAMS_PER_GRAM), 0, 65535);
    }
    return map;
  }

  private static byte[] flags(RegionMap regions, int step) {
    int mapColumns = (regions.columns() + step - 1) / step;
    byte[] flags = new byte[(regions.rows() + step - 1) / step * mapColumns];
    for (int i = 0; i < flags.length; i++) {
      int row = Math.min(i / mapColumns * step + step / 2, regions.rows() - 1);
      int column = Math.min(i % mapColumns * step + step / 2, regions.columns() - 1);
      flags[i] = (byte) regions.at(row, column);
    }
    return flags;
  }
}
