package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class ScatterTest {
  @Test
  void aCoarserGridLetsMoreScatterThrough() {
    Plane plane = new Plane(112, 100, 4);
    double[] field = {400, 300};
    double fine = ScatterTableTest.ratio(plane, 20, field, new Beam(80, 3, 12, 1));
    double coarse = ScatterTableTest.ratio(plane, 20, field, new Beam(80, 3, 8, 1));
    double none = ScatterTableTest.ratio(plane, 20, field, new Beam(80, 3, 0, 1));
    assertThat(coarse).isBetween(1.2 * fine, 1.6 * fine);
    assertThat(none).isGreaterThan(2 * coarse);
    assertThat(ScatterTableTest.ratio(plane, 20, field, new Beam(80, 3, 12, 1.5)))
        .isCloseTo(1.5 * fine, withPercentage(0.01));
  }

  @Test
  void theRatioDoesNotDependOnThePitch() {
    double[] field = {400, 300};
    Beam beam = new Beam(80, 3, 0, 1);
    double coarse = ScatterTableTest.ratio(new Plane(112, 100, 4), 22, field, beam);
    double fine = ScatterTableTest.ratio(new Plane(448, 400, 1), 22, field, beam);
    assertThat(fine).isCloseTo(coarse, withPercentage(2));
  }

  @Test
  void airDoesNotScatter() {
    Plane plane = new Plane(112, 100, 4);
    assertThat(ScatterTableTest.ratio(plane, 0, new double[] {400, 300}, new Beam(80, 3, 0, 1)))
        .isZero();
  }
}
