package org.trabecula.simulation.ct;

import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Point;

/**
 * Line integrals by Joseph's method (IEEE Trans Med Imaging 1982;1:192): a ray meets every plane of
 * voxels once, takes the bilinear mean of the four voxels around the place, and counts it for the
 * length of ray between two planes. Planes are those from back to front, so the rays of AP views
 * cross them steeply.
 */
public final class Joseph {
  private static final int BLOCK_ROWS = 16;

  /** A row whose rays keep to one height within this, in voxels, is taken as level. */
  private static final float LEVEL = 1e-3f;

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
    // Of every ray: place across and up in plane 0, in voxels of the padded plane; change per
    // plane; length between planes in cm.
    private final float[] across;
    private final float[] acrossPerPlane;
    private final float[] up;
    private final float[] upPerPlane;
    private final float[] centimetres;
    private final float[] mixed;

    Block(int from, int to) {
      this.from = from;
      this.to = to;
      int rays = (to - from) * camera.columns();
      across = new float[rays];
      acrossPerPlane = new float[rays];
      up = new float[rays];
      upPerPlane = new float[rays];
      centimetres = new float[rays];
      mixed = new float[pair.stride()];
    }

    void cast() {
      prepare();
      int planes = pair.grid().front();
      for (int j = 0; j < planes; j++) {
        float[] plane = pair.plane(j);
        if (plane != null) {
          for (int row = from; row < to; row++) {
            row(plane, j, row);
          }
        }
      }
      int start = from * camera.columns();
      for (int ray = 0; ray < across.length; ray++) {
        first[start + ray] *= centimetres[ray];
        second[start + ray] *= centimetres[ray];
      }
    }

    private void prepare() {
      VoxelGrid grid = pair.grid();
      Optional<Point> source = camera.source();
      Point normal = camera.towardsTube();
      for (int row = from; row < to; row++) {
        Point start = camera.corner().plus(camera.down().times(row * camera.pitchMm()));
        for (int column = 0; column < camera.columns(); column++) {
          Point pixel = start.plus(camera.right().times(column * camera.pitchMm()));
          Point towards = source.map(s -> s.minus(pixel)).orElse(normal);
          Point step = grid.direction(towards);
          Point place = grid.index(pixel);
          int ray = (row - from) * camera.columns() + column;
          double dx = step.x() / step.y();
          double dz = step.z() / step.y();
          across[ray] = (float) (place.x() - place.y() * dx + 1);
          acrossPerPlane[ray] = (float) dx;
          up[ray] = (float) (place.z() - place.y() * dz + 1);
          upPerPlane[ray] = (float) dz;
          centimetres[ray] = (float) (0.1 * towards.length() / Math.abs(step.y()));
        }
      }
    }

    private void row(float[] plane, int j, int row) {
      int begin = (row - from) * camera.columns();
      int end = begin + camera.columns();
      float z = up[begin] + j * upPerPlane[begin];
      float last = up[end - 1] + j * upPerPlane[end - 1];
      if (Math.abs(last - z) < LEVEL) {
        level(plane, j, begin, 0.5f * (z + last));
      } else {
        slanted(plane, j, begin);
      }
    }

    /** All rays of a row meet the plane at one height: mix two rows of voxels once for all. */
    private void level(float[] plane, int j, int begin, float z) {
      if (!(z >= 0 && z < pair.grid().up() + 1)) {
        return;
      }
      int k = (int) z;
      float w = z - k;
      int stride = pair.stride();
      int low = k * stride;
      for (int x = 0; x < stride; x++) {
        float below = plane[low + x];
        mixed[x] = below + w * (plane[low + stride + x] - below);
      }
      int columns = camera.columns();
      int pixel = from * columns + begin;
      int most = pair.grid().across() + 1;
      for (int c = 0; c < columns; c++) {
        float x = across[begin + c] + j * acrossPerPlane[begin + c];
        int i = (int) x;
        if (x >= 0 && i < most) {
          float v = x - i;
          int at = 2 * i;
          float left = mixed[at];
          float left2 = mixed[at + 1];
          first[pixel + c] += left + v * (mixed[at + 2] - left);
          second[pixel + c] += left2 + v * (mixed[at + 3] - left2);
        }
      }
    }

    private void slanted(float[] plane, int j, int begin) {
      int stride = pair.stride();
      int columns = camera.columns();
      int pixel = from * columns + begin;
      int most = pair.grid().across() + 1;
      int highest = pair.grid().up() + 1;
      for (int c = 0; c < columns; c++) {
        int ray = begin + c;
        float x = across[ray] + j * acrossPerPlane[ray];
        float z = up[ray] + j * upPerPlane[ray];
        int i = (int) x;
        int k = (int) z;
        if (x >= 0 && i < most && z >= 0 && k < highest) {
          float v = x - i;
          float w = z - k;
          int at = k * stride + 2 * i;
          int over = at + stride;
          float a = plane[at] + v * (plane[at + 2] - plane[at]);
          float b = plane[over] + v * (plane[over + 2] - plane[over]);
          float a2 = plane[at + 1] + v * (plane[at + 3] - plane[at + 1]);
          float b2 = plane[over + 1] + v * (plane[over + 3] - plane[over + 1]);
          first[pixel + c] += a + w * (b - a);
          second[pixel + c] += a2 + w * (b2 - a2);
        }
      }
    }
  }
}
