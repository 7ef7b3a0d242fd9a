package org.trabecula.screening;

import java.util.Arrays;
import java.util.BitSet;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

/**
 * Finds small metal, such as surgical clips, that canonical pixels are too coarse for: on a grid of
 * about 0.4 mm, spots that are brighter than all of a ring around them by far more than the ring
 * varies. Lines and edges cross the ring, so that bones do not count.
 *
 * <p>Levels were set on the surgical clips of the NEMA WG-04 hip (0.8 x 4 mm, three of four found)
 * and on 34 real spine films, most without metal.
 */
final class ClipFinder {
  /** Grid pixels per canonical pixel, nearly: 0.375 mm each. */
  private static final int PER_CANONICAL = 4;

  /** Radius of the ring, in grid pixels: 3.4 mm, longer than half a clip. */
  private static final int RADIUS = 9;

  /** How far a spot stands above the brightest of its ring, as a share of the field's contrast. */
  private static final double LEVEL = 0.15;

  /** The same, in ranges of the ring. */
  private static final double OVER_RING = 1;

  /** A clip reaches over this many canonical pixels: texture makes spots of one or two. */
  private static final int LEAST_PIXELS = 3;

  private static final double LEAST_CM2 = 0.012;

  private static final int[][] RING = ring();

  private final int block;
  private final int top;
  private final int left;
  private final int rows;
  private final int columns;

  private ClipFinder(CanonicalView view) {
    Field field = view.field();
    block = Math.max(1, (int) Math.round(view.frame().rowsPerPixel() / PER_CANONICAL));
    top = field.top();
    left = field.left();
    rows = field.rows() / block;
    columns = field.columns() / block;
  }

  /**
   * Small metal.
   *
   * @param pixels canonical pixels that hold some
   * @param cm2PerPixel mean area of it in each
   */
  record Clips(BitSet pixels, double cm2PerPixel) {
    private static final Clips NONE = new Clips(new BitSet(), 0);

    Clips {
      pixels = (BitSet) pixels.clone();
    }

    @Override
    public BitSet pixels() {
      return (BitSet) pixels.clone();
    }
  }

  static Clips find(Radiograph film, CanonicalView view) {
    ClipFinder finder = new ClipFinder(view);
    boolean tiny = finder.rows <= 2 * RADIUS || finder.columns <= 2 * RADIUS;
    return tiny ? Clips.NONE : finder.clips(film, view.frame());
  }

  private Clips clips(Radiograph film, CanonicalFrame frame) {
    int[] counts = spots(shrunk(film), frame);
    double gridPixelCm2 =
        RegionMask.PIXEL_CM2
            * (block / frame.rowsPerPixel())
            * (block / Math.abs(frame.columnsPerPixel()));
    BitSet hit = new BitSet(ModelInput.IMAGE_SIZE);
    for (int i = 0; i < counts.length; i++) {
      hit.set(i, counts[i] > 0);
    }
    BitSet clips = new BitSet(ModelInput.IMAGE_SIZE);
    double area = 0;
    for (BitSet part : Components.of(hit)) {
      double partCm2 = gridPixelCm2 * part.stream().map(i -> counts[i]).sum();
      if (part.cardinality() >= LEAST_PIXELS && partCm2 >= LEAST_CM2) {
        clips.or(part);
        area += partCm2;
      }
    }
    return clips.isEmpty() ? Clips.NONE : new Clips(clips, area / clips.cardinality());
  }

  /** How many grid pixels of each canonical pixel are spots. */
  private int[] spots(float[] samples, CanonicalFrame frame) {
    double level = LEVEL * contrast(samples);
    int[] counts = new int[ModelInput.IMAGE_SIZE];
    for (int row = RADIUS; row < rows - RADIUS; row++) {
      for (int column = RADIUS; column < columns - RADIUS; column++) {
        int canonical = canonical(frame, row, column);
        if (canonical >= 0 && isSpot(samples, row * columns + column, level)) {
          counts[canonical]++;
        }
      }
    }
    return counts;
  }

  private boolean isSpot(float[] samples, int pixel, double level) {
    float value = samples[pixel];
    float lowest = value;
    float highest = -Float.MAX_VALUE;
    for (int[] step : RING) {
      float other = samples[pixel + step[0] * columns + step[1]];
      if (value - other <= level) {
        return false;
      }
      lowest = Math.min(lowest, other);
      highest = Math.max(highest, other);
    }
    return value - highest > OVER_RING * (highest - lowest);
  }

  private static int[][] ring() {
    int count = 32;
    int[][] ring = new int[count][];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count;
      ring[i] =
          new int[] {
            (int) Math.round(RADIUS * StrictMath.sin(angle)),
            (int) Math.round(RADIUS * StrictMath.cos(angle))
          };
    }
    return ring;
  }

  private float[] shrunk(Radiograph film) {
    float[] shrunk = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int r = 0; r < block; r++) {
          for (int c = 0; c < block; c++) {
            sum += film.at(top + row * block + r, left + column * block + c);
          }
        }
        shrunk[row * columns + column] = (float) (sum / (block * block));
      }
    }
    return shrunk;
  }

  /** The range from 10 % to 90 % of the central two thirds. */
  private double contrast(float[] samples) {
    int height = rows * 2 / 3;
    int width = columns * 2 / 3;
    float[] central = new float[height * width];
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          samples, (row + rows / 6) * columns + columns / 6, central, row * width, width);
    }
    Arrays.sort(central);
    return central[central.length * 9 / 10] - (double) central[central.length / 10];
  }

  private int canonical(CanonicalFrame frame, int row, int column) {
    double middle = (block - 1) / 2.0;
    long r = Math.round(frame.canonicalRow(top + row * block + middle));
    long c = Math.round(frame.canonicalColumn(left + column * block + middle));
    boolean inside = r >= 0 && r < CanonicalFrame.ROWS && c >= 0 && c < CanonicalFrame.COLUMNS;
    return inside ? (int) (r * CanonicalFrame.COLUMNS + c) : -1;
  }
}
