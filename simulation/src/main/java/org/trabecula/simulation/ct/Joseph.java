package org.trabecula.simulation.ct;

import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Point;

/**
 * Line integrals by Joseph's method (IEEE Trans Med Imaging 1982;1:192): a ray meets every plane of
 * samples once, takes the linear mean of the samples around the place, and counts it for the length
 * of ray between two planes. Planes are those from back to front, so the rays of AP views cross
 * them steeply.
 *
 * <p>The rays of a row of pixels meet a plane along a straight line. The samples are first mixed
 * upwards along this line, once for all rays, which the virtual machine does for many samples at a
 * time; each ray then takes the mean of its two neighbours on the line.
 */
public final class Joseph {
  private static final int BLOCK_ROWS = 32;

  private final PairGrid pair;
  private final Camera camera;
  private final float[] first;
  private final float[] second;

  private Joseph(PairGrid pair, Camera camera) {
    this.pair = pair;
    this.camera = camera;
    first = new float[camera.rows() * camera.columns()];
    second = new float[first.length];
  }

  /** Both integrals on a camera's pixels, row-major: density times cm; read only. */
  public static final class Integrals {
    private final float[] first;
    private final float[] second;

    private Integrals(float[] first, float[] second) {
      this.first = first;
      this.second = second;
    }

    /** Of the pair's first density. */
    public float[] first() {
      return first;
    }

    /** Of the pair's second density. */
    public float[] second() {
      return second;
    }
  }

  /** Projects a grid, on all cores if asked; the result does not depend on it. */
  public static Integrals project(PairGrid pair, Camera camera, boolean parallel) {
    Joseph joseph = new Joseph(pair, camera);
    int blocks = (camera.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    IntStream all = IntStream.range(0, blocks);
    (parallel ? all.parallel() : all)
        .forEach(block ->
            joseph.new Block(block * BLOCK_ROWS, Math.min(camera.rows(), (block + 1) * BLOCK_ROWS))
                .cast());
    return new Integrals(joseph.first, joseph.second);
  }

  /** Some rows of pixels. */
  private final class Block {
    private final int from;
    private final int to;
    // Of every ray: place across and up in plane 0, in samples; change per plane; length between
    // planes in cm; both sums side by side.
    private final float[] across;
    private final float[] acrossPerPlane;
    private final float[] up;
    private final float[] upPerPlane;
    private final float[] centimetres;
    private final float[] sums;
    // Of the rays of a row: the sample before each, and how far it is to the next.
    private final int[] numbers;
    private final float[] shares;
    private final MixedLine line;

    Block(int from, int to) {
      this.from = from;
      this.to = to;
      int rays = (to - from) * camera.columns();
      across = new float[rays];
      acrossPerPlane = new float[rays];
      up = new float[rays];
      upPerPlane = new float[rays];
      centimetres = new float[rays];
      sums = new float[2 * rays];
      numbers = new int[rays];
      shares = new float[rays];
      line = new MixedLine(pair.samples().across(), pair.samples().up());
    }

    void cast() {
      prepare();
      int planes = pair.grid().front();
      for (int j = 0; j < planes; j++) {
        Plane plane = pair.plane(j);
        if (plane != null) {
          cast(plane, j);
        }
      }
      int start = from * camera.columns();
      for (int ray = 0; ray < across.length; ray++) {
        first[start + ray] = sums[2 * ray] * centimetres[ray];
        second[start + ray] = sums[2 * ray + 1] * centimetres[ray];
      }
    }

    private void prepare() {
      VoxelGrid grid = pair.samples();
      Optional<Point> source = camera.source();
      // From pixel to pixel both the place and the way to the focal spot change by the same steps.
      Point right = camera.right().times(camera.pitchMm());
      Point right1 = grid.direction(right);
      for (int row = from; row < to; row++) {
        Point pixel = camera.corner().plus(camera.down().times(row * camera.pitchMm()));
        Point place = grid.index(pixel);
        Point way = source.map(s -> s.minus(pixel)).orElse(camera.towardsTube());
        Point step = grid.direction(way);
        int begin = (row - from) * camera.columns();
        for (int column = 0; column < camera.columns(); column++) {
          double turn = source.isPresent() ? column : 0;
          double ahead = step.y() - turn * right1.y();
          double dx = (step.x() - turn * right1.x()) / ahead;
          double dz = (step.z() - turn * right1.z()) / ahead;
          double y = place.y() + column * right1.y();
          across[begin + column] = (float) (place.x() + column * right1.x() - y * dx);
          acrossPerPlane[begin + column] = (float) dx;
          up[begin + column] = (float) (place.z() + column * right1.z() - y * dz);
          upPerPlane[begin + column] = (float) dz;
          double mm = length(way, right, turn);
          centimetres[begin + column] = (float) (0.1 * mm / Math.abs(ahead));
        }
      }
    }

    private static double length(Point way, Point right, double turn) {
      double x = way.x() - turn * right.x();
      double y = way.y() - turn * right.y();
      double z = way.z() - turn * right.z();
      return Math.sqrt(x * x + y * y + z * z);
    }

    private void cast(Plane plane, int j) {
      Line top = along(plane, j, 0);
      Line bottom = along(plane, j, across.length - camera.columns());
      boolean level = top.nearlyLevel() && bottom.nearlyLevel();
      if (level) {
        line.layOut(plane, top, bottom);
      }
      for (int begin = 0; begin < across.length; begin += camera.columns()) {
        if (level) {
          row(plane, j, begin);
        } else {
          steep(plane, j, begin);
        }
      }
    }

    private void row(Plane plane, int j, int begin) {
      if (line.mix(along(plane, j, begin))) {
        // Growing columns run to the left of the grid where the camera looks from behind.
        int last = begin + camera.columns() - 1;
        boolean rising = at(across, acrossPerPlane, last, j) > at(across, acrossPerPlane, begin, j);
        float low = line.low() + plane.left();
        float high = line.high() + plane.left();
        int one = columns(begin, j, rising ? low : high, rising);
        int end = columns(begin, j, rising ? high : low, rising);
        add(j, begin + one, begin + end, plane.left());
      }
    }

    /** Where a row of pixels meets a plane. */
    private Line along(Plane plane, int j, int begin) {
      int last = begin + camera.columns() - 1;
      double x = at(across, acrossPerPlane, begin, j) - plane.left();
      double z = at(up, upPerPlane, begin, j) - plane.bottom();
      double run = at(across, acrossPerPlane, last, j) - plane.left() - x;
      double rise = at(up, upPerPlane, last, j) - plane.bottom() - z;
      double slope = last == begin ? Double.POSITIVE_INFINITY : rise / run;
      return new Line(z - slope * x, slope);
    }

    private float at(float[] start, float[] perPlane, int ray, int j) {
      return start[ray] + j * perPlane[ray];
    }

    /** How many columns come before the first whose ray is past a place. */
    private int columns(int begin, int j, float place, boolean rising) {
      int low = 0;
      int high = camera.columns();
      while (low < high) {
        int middle = (low + high) >>> 1;
        float x = at(across, acrossPerPlane, begin + middle, j);
        if (rising ? x < place : x > place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private void add(int j, int one, int end, int left) {
      float[] mixed = line.pairs();
      // Samples of the line begin with an empty one.
      int shift = MixedLine.BEFORE - left;
      // Apart from the sums, as this loop is done for many rays at a time and theirs cannot be.
      float[] start = across;
      float[] perPlane = acrossPerPlane;
      float[] part = shares;
      int[] number = numbers;
      for (int ray = one; ray < end; ray++) {
        float x = start[ray] + j * perPlane[ray] + shift;
        int i = (int) x;
        number[ray] = i;
        part[ray] = x - i;
      }
      float[] sum = sums;
      for (int ray = one; ray < end; ray++) {
        int at = 2 * number[ray];
        float v = part[ray];
        float a = mixed[at];
        float b = mixed[at + 1];
        sum[2 * ray] += a + v * (mixed[at + 2] - a);
        sum[2 * ray + 1] += b + v * (mixed[at + 3] - b);
      }
    }

    /** Where a row of pixels runs along the body rather than across: sample by sample. */
    private void steep(Plane plane, int j, int begin) {
      float[] pairs = plane.pairs();
      int stride = plane.stride();
      float most = stride / 2 - 1;
      float highest = plane.rows() - 1;
      for (int ray = begin; ray < begin + camera.columns(); ray++) {
        float x = at(across, acrossPerPlane, ray, j) - plane.left();
        float z = at(up, upPerPlane, ray, j) - plane.bottom();
        if (x >= 0 && x < most && z >= 0 && z < highest) {
          int i = (int) x;
          int k = (int) z;
          int at = k * stride + 2 * i;
          for (int c = 0; c < 2; c++, at++) {
            float a = pairs[at] + (x - i) * (pairs[at + 2] - pairs[at]);
            int over = at + stride;
            float b = pairs[over] + (x - i) * (pairs[over + 2] - pairs[over]);
            sums[2 * ray + c] += a + (z - k) * (b - a);
          }
        }
      }
    }
  }
}
