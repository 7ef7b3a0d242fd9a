package org.trabecula.simulation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.dxa.VirtualDxa;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;

class ProjectorTest {
  private static final double PITCH = 2;
  private static final Anatomy ANATOMY = Anatomy.of(Population.MIXED.draw(41, 2));

  static IntStream numbers() {
    return IntStream.range(3, 8);
  }

  private static Projection project(View view) {
    return Projector.project(ANATOMY, Positioning.straight(view), PITCH);
  }

  /** Mean row or column of a region. */
  private static double mean(Projection p, Site site, boolean row) {
    double sum = 0;
    int count = 0;
    for (int r = 0; r < p.regions().rows(); r++) {
      for (int c = 0; c < p.regions().columns(); c++) {
        if (p.regions().contains(site, r, c)) {
          sum += row ? r : c;
          count++;
        }
      }
    }
    assertThat(count).as(site.label()).isPositive();
    return sum / count;
  }

  private static double meanDensity(Projection p, Site site) {
    double sum = 0;
    int count = 0;
    for (int r = 0; r < p.regions().rows(); r++) {
      for (int c = 0; c < p.regions().columns(); c++) {
        if (p.regions().contains(site, r, c)) {
          sum += p.masses().at(Material.HYDROXYAPATITE, r, c);
          count++;
        }
      }
    }
    return sum / count;
  }

  @Test
  void vertebraeLieBelowEachOtherNearTheMiddle() {
    Projection p = project(View.LUMBAR_AP);
    double last = 0;
    for (Site site : Site.VERTEBRAE) {
      double row = mean(p, site, true);
      assertThat(row).isGreaterThan(last + 10);
      last = row;
      assertThat(mean(p, site, false))
          .isCloseTo(p.regions().columns() / 2.0, within(0.1 * p.regions().columns()));
    }
  }

  @Test
  void theNeckLiesTowardsTheMidlineOfTheTrochanter() {
    Projection right = project(View.HIP_AP);
    // Column 0 is the subject's right: of the right hip the trochanter.
    assertThat(mean(right, Site.TROCHANTER, false))
        .isLessThan(mean(right, Site.FEMORAL_NECK, false));
    Positioning straight = Positioning.straight(View.HIP_AP);
    Positioning other =
        new Positioning(
            View.HIP_AP,
            Laterality.LEFT,
            Pose.NEUTRAL,
            straight.sidMm(),
            straight.objectToDetectorMm(),
            300,
            240,
            0,
            0);
    Projection left = Projector.project(ANATOMY, other, PITCH);
    assertThat(mean(left, Site.TROCHANTER, false))
        .isGreaterThan(mean(left, Site.FEMORAL_NECK, false));
  }

  @Test
  void aStraightFilmShowsNearlyTheDensityThatTheDensitometerReads() {
    double spine = VirtualDxa.measure(ANATOMY).bmd(Site.L3);
    assertThat(meanDensity(project(View.LUMBAR_AP), Site.L3)).isCloseTo(spine, within(0.1 * spine));
    double hip = VirtualDxa.measure(ANATOMY).bmd(Site.TOTAL_HIP);
    assertThat(meanDensity(project(View.HIP_AP), Site.TOTAL_HIP))
        .isCloseTo(hip, within(0.12 * hip));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void severalThreadsSeeWhatOneSees(View view) {
    Positioning straight = Positioning.straight(view);
    Projection one = Projector.project(ANATOMY, straight, PITCH, false);
    Projection many = Projector.project(ANATOMY, straight, PITCH, true);
    for (Material material : Material.values()) {
      assertThat(many.masses().map(material)).containsExactly(one.masses().map(material));
    }
    assertThat(many.regions().flags()).containsExactly(one.regions().flags());
  }

  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void everyDrawnExposureIsPhysical(int number) {
    SimulatedSubject subject = Population.FLAT.draw(42, number);
    View view = View.values()[number % 2];
    Positioning positioning = Positioning.draw(view, subject, new SplittableRandom(number));
    Projection p = Projector.project(Anatomy.of(subject), positioning, 3);
    int deepest = 0;
    for (Material material : Material.values()) {
      for (float mass : p.masses().map(material)) {
        assertThat(mass).isBetween(0f, 80f);
        deepest += mass > 12 ? 1 : 0;
      }
    }
    assertThat(deepest).isPositive();
    assertThat(p.masses().rows())
        .isEqualTo(
            (int) Math.round((positioning.fieldHeightMm() + 2 * positioning.marginMm()) / 3));
    assertThat(p.field().contains(p.masses().rows() / 2.0, p.masses().columns() / 2.0)).isTrue();
    for (Site site :
        view == View.LUMBAR_AP ? Site.VERTEBRAE : java.util.List.of(Site.FEMORAL_NECK)) {
      mean(p, site, true);
    }
  }
}
