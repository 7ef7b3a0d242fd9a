package org.trabecula.validation.figure;

/**
 * A colour. The palette is that of Okabe and Ito (Color Universal Design, 2008), which keeps apart
 * for colour-blind readers; the hues used together also differ in lightness, for print in grey.
 *
 * @param rgb 0xRRGGBB
 * @param opacity in (0, 1]
 */
public record Ink(int rgb, double opacity) {
  public static final Ink BLACK = new Ink(0x1a1a1a, 1);
  public static final Ink GREY = new Ink(0x6b6b6b, 1);
  public static final Ink LIGHT = new Ink(0xe3e3e3, 1);
  public static final Ink WHITE = new Ink(0xffffff, 1);
  public static final Ink BLUE = new Ink(0x0072b2, 1);
  public static final Ink VERMILION = new Ink(0xd55e00, 1);
  public static final Ink GREEN = new Ink(0x009e73, 1);
  public static final Ink SKY = new Ink(0x9fd0ee, 1);
  public static final Ink AMBER = new Ink(0xe69f00, 1);

  public Ink {
    if ((rgb & 0xffffff) != rgb || !(opacity > 0 && opacity <= 1)) {
      throw new IllegalArgumentException("rgb %x, opacity %s".formatted(rgb, opacity));
    }
  }

  /** The same colour, less of it. */
  public Ink faint(double share) {
    return new Ink(rgb, opacity * share);
  }
}
