package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.report.picture.RegionLabel.Side;
import org.trabecula.screening.Outline;
import org.trabecula.screening.RegionResult;

class RegionLabelTest {
  private static RegionResult square(Site site, Optional<String> exclusion) {
    Outline outline =
        new Outline(
            List.of(
                new Outline.Point(10, 30),
                new Outline.Point(10, 50),
                new Outline.Point(20, 50),
                new Outline.Point(20, 30)));
    return new RegionResult(site, 12, new Outline.Point(15, 40), List.of(outline), 0.9, exclusion);
  }

  @Test
  void aVertebraIsNamedBesideIt() {
    RegionLabel label = RegionLabel.of(square(Site.L3, Optional.empty()), false);

    assertThat(label).isEqualTo(new RegionLabel("L3", new Outline.Point(15, 50), Side.RIGHT));
  }

  @Test
  void aTrochanterIsNamedOnItsLateralSide() {
    RegionResult trochanter = square(Site.TROCHANTER, Optional.empty());

    assertThat(RegionLabel.of(trochanter, false).anchor().column()).isEqualTo(30);
    assertThat(RegionLabel.of(trochanter, true).anchor().column()).isEqualTo(50);
  }

  @Test
  void whatIsLeftOutStandsInBrackets() {
    assertThat(RegionLabel.of(square(Site.L1, Optional.of("fracture")), false).text())
        .isEqualTo("(L1)");
  }
}
