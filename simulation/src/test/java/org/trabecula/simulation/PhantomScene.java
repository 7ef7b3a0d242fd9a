package org.trabecula.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** A trunk with five blocks of bone: stands in for an anatomy. */
record PhantomScene(double pitchMm, double mineral, double thicknessCm) implements Scene {

  @Override
  public Subject person() {
    return new Subject(
        Optional.of(Sex.FEMALE),
        OptionalDouble.of(70),
        OptionalDouble.of(155),
        OptionalDouble.of(55));
  }

  @Override
  public Projection project(int position, RandomGenerator random) {
    double shift = 20 * random.nextDouble();
    int rows = (int) (420 / pitchMm);
    int columns = (int) (340 / pitchMm);
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      maps.put(material, new float[rows * columns]);
    }
    byte[] flags = new byte[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int i = r * columns + c;
        double x = (c - columns / 2.0) * pitchMm - shift;
        double y = (r - rows / 2.0) * pitchMm;
        double depth = thicknessCm * Math.sqrt(Math.max(0, 1 - Math.pow(x / 165, 4)));
        maps.get(Material.LEAN)[i] = (float) (0.8 * depth);
        maps.get(Material.FAT)[i] = (float) (0.2 * depth);
        double level = (y + 100) / 40;
        boolean block = level > 0 && level < 5 && level % 1 < 0.8 && Math.abs(x) < 22;
        if (block) {
          maps.get(Material.HYDROXYAPATITE)[i] = (float) mineral;
          flags[i] = (byte) (1 << Math.min(3, (int) level));
        }
      }
    }
    CollimatedField field =
        new CollimatedField(rows / 2.0, columns / 2.0, 400 / pitchMm, 300 / pitchMm, 1);
    return new Projection(
        new ArealMasses(rows, columns, pitchMm, 1.1, maps),
        new RegionMap(rows, columns, flags),
        field,
        Positioning.straight(View.LUMBAR_AP));
  }

  @Override
  public Set<Site> hidden(Projection projection) {
    return Set.of();
  }

  @Override
  public Map<Site, Double> exact(Set<Site> hidden) {
    Map<Site, Double> exact = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      exact.put(site, mineral);
    }
    return exact;
  }

  @Override
  public Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random) {
    Map<Site, Double> read = exact(hidden);
    read.replaceAll((site, value) -> value * (1 + 0.01 * random.nextGaussian()));
    return read;
  }

  @Override
  public Map<String, String> extras(Projection projection) {
    return Map.of("phantom", "blocks");
  }
}
