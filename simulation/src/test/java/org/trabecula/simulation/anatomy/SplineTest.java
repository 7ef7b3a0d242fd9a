package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SplineTest {
  @Test
  void aStraightRowStaysStraightAndKeepsItsPlaces() {
    double[][] all = Spline.withMiddles(new double[] {0}, new double[] {2}, new double[] {4});
    assertThat(all).hasNumberOfRows(5);
    assertThat(all[2][0]).isEqualTo(2);
    assertThat(all[1][0]).isBetween(0.7, 1.0);
    assertThat(all[1][0] + all[3][0]).isCloseTo(4, within(1e-12));
  }

  @Test
  void middlesLieOnTheParabolaThatThePlacesLieOn() {
    double[][] all =
        Spline.withMiddles(
            new double[] {0, 0}, new double[] {1, 1}, new double[] {2, 4}, new double[] {3, 9});
    assertThat(all[3][0]).isCloseTo(1.5, within(1e-12));
    assertThat(all[3][1]).isCloseTo(2.25, within(1e-12));
  }
}
