package org.trabecula.simulation.dxa;

/**
 * One site as measured.
 *
 * @param contentG bone mineral content, g of hydroxyapatite
 * @param areaCm2 projected bone area
 */
public record SiteReading(double contentG, double areaCm2) {
  public SiteReading {
    if (!(contentG > 0 && areaCm2 > 0)) {
      throw new IllegalArgumentException(
          "A content of %s g over %s cm² is no reading".formatted(contentG, areaCm2));
    }
  }

  /** Areal density, g/cm². */
  public double bmd() {
    return contentG / areaCm2;
  }
}
