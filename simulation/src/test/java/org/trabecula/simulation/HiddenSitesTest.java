package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.dxa.VirtualDxa;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.ForeignBodies;
import org.trabecula.simulation.population.HipImplant;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.Prevalence;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.population.SpineImplant;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.projection.RegionMap;

class HiddenSitesTest {
  private static final Prevalence ALWAYS =
      Prevalence.STANDARD.with(ByAge.always(1), ByAge.always(1), ByAge.always(1));

  private static SimulatedSubject first(java.util.function.Predicate<ForeignBodies> wanted) {
    for (int number = 0; ; number++) {
      SimulatedSubject subject = Population.MIXED.draw(77, number, ALWAYS);
      if (wanted.test(subject.foreign())) {
        return subject;
      }
    }
  }

  @Test
  void rodsHideTheVertebraeThatTheyJoin() {
    SimulatedSubject subject =
        first(f ->
            f.spine().kind() == SpineImplant.Kind.RODS
                && f.spine().upper().ordinal()
                    >= org.trabecula.simulation.population.Level.L3.ordinal()
                && f.spine().lower() == org.trabecula.simulation.population.Level.L5);
    Projection projection =
        Projector.project(Anatomy.of(subject), Positioning.straight(View.LUMBAR_AP), 1);
    Set<Site> hidden = HiddenSites.of(projection, subject.foreign());
    assertThat(hidden).contains(Site.L4).doesNotContain(Site.L1);
    // Of rods and screws several cm2, of up to two cm of metal, near the midline.
    assertThat(projection.regions().hidden(Site.L4)).isBetween(0.05, 0.8);
    DxaResult dxa = VirtualDxa.measure(Anatomy.of(subject));
    Map<Site, Double> exact = dxa.exact(Set.of(Site.L3, Site.L4));
    assertThat(exact).doesNotContainKeys(Site.L3, Site.L4, Site.L2_L4);
    assertThat(exact.get(Site.L1_L4))
        .isBetween(
            Math.min(dxa.bmd(Site.L1), dxa.bmd(Site.L2)),
            Math.max(dxa.bmd(Site.L1), dxa.bmd(Site.L2)));
    assertThat(dxa.exact(Set.of(Site.L2, Site.L3, Site.L4))).doesNotContainKey(Site.L1_L4);
  }

  @Test
  void theErrorsOfAMachineDoNotDependOnWhatIsHidden() {
    DxaResult dxa = VirtualDxa.measure(Anatomy.of(Population.MIXED.draw(7, 1)));
    Map<Site, Double> all = dxa.asRead(new SplittableRandom(5));
    Map<Site, Double> some =
        dxa.asRead(Set.of(Site.L4, Site.FEMORAL_NECK), new SplittableRandom(5));
    assertThat(some).doesNotContainKeys(Site.L4, Site.FEMORAL_NECK);
    assertThat(some.get(Site.L1)).isEqualTo(all.get(Site.L1));
    assertThat(some.get(Site.TOTAL_HIP)).isEqualTo(all.get(Site.TOTAL_HIP));
  }

  @Test
  void aStemTakesTheHipsDensitiesAwayAndTheHeadWithThem() {
    SimulatedSubject subject = first(f -> f.rightHip() == HipImplant.STEM);
    Anatomy anatomy = Anatomy.of(subject);
    Positioning straight = Positioning.straight(View.HIP_AP);
    Projection projection = Projector.project(anatomy, straight, 1);
    assertThat(HiddenSites.of(projection, subject.foreign()))
        .contains(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP);
    // Of the proximal femur, which the stem fills, a good part lies behind metal.
    assertThat(projection.regions().hidden(Site.TOTAL_HIP)).isGreaterThan(0.2);
    // The densitometer scanned the bone before surgery.
    assertThat(VirtualDxa.measure(anatomy).bmd(Site.FEMORAL_NECK)).isPositive();
  }

  @Test
  void withoutForeignBodiesNothingIsMetalAndNothingIsHidden() {
    SimulatedSubject subject = Population.MIXED.draw(CohortSettings.REFERENCE_SEED, 3);
    for (View view : View.values()) {
      Projection projection = Projector.project(Anatomy.of(subject), Positioning.straight(view), 2);
      for (float mass : projection.masses().map(Material.METAL)) {
        assertThat(mass).isZero();
      }
      for (byte flag : projection.regions().flags()) {
        assertThat(flag & RegionMap.METAL).isZero();
      }
      assertThat(HiddenSites.of(projection, subject.foreign())).isEmpty();
    }
  }

  @Test
  void metalFlagsFollowTheArealMass() {
    SimulatedSubject subject = first(f -> f.leftHip() == HipImplant.NAIL);
    Positioning s = Positioning.straight(View.HIP_AP);
    Positioning left =
        new Positioning(
            View.HIP_AP,
            Laterality.LEFT,
            s.pose(),
            s.sidMm(),
            s.objectToDetectorMm(),
            300,
            240,
            0,
            0);
    Projection one = Projector.project(Anatomy.of(subject), left, 2);
    Projection again = Projector.project(Anatomy.of(subject), left, 2, true);
    float[] metal = one.masses().map(Material.METAL);
    assertThat(again.masses().map(Material.METAL)).containsExactly(metal);
    int flagged = 0;
    for (int i = 0; i < metal.length; i++) {
      boolean bit = (one.regions().flags()[i] & RegionMap.METAL) != 0;
      assertThat(bit).isEqualTo(metal[i] > 0.05f);
      flagged += bit ? 1 : 0;
    }
    assertThat(flagged).isGreaterThan(500);
  }
}
