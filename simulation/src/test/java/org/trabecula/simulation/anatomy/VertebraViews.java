package org.trabecula.simulation.anatomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.skeleton.BoneRay;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * A vertebra seen by parallel rays from its front and from above, as lengths through bone; and what
 * can be measured on that. The same measure for bones of any origin.
 */
final class VertebraViews {
  /** Half the side of what is seen around the body's centre, mm. */
  private static final double HALF = 80;

  /** Half the side of what holds body and canal, mm. */
  private static final double BODY = 36;

  /** Keeps rays off the corners and symmetry planes of surfaces, pixels. */
  private static final double OFF = 0.0137;

  private final double pitch;
  private final int side;
  private final double[] front;
  private final double[] above;

  /**
   * What is measured.
   *
   * @param width of the body in its front half, mm
   * @param depth of the body on the midline, mm
   * @param height in the middle of the body, mm
   * @param area of the whole shadow from the front, cm²
   * @param path mean length through bone in that shadow, mm
   */
  record Measures(double width, double depth, double height, double area, double path) {}

  private VertebraViews(double pitch) {
    this.pitch = pitch;
    side = (int) (2 * HALF / pitch);
    front = new double[side * side];
    above = new double[side * side];
  }

  static VertebraViews of(SingleVertebra vertebra) {
    VertebraViews views = new VertebraViews(1);
    BoneRay ray = new BoneRay(vertebra.skeleton());
    Frame f = vertebra.shape().frame();
    for (int row = 0; row < views.side; row++) {
      for (int column = 0; column < views.side; column++) {
        int at = row * views.side + column;
        double across = views.mm(column);
        double other = views.mm(row);
        ray.aim(f.at(across, 150, other), f.front().times(-1));
        views.front[at] = ray.walk(vertebra.skeleton().bones().getFirst()) ? ray.boneMm() : 0;
        if (Math.abs(across) < BODY && Math.abs(other) < BODY) {
          ray.aim(f.at(across, other, 150), f.up().times(-1));
          views.above[at] = ray.walk(vertebra.skeleton().bones().getFirst()) ? ray.boneMm() : 0;
        }
      }
    }
    return views;
  }

  private double mm(int pixel) {
    return (pixel + OFF) * pitch - HALF;
  }

  private double pixel(double mm) {
    return (mm + HALF) / pitch - OFF;
  }

  /**
   * A closed surface in metres with x to the front, y across and z up, turned about y until the
   * body's shadow from above is the least deep: there its walls stand along the rays.
   */
  static VertebraViews of(Path obj) throws IOException {
    List<Point> corners = new ArrayList<>();
    List<int[]> faces = new ArrayList<>();
    for (String line : Files.readAllLines(obj)) {
      String[] words = line.split("[ /]+");
      if (words[0].equals("v")) {
        corners.add(new Point(number(words[2]), number(words[1]), number(words[3])).times(1000));
      } else if (words[0].equals("f")) {
        faces.add(
            new int[] {
              Integer.parseInt(words[1]) - 1,
              Integer.parseInt(words[3]) - 1,
              Integer.parseInt(words[5]) - 1
            });
      }
    }
    VertebraViews best = turned(corners, faces, 0);
    for (int degrees = -40; degrees <= 40; degrees += 2) {
      VertebraViews views = turned(corners, faces, degrees);
      best = views.depth() < best.depth() ? views : best;
    }
    return best;
  }

  private static double number(String word) {
    return Double.parseDouble(word);
  }

  private static VertebraViews turned(List<Point> corners, List<int[]> faces, int degrees) {
    Frame f = Frame.BODY.turned(degrees, 0, 0);
    List<Point> turned =
        corners.stream().map(p -> new Point(p.x(), p.dot(f.front()), p.dot(f.up()))).toList();
    double foremost = turned.stream().mapToDouble(Point::y).max().orElseThrow();
    double height =
        turned.stream()
            .filter(p -> p.y() > foremost - 20)
            .mapToDouble(Point::z)
            .average()
            .orElseThrow();
    Point centre = new Point(0, foremost - 17, height);
    VertebraViews views = new VertebraViews(0.5);
    for (int[] face : faces) {
      Point a = turned.get(face[0]).minus(centre);
      Point b = turned.get(face[1]).minus(centre);
      Point c = turned.get(face[2]).minus(centre);
      double[] x = {a.x(), b.x(), c.x()};
      double[] y = {a.y(), b.y(), c.y()};
      double[] z = {a.z(), b.z(), c.z()};
      views.add(views.front, x, z, y);
      views.add(views.above, x, y, z);
    }
    return views;
  }

  /** Adds how far a triangle lies along the rays: where they enter a surface, and leave it. */
  private void add(double[] view, double[] across, double[] other, double[] along) {
    double[] x = new double[3];
    double[] y = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = pixel(across[i]);
      y[i] = pixel(other[i]);
    }
    TriangleRaster.fill(
        x,
        y,
        side,
        side,
        (row, column, first, second, third) -> {
          double area = first + second + third;
          if (area != 0) {
            view[row * side + column] +=
                (first * along[0] + second * along[1] + third * along[2]) / Math.abs(area);
          }
        });
  }

  Measures measures() {
    double depth = depth();
    int middle = foremost() - (int) Math.round(depth / 2 / pitch);
    double shadow = 0;
    double lengths = 0;
    for (double path : front) {
      shadow += Math.abs(path) > 0.2 ? pitch * pitch : 0;
      lengths += Math.abs(path) * pitch * pitch;
    }
    return new Measures(width(middle), depth, height(middle), shadow / 100, lengths / shadow);
  }

  private boolean isBone(int row, int column) {
    return Math.abs(above[row * side + column]) > 0.2;
  }

  private int foremost() {
    int row = side - 1;
    while (!isBone(row, side / 2)) {
      row--;
    }
    return row;
  }

  /** From the front edge to the canal. */
  private double depth() {
    int front = foremost();
    int row = front;
    while (isBone(row, side / 2)) {
      row--;
    }
    return (front - row) * pitch;
  }

  private double width(int middle) {
    int widest = 0;
    for (int row = middle; row <= foremost(); row++) {
      int width = 0;
      for (int column = 0; column < side; column++) {
        width += isBone(row, column) ? 1 : 0;
      }
      widest = Math.max(widest, width);
    }
    return widest * pitch;
  }

  private double height(int middle) {
    int reach = (int) (5 / pitch);
    double sum = 0;
    int count = 0;
    for (int row = middle - reach; row <= middle + reach; row++) {
      for (int column = side / 2 - reach; column <= side / 2 + reach; column++) {
        sum += Math.abs(above[row * side + column]);
        count++;
      }
    }
    return sum / count;
  }
}
