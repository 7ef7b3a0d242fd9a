package org.trabecula.simulation.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.population.Population;

class CensusTest {
  private static final Census REFERENCE = Census.take(Protocol.REFERENCE_V1, 20_000, 1_000_000);

  @Test
  void theReferenceCohortIsOnePopulationOfTheProtocolsAges() {
    assertThat(REFERENCE.parts()).hasSize(1);
    Census.Part part = REFERENCE.parts().getFirst();
    assertThat(part.population()).isEqualTo(Population.MIXED);
    assertThat(part.age().count()).isEqualTo(20_000);
    assertThat(part.age().mean()).isCloseTo(68, within(0.5));
    assertThat(part.women()).isCloseTo(0.65, within(0.01));
  }

  /** Five standard errors of a group that size on top of the 2 % that tables are met within. */
  @Test
  void everyCellLiesWithinItsTable() {
    Census.Part part = REFERENCE.parts().getFirst();
    assertThat(part.densities()).hasSize(3 * 2 * 5);
    for (Census.Cell cell : part.densities()) {
      double error = 5 / Math.sqrt(cell.drawn().count());
      double mean = cell.table().orElseThrow().mean();
      double sd = cell.table().orElseThrow().sd();
      assertThat(cell.drawn().mean()).isCloseTo(mean, within(0.02 * mean + error * sd));
      assertThat(cell.drawn().sd()).isCloseTo(sd, within(0.02 * sd + 0.71 * error * sd));
    }
  }

  @Test
  void correlationsAndSharesAreThoseSet() {
    Census.Part part = REFERENCE.parts().getFirst();
    Census.Correlation hip = part.correlations().getFirst();
    assertThat(hip.one()).isEqualTo(Site.L1_L4);
    assertThat(hip.other()).isEqualTo(Site.TOTAL_HIP);
    assertThat(hip.overall()).isCloseTo(0.65, within(0.05));
    assertThat(hip.withinAgeAndSex().orElseThrow()).isCloseTo(0.55, within(0.05));
    assertThat(part.shares())
        .allSatisfy(share -> assertThat(share.drawn()).isCloseTo(share.set(), within(0.02)));
    assertThat(part.shares().getFirst().set()).isBetween(0.35, 0.5);
  }

  @Test
  void trainingIsCountedByPopulationAndTheFlatOneHasNoTable() {
    Census training = Census.take(Protocol.TRAINING, 4000, 7);
    assertThat(training.parts().stream().mapToInt(p -> p.age().count()).sum()).isEqualTo(4000);
    Census.Part flat =
        training.parts().stream()
            .filter(p -> p.population() == Population.FLAT)
            .findFirst()
            .orElseThrow();
    assertThat(flat.densities()).allSatisfy(cell -> assertThat(cell.table()).isEmpty());
    assertThat(flat.correlations()).allSatisfy(c -> assertThat(c.withinAgeAndSex()).isEmpty());
    assertThat(flat.correlations().getFirst().overall()).isCloseTo(0, within(0.1));
  }

  @Test
  void theSameSeedIsTheSameCensus() {
    assertThat(Census.take(Protocol.REFERENCE_V1, 50, 4))
        .isEqualTo(Census.take(Protocol.REFERENCE_V1, 50, 4))
        .isNotEqualTo(Census.take(Protocol.REFERENCE_V1, 50, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Census.take(Protocol.REFERENCE_V1, 1, 4));
  }
}
