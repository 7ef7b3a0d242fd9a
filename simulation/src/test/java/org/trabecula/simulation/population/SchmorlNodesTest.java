package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchmorlNodesTest {
  private static final int COUNT = 4000;
  private static final List<SimulatedSubject> SUBJECTS =
      IntStream.range(0, COUNT).mapToObj(i -> Population.MIXED.draw(1_000_000, i)).toList();
  private static final List<SchmorlNode> NODES =
      SUBJECTS.stream().flatMap(s -> s.degeneration().schmorlNodes().stream()).toList();

  @Test
  void theyAreAsCommonAsTheSettingSays() {
    assertThat(share(SUBJECTS.stream().filter(s -> s.ageYears() > 78).toList()))
        .isCloseTo(0.30, within(0.05));
    assertThat(share(SUBJECTS.stream().filter(s -> s.ageYears() < 54).toList()))
        .isCloseTo(0.20, within(0.05));
  }

  private static double share(List<SimulatedSubject> subjects) {
    return subjects.stream().filter(s -> !s.degeneration().schmorlNodes().isEmpty()).count()
        / (double) subjects.size();
  }

  @Test
  void mostLieAtTheThoracolumbarJunction() {
    double junction =
        NODES.stream()
            .filter(n -> n.level().ordinal() >= Level.T11.ordinal())
            .filter(n -> n.level().ordinal() <= Level.L2.ordinal())
            .count();
    assertThat(junction / NODES.size()).isCloseTo(0.65, within(0.05));
    assertThat(NODES)
        .allSatisfy(n -> assertThat(n.depthMm()).isBetween(3.0, 6.0))
        .allSatisfy(n -> assertThat(n.widthMm()).isBetween(8.0, 14.0));
  }

  @Test
  void anEndPlateHasOneAtMostAndAFracturedVertebraNone() {
    assertThat(SUBJECTS)
        .allSatisfy(s ->
            assertThat(s.degeneration().schmorlNodes())
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(
                    n -> assertThat(s.degeneration().schmorlNode(n.level(), n.upper())).contains(n))
                .noneMatch(n -> s.degeneration().fractured(n.level())));
  }

  /** So that subjects without a node are those that they were before there were any. */
  @Test
  void theyChangeNothingElseAboutAPerson() {
    Prevalence none = Prevalence.STANDARD.with(Distortion.SCHMORL_NODES, ByAge.always(0));
    for (SimulatedSubject s : SUBJECTS.subList(0, 400)) {
      SimulatedSubject without = Population.MIXED.draw(1_000_000, s.number(), none);
      assertThat(without.degeneration()).isEqualTo(s.degeneration().with(List.of()));
      assertThat(without.densities()).isEqualTo(s.densities());
      assertThat(without.foreign()).isEqualTo(s.foreign());
      assertThat(without.shapeSeed()).isEqualTo(s.shapeSeed());
    }
  }

  @Test
  void theCleanSpineKeepsThem() {
    assertThat(SUBJECTS.subList(0, 400))
        .allSatisfy(s ->
            assertThat(s.withoutOsteophytes().degeneration().schmorlNodes())
                .isEqualTo(s.degeneration().schmorlNodes()));
  }

  @Test
  void whatCannotBeIsRefusedAtBirth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SchmorlNode(Level.L1, true, 12, 10, 0, 0, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SchmorlNode(Level.L1, true, 4, 10, 0.6, 0, 0.5));
  }
}
