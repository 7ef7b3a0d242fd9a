package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Spot values of the attenuation coefficients. */
class AttenuationTableTest {
  /**
   * Golden values, cm²/g: xraylib 4.0 with ICRU-44 mass fractions, four digits; within 0.07 % of
   * NIST SRD 126 at common energies.
   */
  private static final String TABLE =
      """
      keV,WATER,SOFT_TISSUE,ADIPOSE,HYDROXYAPATITE,AIR,ALUMINIUM,TI6AL4V,CAESIUM_IODIDE,COPPER
      10,5.33,5.38,3.268,47.19,5.12,26.21,106.1,171.1,216
      15,1.672,1.699,1.083,14.94,1.614,7.955,34.36,58.16,74.05
      20,0.8098,0.8231,0.5678,6.559,0.778,3.442,15.18,26.86,33.8
      25,0.5082,0.515,0.3869,3.482,0.4838,1.836,8.019,14.71,18.2
      30,0.3756,0.379,0.3064,2.099,0.3538,1.128,4.765,9.047,10.91
      35,0.3075,0.3091,0.2643,1.389,0.2869,0.7696,3.08,18.46,7.074
      40,0.2683,0.2688,0.2396,0.9876,0.2485,0.5684,2.124,22.97,4.861
      45,0.2436,0.2435,0.2235,0.7436,0.2243,0.4466,1.543,16.94,3.498
      50,0.2269,0.2264,0.2123,0.5867,0.208,0.3682,1.168,12.87,2.613
      55,0.2149,0.2141,0.2039,0.4808,0.1963,0.3151,0.9159,9.997,2.013
      60,0.2059,0.2048,0.1974,0.4067,0.1875,0.2778,0.7399,7.921,1.593
      65,0.1987,0.1976,0.192,0.3531,0.1806,0.2506,0.6132,6.396,1.289
      70,0.1929,0.1916,0.1875,0.3131,0.175,0.2301,0.5197,5.248,1.064
      75,0.1879,0.1866,0.1835,0.2827,0.1703,0.2143,0.4489,4.367,0.8941
      80,0.1837,0.1823,0.18,0.2589,0.1662,0.2018,0.3943,3.677,0.763
      90,0.1766,0.1752,0.174,0.2248,0.1596,0.1833,0.3171,2.688,0.5783
      100,0.1707,0.1693,0.1688,0.2019,0.1541,0.1704,0.2666,2.035,0.4585
      110,0.1657,0.1643,0.1643,0.1856,0.1495,0.1608,0.2319,1.587,0.377
      120,0.1614,0.1599,0.1602,0.1734,0.1455,0.1533,0.2071,1.269,0.3195
      130,0.1574,0.156,0.1565,0.1639,0.1419,0.1473,0.1886,1.036,0.2775
      140,0.1538,0.1525,0.1531,0.1564,0.1386,0.1422,0.1745,0.8621,0.246
      150,0.1505,0.1492,0.15,0.1501,0.1356,0.1378,0.1634,0.7291,0.2217
      """;

  @Test
  void spotValuesAreMet() {
    List<String[]> lines = TABLE.lines().map(line -> line.split(",", -1)).toList();
    String[] names = lines.getFirst();
    double worst = 0;
    String where = "";
    for (String[] line : lines.subList(1, lines.size())) {
      double kev = Double.parseDouble(line[0]);
      for (int i = 1; i < names.length; i++) {
        double expected = Double.parseDouble(line[i]);
        double found = Attenuation.massCoefficient(Substance.valueOf(names[i]), kev);
        if (Math.abs(found / expected - 1) >= worst) {
          worst = Math.abs(found / expected - 1);
          where = "%s at %s keV".formatted(names[i], line[0]);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "attenuation: %d spot values, at most %.3f %% off (%s)%n",
        (lines.size() - 1) * (names.length - 1),
        100 * worst,
        where);
    assertThat(worst).isLessThanOrEqualTo(0.001);
  }

  /**
   * Between the energies of the table, against a parabola through the logarithms of three of them:
   * what is left is the error of drawing straight lines.
   */
  @Test
  void linesBetweenTheEnergiesAreCloseToACurve() {
    double[] energies = {20, 25, 30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 110, 120};
    for (Substance substance :
        List.of(
            Substance.WATER,
            Substance.SOFT_TISSUE,
            Substance.ADIPOSE,
            Substance.HYDROXYAPATITE,
            Substance.ALUMINIUM)) {
      double worst = 0;
      for (int i = 0; i + 2 < energies.length; i++) {
        double middle = Math.sqrt(energies[i] * energies[i + 1]);
        double curve = parabola(substance, energies, i, middle);
        double line = Attenuation.massCoefficient(substance, middle);
        worst = Math.max(worst, Math.abs(line / curve - 1));
      }
      System.out.printf(
          Locale.ROOT,
          "attenuation of %s between the energies of the table: at most %.2f %% off a curve%n",
          substance,
          100 * worst);
      assertThat(worst).isLessThanOrEqualTo(0.02);
    }
  }

  private static double parabola(Substance substance, double[] energies, int first, double kev) {
    double sum = 0;
    for (int i = first; i < first + 3; i++) {
      double weight = 1;
      for (int j = first; j < first + 3; j++) {
        if (j != i) {
          weight *= Math.log(kev / energies[j]) / Math.log(energies[i] / energies[j]);
        }
      }
      sum += weight * Math.log(Attenuation.massCoefficient(substance, energies[i]));
    }
    return Math.exp(sum);
  }
}
