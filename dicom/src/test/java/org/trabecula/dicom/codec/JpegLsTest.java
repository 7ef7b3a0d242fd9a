package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JpegLsTest {
  /** The example of T.87 section H.3: 4 x 4 samples of 8 bits. */
  private static final String EXAMPLE =
      "ffd8fff7000b080004000401011100ffda0008010100000000"
          + "c000006c80208e01c0000057400000 6ee6000001bc18000005d80000 9160ffd9";

  private static final int[] EXAMPLE_SAMPLES = {
    0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145
  };

  static LongStream seeds() {
    return LongStream.range(0, 80);
  }

  private static byte[] example() {
    return HexFormat.of().parseHex(EXAMPLE.replace(" ", ""));
  }

  @Test
  void theExampleOfTheStandardIsDecoded() throws CodecException {
    assertThat(JpegLs.decode(example(), new Shape(4, 4, 1))).containsExactly(EXAMPLE_SAMPLES);
  }

  @Test
  void theTestEncoderWritesTheExampleOfTheStandard() {
    assertThat(JpegLsEncoder.encode(EXAMPLE_SAMPLES, new Shape(4, 4, 1), 8, 0, 0))
        .isEqualTo(example());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void losslessIsLossless(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    int bits = random.nextInt(2, 17);
    Shape shape = shape(random);
    int[] samples = Pictures.random(shape, bits, random);
    byte[] coded = JpegLsEncoder.encode(samples, shape, bits, 0, random.nextInt(3));
    assertThat(JpegLs.decode(coded, shape)).isEqualTo(samples);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nearLosslessIsNear(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    int bits = random.nextInt(4, 17);
    int near = random.nextInt(1, Math.min(20, (1 << bits) / 4));
    Shape shape = shape(random);
    int[] samples = Pictures.random(shape, bits, random);
    byte[] coded = JpegLsEncoder.encode(samples, shape, bits, near, random.nextInt(3));
    int[] decoded = JpegLs.decode(coded, shape);
    for (int i = 0; i < samples.length; i++) {
      assertThat(Math.abs(decoded[i] - samples[i])).isLessThanOrEqualTo(near);
    }
  }

  private static Shape shape(SplittableRandom random) {
    return new Shape(random.nextInt(1, 40), random.nextInt(1, 60), random.nextBoolean() ? 1 : 3);
  }

  @Test
  void aScanThatEndsEarlyIsDamaged() {
    byte[] coded = example();
    for (int length = 0; length < coded.length - 3; length++) {
      byte[] cut = Arrays.copyOf(coded, length);
      assertThatThrownBy(() -> JpegLs.decode(cut, new Shape(4, 4, 1)))
          .isInstanceOf(CodecException.class);
    }
  }

  @Test
  void anotherShapeThanAnnouncedIsDamaged() {
    assertThatThrownBy(() -> JpegLs.decode(example(), new Shape(4, 5, 1)))
        .hasMessageContaining("4 x 4 x 1")
        .isInstanceOf(CodecException.class);
  }

  @Test
  void whatIsNotDecodedIsNamed() {
    byte[] transformed = example();
    transformed[24] = 1;
    assertThatThrownBy(() -> JpegLs.decode(transformed, new Shape(4, 4, 1)))
        .hasMessageContaining("point transform");
    byte[] tables = example();
    tables[21] = 1;
    assertThatThrownBy(() -> JpegLs.decode(tables, new Shape(4, 4, 1)))
        .satisfies(e -> assertThat(((CodecException) e).isUnsupported()).isTrue())
        .hasMessageContaining("mapping tables");
  }

  /** T.87 table C.3 and section C.2.4.1.1.1. */
  @Test
  void usualThresholdsAreThoseOfTheStandard() {
    assertThat(JpegLsCoding.usual(255, 0).thresholds())
        .isEqualTo(new JpegLsCoding.Thresholds(3, 7, 21));
    assertThat(JpegLsCoding.usual(4095, 0).thresholds())
        .isEqualTo(new JpegLsCoding.Thresholds(18, 67, 276));
    assertThat(JpegLsCoding.usual(1023, 4).thresholds())
        .isEqualTo(new JpegLsCoding.Thresholds(18, 39, 100));
    assertThat(JpegLsCoding.usual(255, 0).limit()).isEqualTo(32);
    assertThat(JpegLsCoding.usual(65535, 0).limit()).isEqualTo(64);
    assertThat(JpegLsCoding.usual(1023, 4).range()).isEqualTo(115);
  }
}
