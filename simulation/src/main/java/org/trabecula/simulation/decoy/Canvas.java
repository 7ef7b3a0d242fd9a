package org.trabecula.simulation.decoy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.simulation.physics.Plane;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

/**
 * Areal masses painted by shapes whose thickness along parallel rays is known in closed form.
 *
 * <p>Shapes are given in mm from the centre of the image, x to the right and y downwards, before
 * the canvas's own placement (shift, turn, scale, mirror) is applied.
 */
final class Canvas {
  private final Plane plane;

  private final Placement placement;
  private final float[] mineral;
  private final float[] lean;
  private final float[] fat;
  private final float[] metal;
  private final float[] outer;
  private final float[] inner;

  /**
   * Where a scene lies on the image.
   *
   * @param xMm shift to the right
   * @param yMm shift downwards
   * @param degrees turned clockwise
   * @param scale larger than life
   * @param mirrored left and right exchanged
   */
  record Placement(double xMm, double yMm, double degrees, double scale, boolean mirrored) {
    static final Placement PLAIN = new Placement(0, 0, 0, 1, false);
  }

  Canvas(Plane plane, Placement placement) {
    this(plane, placement, new float[5][plane.size()], new float[plane.size()]);
  }

  private Canvas(Plane plane, Placement placement, float[][] maps, float[] inner) {
    this.plane = plane;
    this.placement = placement;
    this.mineral = maps[0];
    this.lean = maps[1];
    this.fat = maps[2];
    this.metal = maps[3];
    this.outer = maps[4];
    this.inner = inner;
  }

  /** The same image under another placement. */
  Canvas placed(Placement other) {
    return new Canvas(plane, other, new float[][] {mineral, lean, fat, metal, outer}, inner);
  }

  Plane plane() {
    return plane;
  }

  /** Thickness in mm of a shape above a point, and its share inside the cortex. */
  @FunctionalInterface
  interface Thickness {
    double at(double xMm, double yMm);
  }

  /** A box in scene coordinates that holds a shape. */
  record Box(double left, double top, double right, double bottom) {
    static Box around(double x, double y, double radius) {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }
  }

  /** Adds a shape filled with a tissue. */
  void add(Box box, Thickness thickness, Tissue tissue) {
    paint(box, (i, x, y) -> deposit(i, thickness.at(x, y), tissue));
  }

  /** An ellipse's outline with a round or, for large powers, flat thickness profile. */
  void ellipse(Ellipse e, Tissue tissue) {
    add(e.box(), e::thickness, tissue);
  }

  /**
   * A turned (super-)ellipse.
   *
   * @param halfWidth in mm
   * @param halfHeight in mm
   * @param depth greatest thickness, mm
   * @param power of its outline: 2 for an ellipse, 4 for a rounded box
   */
  record Ellipse(
      double x,
      double y,
      double halfWidth,
      double halfHeight,
      double depth,
      double degrees,
      double power) {
    Box box() {
      return Box.around(x, y, 1.5 * Math.max(halfWidth, halfHeight));
    }

    double thickness(double px, double py) {
      double angle = Math.toRadians(degrees);
      double u = ((px - x) * Math.cos(angle) + (py - y) * Math.sin(angle)) / halfWidth;
      double v = (-(px - x) * Math.sin(angle) + (py - y) * Math.cos(angle)) / halfHeight;
      double q = Math.pow(Math.abs(u), power) + Math.pow(Math.abs(v), power);
      return q >= 1 ? 0 : depth * Math.pow(1 - q, 1 / power);
    }
  }

  /** A bone of shafts and knobs: a union of tapered tubes with a cortex around spongy bone. */
  void bone(List<Tube> tubes, double cortexMm, double spongyMineral, Grain grain) {
    layered(tubes, cortexMm, new Layers(Tissue.CORTEX, Tissue.spongy(spongyMineral), grain));
  }

  /** A limb: muscle under fat. */
  void limb(List<Tube> tubes, double fatMm, Grain grain) {
    layered(tubes, fatMm, new Layers(Tissue.FAT, Tissue.MUSCLE, grain));
  }

  /** What a union of tubes is made of: a shell, and a core that varies by a grain. */
  record Layers(Tissue shell, Tissue core, Grain grain) {}

  private void layered(List<Tube> tubes, double shellMm, Layers layers) {
    Arrays.fill(outer, 0);
    Arrays.fill(inner, 0);
    for (Tube tube : tubes) {
      paint(
          tube.box(),
          (i, x, y) -> {
            outer[i] = (float) Math.max(outer[i], tube.thickness(x, y, 0));
            inner[i] = (float) Math.max(inner[i], tube.thickness(x, y, shellMm));
          });
    }
    for (int i = 0; i < outer.length; i++) {
      if (outer[i] > 0) {
        deposit(i, Math.max(0, outer[i] - inner[i]), layers.shell);
        if (inner[i] > 0) {
          int row = i / plane.columns();
          int column = i % plane.columns();
          double factor = layers.grain.at(row, column);
          deposit(i, inner[i] * factor, layers.core);
        }
      }
    }
  }

  /**
   * A tapered tube with round ends.
   *
   * @param radiusA at its first end, mm
   * @param radiusB at its second end, mm
   * @param flatness depth over width
   */
  record Tube(
      double ax, double ay, double radiusA, double bx, double by, double radiusB, double flatness) {
    Tube(double ax, double ay, double radiusA, double bx, double by, double radiusB) {
      this(ax, ay, radiusA, bx, by, radiusB, 1);
    }

    Box box() {
      double r = Math.max(radiusA, radiusB);
      return new Box(
          Math.min(ax, bx) - r, Math.min(ay, by) - r, Math.max(ax, bx) + r, Math.max(ay, by) + r);
    }

    double thickness(double x, double y, double inset) {
      double dx = bx - ax;
      double dy = by - ay;
      double length = dx * dx + dy * dy;
      double t = length == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / length, 0.0, 1.0);
      double radius = radiusA + t * (radiusB - radiusA) - inset;
      if (radius <= 0) {
        return 0;
      }
      double px = x - ax - t * dx;
      double py = y - ay - t * dy;
      double rest = radius * radius - px * px - py * py;
      return rest <= 0 ? 0 : 2 * flatness * Math.sqrt(rest);
    }
  }

  @FunctionalInterface
  private interface Brush {
    void touch(int index, double x, double y);
  }

  private void paint(Box box, Brush brush) {
    double angle = Math.toRadians(placement.degrees);
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    double sign = placement.mirrored ? -1 : 1;
    double pitch = plane.pitchMm();
    double centreX = (box.left + box.right) / 2 * sign;
    double centreY = (box.top + box.bottom) / 2;
    double reach =
        Math.hypot(box.right - box.left, box.bottom - box.top) / 2 * placement.scale + pitch;
    double imageX = placement.xMm + placement.scale * (cosine * centreX - sine * centreY);
    double imageY = placement.yMm + placement.scale * (sine * centreX + cosine * centreY);
    int top = row(imageY - reach);
    int bottom = row(imageY + reach);
    int left = column(imageX - reach);
    int right = column(imageX + reach);
    for (int r = top; r <= bottom; r++) {
      double y = (r - (plane.rows() - 1) / 2.0) * pitch - placement.yMm;
      for (int c = left; c <= right; c++) {
        double x = (c - (plane.columns() - 1) / 2.0) * pitch - placement.xMm;
        double sceneX = sign * (cosine * x + sine * y) / placement.scale;
        double sceneY = (cosine * y - sine * x) / placement.scale;
        brush.touch(r * plane.columns() + c, sceneX, sceneY);
      }
    }
  }

  private int row(double yMm) {
    return (int) Math.clamp(yMm / plane.pitchMm() + plane.rows() / 2.0, 0, plane.rows() - 1.0);
  }

  private int column(double xMm) {
    return (int)
        Math.clamp(xMm / plane.pitchMm() + plane.columns() / 2.0, 0, plane.columns() - 1.0);
  }

  private void deposit(int i, double thicknessMm, Tissue tissue) {
    float cm = (float) (thicknessMm / 10);
    mineral[i] += cm * (float) tissue.mineral();
    lean[i] += cm * (float) tissue.lean();
    fat[i] += cm * (float) tissue.fat();
    metal[i] += cm * (float) tissue.metal();
  }

  /** The masses; what a shape took from where nothing was is nothing. */
  ArealMasses masses() {
    for (float[] map : new float[][] {mineral, lean, fat, metal}) {
      for (int i = 0; i < map.length; i++) {
        map[i] = Math.max(0, map[i]);
      }
    }
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    maps.put(Material.HYDROXYAPATITE, mineral);
    maps.put(Material.LEAN, lean);
    maps.put(Material.FAT, fat);
    maps.put(Material.METAL, metal);
    return new ArealMasses(plane.rows(), plane.columns(), plane.pitchMm(), 1.1, maps);
  }
}
