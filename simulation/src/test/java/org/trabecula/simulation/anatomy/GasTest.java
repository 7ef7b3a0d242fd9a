package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.skeleton.Point;

class GasTest {
  private static List<Blob> bowel(Anatomy anatomy) {
    return anatomy.softTissue().blobs().stream().filter(GasTest::isBowel).toList();
  }

  private static boolean isBowel(Blob blob) {
    return switch (blob.kind()) {
      case GAS, STOOL, BUBBLE -> true;
      case LEAN, FAT, LUNG -> false;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void bowelLiesInsideTheBellyAndThePelvisAndNeverOverAHip(int number) {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(7, number));
    Envelope inner = anatomy.softTissue().inner();
    Point hip = anatomy.landmarks().leftHip().head();
    assertThat(bowel(anatomy))
        .allSatisfy(blob -> {
          Point at = blob.frame().origin();
          assertThat(at.y() + blob.front()).isLessThan(inner.front(at.x(), at.z()));
          assertThat(at.y() - blob.front()).isGreaterThan(inner.back(at.x(), at.z()));
          assertThat(at.z()).isGreaterThan(hip.z() - 30);
          if (at.z() < hip.z() + 30) {
            // Femoral head and acetabulum reach about 30 mm inwards.
            assertThat(Math.abs(at.x())).isLessThan(hip.x() - 30);
          }
        });
  }

  @Test
  void nothingLiesOverTheLumbarSpineOfSubjectsWithoutGasThere() {
    for (int number = 0; number < 12; number++) {
      SimulatedSubject subject = Population.MIXED.draw(8, number);
      List<Blob> over =
          bowel(Anatomy.of(subject)).stream()
              .filter(blob -> Math.abs(blob.frame().origin().x()) < 20)
              .filter(blob -> Math.abs(blob.frame().origin().z()) < 60)
              .toList();
      if (!subject.body().gasOverSpine()) {
        assertThat(over).as("subject %s", number).isEmpty();
      }
    }
  }

  @Test
  void someColonsHoldStoolAndOthersDoNot() {
    long full = 0;
    for (int number = 0; number < 20; number++) {
      boolean stool =
          bowel(Anatomy.of(Population.MIXED.draw(9, number))).stream()
              .anyMatch(blob -> blob.kind() == Blob.Kind.STOOL);
      full += stool ? 1 : 0;
    }
    assertThat(full).isBetween(4L, 17L);
  }

  @Test
  void theSameSubjectHasTheSameBowel() {
    SimulatedSubject subject = Population.MIXED.draw(10, 3);
    assertThat(bowel(Anatomy.of(subject))).isEqualTo(bowel(Anatomy.of(subject)));
  }
}
