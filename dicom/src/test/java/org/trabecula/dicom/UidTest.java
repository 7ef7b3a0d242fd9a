package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UidTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomUidsAreValidAndShortEnough(long seed) {
    Uid uid = Uid.random(new SplittableRandom(seed));
    assertThat(uid.value()).matches("2\\.25\\.[1-9][0-9]{0,38}").hasSizeLessThanOrEqualTo(64);
    assertThat(uid).isEqualTo(Uid.random(new SplittableRandom(seed)));
    assertThat(uid).isNotEqualTo(Uid.random(new SplittableRandom(seed + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "../etc", "1.2/3", "1.2 ", "1.a", "é"})
  void whatIsNoUidIsRefused(String text) {
    assertThat(Uid.of(text)).isEmpty();
    assertThatThrownBy(() -> new Uid(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertThat(Uid.of("1".repeat(64))).isPresent();
    assertThat(Uid.of("1".repeat(65))).isEmpty();
  }
}
