package org.trabecula.learning.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Projection;

class FaultsTest {
  @ParameterizedTest
  @EnumSource(View.class)
  void aRefusalCatchesEveryFaultAndSilenceNone(View view) {
    Sitting sitting = Sittings.tagged(view);
    Said refused = Said.refused(Refusal.Reason.METAL);
    Said fine = said(0.9);
    Set<String> names = new HashSet<>();
    for (Fault fault : Faults.of(view)) {
      assertThat(names.add(fault.name())).isTrue();
      Optional<Fault.Planted> planted = fault.plants().apply(sitting);
      if (planted.isPresent()) {
        assertThat(planted.get().caught().test(fine, refused)).as(fault.name()).isTrue();
        assertThat(planted.get().caught().test(fine, said(0.4))).as(fault.name()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void theSameSubjectGetsTheSameFaultyFilms(View view) {
    Sitting sitting = Sittings.tagged(view);
    Sitting again = Sitting.of(sitting.settings(), sitting.number());
    for (Fault fault : Faults.of(view)) {
      Optional<Fault.Planted> one = fault.plants().apply(sitting);
      Optional<Fault.Planted> other = fault.plants().apply(again);
      assertThat(other.isPresent()).isEqualTo(one.isPresent());
      one.ifPresent(p ->
          assertThat(other.orElseThrow().film().image().samples())
              .as(fault.name())
              .isEqualTo(p.film().image().samples()));
    }
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void titaniumAddsMetalAndTakesNothingElse(View view) {
    Projection bare = Sittings.tagged(view).projection();
    Projection planted = Titanium.planted(bare);
    assertThat(sum(planted.masses().map(Material.METAL)))
        .isGreaterThan(sum(bare.masses().map(Material.METAL)) + 100);
    for (Material material : List.of(Material.HYDROXYAPATITE, Material.LEAN, Material.FAT)) {
      assertThat(planted.masses().map(material)).isEqualTo(bare.masses().map(material));
    }
    assertThat(planted.masses().map(Material.METAL)).isNotSameAs(bare.masses().map(Material.METAL));
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static Said said(double density) {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      densities.put(site, density);
    }
    return new Said(Optional.empty(), densities, new EnumMap<>(Site.class), Set.of());
  }
}
