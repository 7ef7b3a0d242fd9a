package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrandsTest {
  private static final Point BOTTOM = new Point(0, 0, 0);
  private static final Point TOP = new Point(0, 0, 40);

  private static Strands one(double depth) {
    return new Strands(List.of(new Strands.Piece(BOTTOM, TOP, 2, 1.5, depth)));
  }

  @Test
  void theGainIsFullOnTheAxisAndNoneBeyondTwoRadii() {
    Strands cord = new Strands(List.of(new Strands.Piece(BOTTOM, TOP, 2, 1.5)));
    assertThat(cord.at(0, 0, 20)).isCloseTo(1.5, within(1e-12));
    assertThat(cord.at(1, 0, 20)).isBetween(0.5, 1.4);
    assertThat(cord.at(4.01, 0, 20)).isZero();
    assertThat(cord.at(0, 4.01, 20)).isZero();
  }

  @Test
  void aSheetReachesFurtherFromFrontToBackButNoFurtherAcross() {
    assertThat(one(4).at(0, 4, 20)).isCloseTo(one(1).at(0, 1, 20), within(1e-12));
    assertThat(one(4).at(3, 0, 20)).isCloseTo(one(1).at(3, 0, 20), within(1e-12));
  }
}
