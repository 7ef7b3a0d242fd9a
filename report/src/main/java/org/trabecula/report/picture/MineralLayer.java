package org.trabecula.report.picture;

import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.PixelMap;

/** The mineral map as a layer of colour that lets the radiograph shine through. */
public final class MineralLayer {
  /** Less mineral than this, in g/cm², is not drawn. */
  static final double FAINTEST = 0.12;

  private static final double FULL_AT = 0.5;
  private static final double STRONGEST = 0.55;

  private final PixelMap map;
  private final CanonicalFrame frame;
  private final ColourScale colours;

  /** A layer of a map that lies in a frame on the radiograph. */
  public MineralLayer(PixelMap map, CanonicalFrame frame, ColourScale colours) {
    this.map = map;
    this.frame = frame;
    this.colours = colours;
  }

  /** The colours that stand for densities. */
  public ColourScale colours() {
    return colours;
  }

  /** The frame on the radiograph. */
  public CanonicalFrame frame() {
    return frame;
  }

  /** How much a density covers the radiograph, in [0, 1). */
  static double opacity(double density) {
    return STRONGEST * Math.clamp((density - FAINTEST) / (FULL_AT - FAINTEST), 0.0, 1.0);
  }

  /** The density at a place of the radiograph, g/cm², interpolated; 0 outside the frame. */
  public double density(double row, double column) {
    double r = frame.canonicalRow(row);
    double c = frame.canonicalColumn(column);
    int r0 = (int) Math.floor(r);
    int c0 = (int) Math.floor(c);
    double down = r - r0;
    double right = c - c0;
    return (1 - down) * ((1 - right) * value(r0, c0) + right * value(r0, c0 + 1))
        + down * ((1 - right) * value(r0 + 1, c0) + right * value(r0 + 1, c0 + 1));
  }

  /**
   * The layer as a PNG file with opacity, one pixel per canonical pixel, in the radiograph's
   * orientation: a mirrored view is mirrored back.
   */
  public byte[] png() {
    byte[] samples = new byte[CanonicalFrame.ROWS * CanonicalFrame.COLUMNS * 4];
    int out = 0;
    for (int row = 0; row < CanonicalFrame.ROWS; row++) {
      for (int x = 0; x < CanonicalFrame.COLUMNS; x++) {
        double density = value(row, frame.mirrored() ? CanonicalFrame.COLUMNS - 1 - x : x);
        int rgb = colours.rgb(density);
        samples[out++] = (byte) (rgb >> 16);
        samples[out++] = (byte) (rgb >> 8);
        samples[out++] = (byte) rgb;
        samples[out++] = (byte) Math.round(255 * opacity(density));
      }
    }
    return Png.rgbAlpha(CanonicalFrame.COLUMNS, CanonicalFrame.ROWS, samples);
  }

  private double value(int row, int column) {
    boolean inside =
        row >= 0 && column >= 0 && row < CanonicalFrame.ROWS && column < CanonicalFrame.COLUMNS;
    return inside ? Math.max(0, map.at(row, column)) : 0;
  }
}
