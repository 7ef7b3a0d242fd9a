package org.trabecula.report.picture;

/**
 * The colours of a mineral map, from dark violet over red and orange to pale yellow.
 *
 * <p>Equal steps of density are equal steps of lightness: the scale is a straight line in the
 * lightness of Oklab (B. Ottosson, "A perceptual color space for image processing", 2020), which
 * also keeps it readable in grey and for colour-blind readers. Hue and chroma only help.
 *
 * @param lowest density of the darkest colour, g/cm²
 * @param highest density of the palest colour, g/cm²
 */
public record ColourScale(double lowest, double highest) {
  private static final double DARKEST = 0.32;
  private static final double PALEST = 0.95;
  private static final double FIRST_HUE_DEGREES = 295;
  private static final double LAST_HUE_DEGREES = 460;
  private static final double LARGEST_CHROMA = 0.2;
  private static final int[] SHADES = shades();

  public ColourScale {
    if (!(lowest < highest)) {
      throw new IllegalArgumentException(
          "A scale from %s to %s g/cm² is empty".formatted(lowest, highest));
    }
  }

  /** The colour of a density; a density beyond the scale has the colour of its end. */
  public int rgb(double density) {
    double share = Math.clamp((density - lowest) / (highest - lowest), 0.0, 1.0);
    return SHADES[(int) Math.round(share * (SHADES.length - 1))];
  }

  private static int[] shades() {
    int[] shades = new int[512];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = shade((double) i / (shades.length - 1));
    }
    return shades;
  }

  private static int shade(double share) {
    double lightness = DARKEST + share * (PALEST - DARKEST);
    double hue = Math.toRadians(FIRST_HUE_DEGREES + share * (LAST_HUE_DEGREES - FIRST_HUE_DEGREES));
    double chroma = LARGEST_CHROMA * (0.45 + 0.55 * Math.sin(Math.PI * share));
    while (chroma > 0.001 && !inGamut(lightness, chroma, hue)) {
      chroma *= 0.97;
    }
    return pack(linearRgb(lightness, chroma, hue));
  }

  private static boolean inGamut(double lightness, double chroma, double hue) {
    for (double channel : linearRgb(lightness, chroma, hue)) {
      if (channel < -1e-6 || channel > 1 + 1e-6) {
        return false;
      }
    }
    return true;
  }

  /** Oklab to linear sRGB; the matrices are those of the publication. */
  private static double[] linearRgb(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static int pack(double[] linear) {
    int rgb = 0;
    for (double channel : linear) {
      rgb = rgb << 8 | (int) Math.round(255 * companded(Math.clamp(channel, 0.0, 1.0)));
    }
    return rgb;
  }

  /** IEC 61966-2-1. */
  private static double companded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }
}
