package org.trabecula.simulation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;

class PositioningTest {
  private static final SimulatedSubject SUBJECT = Population.MIXED.draw(1, 1);

  private static double spread(View view, ToDoubleFunction<Positioning> of) {
    SplittableRandom random = new SplittableRandom(9);
    double squares = 0;
    int count = 5000;
    for (int i = 0; i < count; i++) {
      squares += Math.pow(of.applyAsDouble(Positioning.draw(view, SUBJECT, random)), 2);
    }
    return Math.sqrt(squares / count);
  }

  @Test
  void itErrsAsTheProtocolHasIt() {
    assertThat(spread(View.LUMBAR_AP, p -> p.pose().rotationDegrees())).isCloseTo(4, within(0.2));
    assertThat(spread(View.LUMBAR_AP, p -> p.pose().tiltDegrees())).isCloseTo(6, within(0.3));
    assertThat(spread(View.HIP_AP, p -> p.pose().decentringAcrossMm())).isCloseTo(15, within(0.7));
  }

  @Test
  void fieldsAndDistancesStayInTheirRanges() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      View view = View.values()[i % 2];
      Positioning p = Positioning.draw(view, SUBJECT, random);
      assertThat(p.sidMm()).isBetween(1000.0, 1200.0);
      assertThat(p.fieldHeightMm()).isBetween(300.0, 430.0);
      assertThat(p.fieldWidthMm()).isBetween(200.0, 430.0);
      assertThat(p.magnification()).isBetween(1.05, 1.35);
      assertThat(p.laterality() == Laterality.UNPAIRED).isEqualTo(view == View.LUMBAR_AP);
    }
  }

  @Test
  void theSameSeedIsTheSameExposure() {
    assertThat(Positioning.draw(View.HIP_AP, SUBJECT, new SplittableRandom(4)))
        .isEqualTo(Positioning.draw(View.HIP_AP, SUBJECT, new SplittableRandom(4)));
  }

  @Test
  void anImpossibleFieldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Positioning(View.HIP_AP, Laterality.LEFT, Pose.NEUTRAL, 1100, 60, 10, 240, 0, 0))
        .withMessageContaining("10");
  }

  @Test
  void aRotatedFieldLosesTheCornersOfAnUprightOne() {
    CollimatedField upright = new CollimatedField(100, 80, 200, 160, 0);
    CollimatedField turned = new CollimatedField(100, 80, 200, 160, 10);
    assertThat(upright.contains(1, 1)).isTrue();
    assertThat(turned.contains(1, 1)).isFalse();
    assertThat(turned.contains(100, 80)).isTrue();
  }

  @Test
  void regionsKeepTheirBitsApart() {
    byte[] flags = {(byte) (16 | 64), 1};
    RegionMap map = new RegionMap(1, 2, flags);
    assertThat(map.contains(Site.FEMORAL_NECK, 0, 0)).isTrue();
    assertThat(map.contains(Site.TOTAL_HIP, 0, 0)).isTrue();
    assertThat(map.contains(Site.L1, 0, 0)).isFalse();
    assertThat(map.contains(Site.L1, 0, 1)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> RegionMap.bit(Site.L1_L4));
    assertThatIllegalArgumentException().isThrownBy(() -> new RegionMap(2, 2, new byte[3]));
  }
}
