package org.trabecula.learning.robustness;

import java.util.EnumMap;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/**
 * Implants of titanium drawn into areal masses: rods and screws in a spine, a stem in a femur. They
 * are not those of the simulator's subjects, which networks are trained on.
 */
public final class Titanium {
  /** Ti6Al4V, g/cm³. */
  private static final double DENSITY = 4.43;

  private final Projection bare;
  private final float[] metal;

  private Titanium(Projection bare) {
    this.bare = bare;
    this.metal = bare.masses().map(Material.METAL).clone();
  }

  /** A projection with an implant where there was none. */
  public static Projection planted(Projection bare) {
    Titanium plant = new Titanium(bare);
    if (bare.positioning().view() == View.LUMBAR_AP) {
      plant.rodsAndScrews();
    } else {
      plant.stem();
    }
    ArealMasses from = bare.masses();
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      maps.put(material, material == Material.METAL ? plant.metal : from.map(material));
    }
    return new Projection(
        new ArealMasses(from.rows(), from.columns(), from.pitchMm(), from.magnification(), maps),
        bare.regions(),
        bare.field(),
        bare.positioning());
  }

  private void rodsAndScrews() {
    Spot upper = centre(Site.L2);
    Spot middle = centre(Site.L3);
    Spot lower = centre(Site.L4);
    for (int side = -1; side <= 1; side += 2) {
      double off = side * 19;
      rod(upper.moved(-8, off), lower.moved(8, off), 5.5);
      for (Spot level : new Spot[] {upper, middle, lower}) {
        rod(level.moved(0, off * 1.1), level.moved(0, side * 6), 6.5);
      }
    }
  }

  private void stem() {
    Spot neck = centre(Site.FEMORAL_NECK);
    Spot shaft = centre(Site.TOTAL_HIP);
    double side = Math.signum(neck.columnMm - shaft.columnMm);
    Spot bend = shaft.moved(0, -side * 8);
    rod(neck.moved(-12, side * 12), bend, 13);
    rod(bend, shaft.moved(90, -side * 12), 12);
  }

  /** A place on the detector, mm. */
  private record Spot(double rowMm, double columnMm) {
    Spot moved(double downMm, double acrossMm) {
      return new Spot(rowMm + downMm, columnMm + acrossMm);
    }
  }

  private Spot centre(Site site) {
    RegionMap regions = bare.regions();
    double rows = 0;
    double columns = 0;
    int n = 0;
    for (int r = 0; r < regions.rows(); r++) {
      for (int c = 0; c < regions.columns(); c++) {
        if (regions.contains(site, r, c)) {
          rows += r;
          columns += c;
          n++;
        }
      }
    }
    double pitch = bare.masses().pitchMm();
    return new Spot(pitch * rows / n, pitch * columns / n);
  }

  /** A round bar between two places; the longest chord where bars overlap. */
  private void rod(Spot from, Spot to, double widthMm) {
    double pitch = bare.masses().pitchMm();
    double radius = widthMm / 2 * bare.masses().magnification();
    double down = to.rowMm - from.rowMm;
    double across = to.columnMm - from.columnMm;
    double square = down * down + across * across;
    for (int r = 0; r < bare.masses().rows(); r++) {
      for (int c = 0; c < bare.masses().columns(); c++) {
        double y = r * pitch - from.rowMm;
        double x = c * pitch - from.columnMm;
        double along = Math.clamp((y * down + x * across) / square, 0, 1);
        double gap = Math.hypot(y - along * down, x - along * across);
        if (gap < radius) {
          double chordCm = 0.2 * Math.sqrt(radius * radius - gap * gap);
          int i = r * bare.masses().columns() + c;
          metal[i] = (float) Math.max(metal[i], DENSITY * chordCm);
        }
      }
    }
  }
}
