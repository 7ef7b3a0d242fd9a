package org.trabecula.simulation.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.Distortion;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.Prevalence;
import org.trabecula.simulation.population.SimulatedSubject;

class ArmsTest {
  private static final Prevalence ALWAYS =
      Prevalence.STANDARD.with(Distortion.ARMS, ByAge.always(1));
  private static final double PITCH = 4;
  private static final int SUBJECTS = 6;
  private static final int POSITIONS = 4;

  /** The same subject in the same position, with arms and without. */
  @ParameterizedTest
  @EnumSource(View.class)
  void armsAddToTheEdgesAndNothingToARegion(View view) {
    int seen = 0;
    int bone = 0;
    for (int number = 0; number < SUBJECTS; number++) {
      SimulatedSubject subject = Population.MIXED.draw(61, number);
      Anatomy without = Anatomy.of(subject);
      Anatomy with = Anatomy.of(Population.MIXED.draw(61, number, ALWAYS));
      assertThat(with.reading().exact(Set.of())).isEqualTo(without.reading().exact(Set.of()));
      for (int position = 0; position < POSITIONS; position++) {
        Positioning positioning =
            Positioning.draw(view, subject, new SplittableRandom(100L * number + position));
        Projection bare = Projector.project(without, positioning, PITCH);
        Projection armed = Projector.project(with, positioning, PITCH);
        assertThat(armed.regions().flags()).isEqualTo(bare.regions().flags());
        for (Material material : Material.values()) {
          requireSameInRegions(bare, armed, material);
        }
        seen += adds(bare, armed, Material.LEAN) ? 1 : 0;
        bone += adds(bare, armed, Material.HYDROXYAPATITE) ? 1 : 0;
      }
    }
    System.out.printf(
        "%s: of %d films %d show an arm, %d its bones%n",
        view.code(), SUBJECTS * POSITIONS, seen, bone);
    assertThat(bone).isGreaterThan(SUBJECTS * POSITIONS / 8);
  }

  private static void requireSameInRegions(Projection bare, Projection armed, Material material) {
    byte[] flags = bare.regions().flags();
    float[] before = bare.masses().map(material);
    float[] after = armed.masses().map(material);
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] != 0) {
        assertThat(after[i]).isEqualTo(before[i]);
      }
    }
  }

  private static boolean adds(Projection bare, Projection armed, Material material) {
    float[] before = bare.masses().map(material);
    float[] after = armed.masses().map(material);
    boolean more = false;
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isGreaterThanOrEqualTo(before[i]);
      more |= after[i] > before[i];
    }
    return more;
  }
}
