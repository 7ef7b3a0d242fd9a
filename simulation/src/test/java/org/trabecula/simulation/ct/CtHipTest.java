package org.trabecula.simulation.ct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.skeleton.Point;

/** A thigh of water with a femur of a ball, a neck at 45°, a shaft and an acetabulum's roof. */
class CtHipTest {
  private static final double MM = 1;
  private static final int ACROSS = 150;
  private static final int FRONT = 135;
  private static final int UP = 180;
  private static final int BONE_HU = 400;
  private static final double HEAD = 23;
  private static final double NECK = 15;
  private static final double SHAFT = 16;

  private final VoxelGrid grid = VoxelGrid.centred(ACROSS, FRONT, UP, MM);
  private final short[][] hu = new short[FRONT][ACROSS * UP];
  private final byte[][] labels = new byte[FRONT][ACROSS * UP];

  /** The scan's lowest slice is that many mm below the middle of the head. */
  private CtBody body(boolean right, double belowHead) throws UnusableCtException {
    int side = right ? -1 : 1;
    Point head = new Point(-side * 20, 0, belowHead - MM * (UP - 1) / 2);
    Point neck = new Point(side * Math.sqrt(0.5), 0, -Math.sqrt(0.5));
    Point base = head.plus(neck.times(50));
    for (int j = 0; j < FRONT; j++) {
      Arrays.fill(hu[j], (short) -1000);
      Arrays.fill(labels[j], (byte) 0);
      for (int at = 0; at < ACROSS * UP; at++) {
        Point p = grid.at(at % ACROSS, j, at / ACROSS);
        if (Math.hypot(p.x(), p.y()) < 60) {
          Point from = p.minus(head);
          double along = Math.clamp(from.dot(neck), 0, 50);
          boolean femur =
              from.length() < HEAD
                  || from.minus(neck.times(along)).length() < NECK
                  || (p.z() < base.z() + 10
                      && Math.hypot(p.x() - base.x(), p.y() - base.y()) < SHAFT);
          boolean roof = from.length() > HEAD + 4 && from.length() < HEAD + 10 && from.z() > 0;
          hu[j][at] = (short) (femur || roof ? BONE_HU : 40);
          int label = right ? Structures.FEMUR_RIGHT : Structures.FEMUR_LEFT;
          labels[j][at] = (byte) (femur ? label : roof ? label + 2 : 0);
        }
      }
    }
    return CtBody.of(
        new CtVolume(grid, hu),
        new LabelVolume(grid, labels),
        HuCalibration.TYPICAL,
        right ? Part.RIGHT_HIP : Part.LEFT_HIP);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNeckHasTheDensityOfItsCylinder(boolean right) throws UnusableCtException {
    CtBody body = body(right, 110);
    double density = HuCalibration.TYPICAL.mineral(BONE_HU);
    double areal = density * Math.PI * NECK * NECK / (2 * NECK) / 10;
    assertThat(body.dxa().bmd(Site.FEMORAL_NECK)).isCloseTo(areal, within(0.08 * areal));
    assertThat(body.dxa().at(Site.FEMORAL_NECK).areaCm2()).isCloseTo(1.5 * 3, within(0.5));
    assertThat(body.dxa().sites()).contains(Site.TROCHANTER, Site.TOTAL_HIP);
    // The neck's box, and the shaft from 10 mm above the neck's base to 40 mm below it.
    assertThat(body.dxa().at(Site.TOTAL_HIP).areaCm2()).isCloseTo(1.5 * 3 + 3.2 * 5, within(2.0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFilmShowsTheRegionsAndNotTheRoof(boolean right) throws UnusableCtException {
    CtBody body = body(right, 110);
    Positioning straight = Positioning.straight(View.HIP_AP);
    Projection film = body.project(body.fitted(straight, 1), 1, true);
    int neck = 0;
    for (int row = 0; row < film.regions().rows(); row++) {
      for (int column = 0; column < film.regions().columns(); column++) {
        neck += film.regions().contains(Site.FEMORAL_NECK, row, column) ? 1 : 0;
      }
    }
    double magnification = straight.magnification();
    assertThat(neck / (100 * magnification * magnification)).isCloseTo(4.5, within(0.7));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aScanThatEndsBelowTheNeckMeasuresTheNeckAlone(boolean right) throws UnusableCtException {
    assertThat(body(right, 60).dxa().sites()).containsExactly(Site.FEMORAL_NECK);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aScanThatEndsWithinTheNeckIsRefused(boolean right) {
    assertThatThrownBy(() -> body(right, 33))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageMatching(
            "The scan ends within the femoral neck, \\d+ mm above the end of its region\\.");
  }
}
