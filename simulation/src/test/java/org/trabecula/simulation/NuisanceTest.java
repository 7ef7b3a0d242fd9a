package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.simulation.Technique.Range;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.look.Rendering;

class NuisanceTest {
  @ParameterizedTest
  @EnumSource
  void oneThatIsHeldStillChangesTheProtocolAndItsName(Nuisance nuisance) {
    Protocol easier = Protocol.REFERENCE_V1.without(Set.of(nuisance));
    assertThat(easier).isNotEqualTo(Protocol.REFERENCE_V1);
    assertThat(easier.name()).isEqualTo("reference-v1 without " + nuisance.code());
    assertThat(easier.populations()).isEqualTo(Protocol.REFERENCE_V1.populations());
    assertThat(easier.prevalence()).isEqualTo(Protocol.REFERENCE_V1.prevalence());
    assertThat(Nuisance.of(nuisance.code())).isEqualTo(nuisance);
  }

  @Test
  void nothingHeldStillIsTheProtocolItself() {
    assertThat(Protocol.REFERENCE_V1.without(Set.of())).isEqualTo(Protocol.REFERENCE_V1);
  }

  @Test
  void allAtOnceLeaveOneBeamAndNoLook() {
    Protocol still = Protocol.REFERENCE_V1.without(EnumSet.allOf(Nuisance.class));
    Technique technique = still.technique();
    assertThat(technique)
        .isEqualTo(new Technique(Range.only(80), 0, Range.only(10), Range.only(1), Range.only(1)));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      Look look = still.look(random);
      assertThat(look.rendering()).isInstanceOf(Rendering.RawLog.class);
      assertThat(look.jpegQuality()).isEmpty();
    }
    assertThat(still.known()).isEqualTo(new Known(1, 1, 1, 1, 1));
  }

  @Test
  void aRangeDrawsOneNumberWhateverItsBounds() {
    SplittableRandom a = new SplittableRandom(5);
    SplittableRandom b = new SplittableRandom(5);
    assertThat(Range.only(3).draw(a)).isEqualTo(3);
    assertThat(new Range(1, 2).draw(b)).isBetween(1.0, 2.0);
    assertThat(Range.only(2).drawLogarithm(a)).isEqualTo(2);
    assertThat(new Range(0.25, 3).drawLogarithm(b)).isBetween(0.25, 3.0);
    assertThat(a.nextLong()).isEqualTo(b.nextLong());
    assertThatThrownBy(() -> new Range(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Nuisance.of("noise"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise")
        .hasMessageContaining("scatter");
  }
}
