package org.trabecula.simulation.ct;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.dxa.SiteReading;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Point;

/**
 * The densitometer for CT bodies: parallel rays from the front, 1 mm pixels. At the spine all
 * mineral along the ray counts, as ribs and calcified vessels do for a scanner; at the hip the
 * femur's alone, as the pelvis is erased.
 */
final class CtDxa {
  private static final double PITCH_MM = 1.0;
  private static final double CM2 = PITCH_MM * PITCH_MM / 100;

  private CtDxa() {}

  static DxaResult measure(Regions regions, PairGrid mineral) {
    Camera camera = camera(mineral.grid());
    Joseph.Integrals seen = Joseph.project(mineral, camera, true);
    byte[] flags = regions.flags(camera, seen.second());
    float[] counted = regions.hip().isPresent() ? seen.second() : seen.first();
    Map<Site, SiteReading> readings = new EnumMap<>(Site.class);
    for (Regions.Measured measured : regions.sites()) {
      double content = 0;
      double area = 0;
      for (int pixel = 0; pixel < flags.length; pixel++) {
        if ((flags[pixel] & measured.bits()) != 0) {
          content += CM2 * counted[pixel];
          area += CM2;
        }
      }
      if (content > 0) {
        readings.put(measured.site(), new SiteReading(content, area));
      }
    }
    return DxaResult.of(readings);
  }

  /** Looks from the front at the whole grid. */
  private static Camera camera(VoxelGrid grid) {
    Point low = grid.at(0, 0, 0);
    Point high = grid.at(grid.across() - 1.0, grid.front() - 1.0, grid.up() - 1.0);
    int rows = (int) Math.max(1, Math.ceil((high.z() - low.z()) / PITCH_MM));
    int columns = (int) Math.max(1, Math.ceil((high.x() - low.x()) / PITCH_MM));
    return new Camera(
        rows,
        columns,
        PITCH_MM,
        new Point(low.x(), low.y(), high.z()),
        new Point(1, 0, 0),
        new Point(0, 0, -1),
        Optional.empty());
  }
}
