package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.Tag;

class PolarityTest {
  static LongStream seeds() {
    return Films.seeds();
  }

  private static Radiograph film(long seed) {
    RandomGenerator random = Films.random(seed);
    Films.Scene trunk = Films.trunk(random);
    return Films.mapped(Films.film(trunk, 700, 600, 0.6), x -> x + 0.02 * random.nextGaussian());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void invertedFilmsAreRecognisedAndRightOnesLeftAlone(long seed) {
    Radiograph film = film(seed);
    assertThat(Polarity.isInverted(film)).isFalse();
    assertThat(Polarity.corrected(film)).isSameAs(film);
    Radiograph inverted = Polarity.negative(film);
    assertThat(Polarity.isInverted(inverted)).isTrue();
    Films.assertAlike(Polarity.corrected(inverted).rawSamples(), film.rawSamples(), 1e-5);
  }

  @Test
  void aDarkMiddleAloneDoesNotInvertAFilmOfUnknownView() {
    // Two legs: bright outside, black air between them.
    Films.Scene legs = (x, y) -> Math.sqrt(Math.max(0, 1 - Math.pow((Math.abs(x) - 110) / 65, 2)));
    Radiograph film = Films.film(legs, 600, 600, 0.6).describedBy(Radiograph.Description.UNKNOWN);
    assertThat(Polarity.isInverted(film)).isFalse();
  }

  @Test
  void anObjectThatContradictsItselfIsJudgedByItsImage() {
    // Bone is bright as stored; MONOCHROME1 says the opposite, its LUT shape says it doesn't.
    var object =
        DicomExamples.lumbar(data ->
            data.put(Tag.PhotometricInterpretation, "MONOCHROME1")
                .put(Tag.PresentationLUTShape, "IDENTITY"));
    Radiograph read = DicomExamples.read(object);
    assertThat(read.at(150, 150)).isGreaterThan(read.at(150, 0));
  }
}
