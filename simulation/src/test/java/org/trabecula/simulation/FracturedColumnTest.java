package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Fracture;

class FracturedColumnTest {
  @Test
  void theMeasuredVertebraeThatLostHeightAreNamedFromTheTopDown() {
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < 600; number++) {
      Degeneration degeneration = Protocol.TRAINING.draw(41, number).subject().degeneration();
      String named = SubjectScene.fractured(degeneration);
      long measured =
          degeneration.fractures().stream().map(Fracture::level).filter(l -> l.measured()).count();
      assertThat(named).matches("none|L[1-4]|L1 L[2-4]|L2 L[34]|L3 L4");
      assertThat(named.equals("none") ? 0 : named.split(" ").length).isEqualTo((int) measured);
      seen.add(named);
    }
    assertThat(seen).contains("none", "L1", "L4");
  }
}
