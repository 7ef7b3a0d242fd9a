package org.trabecula.simulation.projection;

import org.trabecula.densitometry.Site;
import org.trabecula.simulation.skeleton.RegionRules;

/** Which measured regions cover each pixel: bit flags, row-major, on the grid of a projection. */
public final class RegionMap {
  /** Bit of a pixel behind metal: more than {@link #LEAST_METAL}. */
  public static final int METAL = 0x80;

  /** Areal mass of metal that hides what is behind it, g/cm². */
  public static final float LEAST_METAL = 0.05f;

  private final int rows;
  private final int columns;
  private final byte[] flags;

  /**
   * Takes ownership of the flags.
   *
   * @throws IllegalArgumentException if they do not fill rows x columns
   */
  public RegionMap(int rows, int columns, byte[] flags) {
    if (flags.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "%d flags do not fill %d x %d".formatted(flags.length, rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    this.flags = flags;
  }

  /**
   * The bit of a region.
   *
   * @throws IllegalArgumentException for a site that is a sum of others
   */
  public static int bit(Site site) {
    return switch (site) {
      case L1 -> 1;
      case L2 -> 2;
      case L3 -> 4;
      case L4 -> 8;
      case FEMORAL_NECK -> 16;
      case TROCHANTER -> 32;
      case TOTAL_HIP -> 64;
      case L1_L4, L2_L4 ->
          throw new IllegalArgumentException("%s has no bit of its own".formatted(site));
    };
  }

  /** The bits of a pixel in a part of the proximal femur. */
  public static int hipFlags(RegionRules.HipPart part) {
    int total = bit(Site.TOTAL_HIP);
    return switch (part) {
      case NONE -> 0;
      case NECK -> total | bit(Site.FEMORAL_NECK);
      case TROCHANTER -> total | bit(Site.TROCHANTER);
      case SHAFT -> total;
    };
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** All bits of a pixel. */
  public int at(int row, int column) {
    return flags[row * columns + column] & 0xFF;
  }

  /** Whether a pixel belongs to a region. */
  public boolean contains(Site site, int row, int column) {
    return (at(row, column) & bit(site)) != 0;
  }

  /** Share of a region's pixels that metal hides, 0 where the region is not on the image. */
  public double hidden(Site site) {
    int bit = bit(site);
    int all = 0;
    int hidden = 0;
    for (byte flag : flags) {
      if ((flag & bit) != 0) {
        all++;
        hidden += (flag & METAL) != 0 ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) hidden / all;
  }

  /** The flags themselves; read only, by convention of this hot path. */
  public byte[] flags() {
    return flags;
  }
}
