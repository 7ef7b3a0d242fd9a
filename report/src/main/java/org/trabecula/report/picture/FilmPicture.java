package org.trabecula.report.picture;

import java.util.Arrays;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

/**
 * A radiograph as a reader sees it: bone bright, windowed to what the collimated field holds, small
 * enough for a page.
 */
public final class FilmPicture {
  /** Longest side in pixels. */
  public static final int LONGEST_SIDE = 1280;

  private static final double DARK_SHARE = 0.02;
  private static final double BRIGHT_SHARE = 0.997;
  private static final int PROBES = 60_000;

  private final int width;
  private final int height;
  private final double scale;
  private final byte[] grey;

  private FilmPicture(int width, int height, double scale, byte[] grey) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.grey = grey;
  }

  /** Returns the picture of a radiograph, windowed to its field. */
  public static FilmPicture of(Radiograph radiograph, Field field) {
    int longest = Math.max(radiograph.rows(), radiograph.columns());
    double scale = Math.min(1, (double) LONGEST_SIDE / longest);
    int width = (int) Math.max(1, Math.round(radiograph.columns() * scale));
    int height = (int) Math.max(1, Math.round(radiograph.rows() * scale));
    float[] shrunk = Shrink.average(radiograph, width, height);
    float[] window = window(radiograph, field);
    byte[] grey = new byte[shrunk.length];
    for (int i = 0; i < grey.length; i++) {
      double share = (shrunk[i] - window[0]) / Math.max(1e-9, window[1] - window[0]);
      grey[i] = (byte) Math.round(255 * Math.clamp(share, 0.0, 1.0));
    }
    return new FilmPicture(width, height, scale, grey);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Pixels of the picture per pixel of the radiograph. */
  public double scale() {
    return scale;
  }

  /** Where a place of the radiograph, counted between pixel centres, lies on the picture. */
  public Point at(double row, double column) {
    return new Point((column + 0.5) * scale - 0.5, (row + 0.5) * scale - 0.5);
  }

  /** The brightness of a pixel, 0 to 255. */
  public int grey(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** The picture as a PNG file. */
  public byte[] png() {
    return Png.grey(width, height, grey);
  }

  /** Darkest and brightest sample that are told apart, from a regular sample of the field. */
  private static float[] window(Radiograph radiograph, Field field) {
    int step =
        (int) Math.max(1, Math.ceil(Math.sqrt((double) field.rows() * field.columns() / PROBES)));
    float[] probes = new float[(field.rows() / step + 1) * (field.columns() / step + 1)];
    int count = 0;
    for (int row = field.top(); row < field.bottom(); row += step) {
      for (int column = field.left(); column < field.right(); column += step) {
        probes[count++] = radiograph.at(row, column);
      }
    }
    float[] sorted = Arrays.copyOf(probes, count);
    Arrays.sort(sorted);
    return new float[] {
      sorted[(int) (DARK_SHARE * (count - 1))], sorted[(int) (BRIGHT_SHARE * (count - 1))]
    };
  }
}
