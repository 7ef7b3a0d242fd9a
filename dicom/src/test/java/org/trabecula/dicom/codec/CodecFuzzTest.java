package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged frames give samples or a CodecException, soon. */
@Timeout(300)
class CodecFuzzTest {
  private static final Shape SHAPE = new Shape(24, 32, 1);
  private static final Shape SMALL = new Shape(12, 16, 1);

  interface Decoder {
    int[] decode(byte[] frame) throws CodecException;
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damageNeverEscapes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] samples = Pictures.random(SHAPE, 12, random);
    survive(
        JpegLsEncoder.encode(samples, SHAPE, 12, random.nextInt(3), 0),
        random,
        b -> JpegLs.decode(b, SHAPE));
    survive(
        LosslessJpegEncoder.encode(samples, SHAPE, 12, 1 + random.nextInt(7), 2),
        random,
        b -> Jpeg.decode(b, SHAPE));
    survive(RleTest.encode(samples, SHAPE, 2), random, b -> Rle.decode(b, SHAPE, 2));
    survive(Jpeg2000Test.codestream("s13"), random, b -> Jpeg2000.decode(b, SMALL));
  }

  private static void survive(byte[] frame, SplittableRandom random, Decoder decoder) {
    byte[] changed =
        random.nextInt(4) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame.clone();
    for (int i = random.nextInt(6); i > 0 && changed.length > 0; i--) {
      int reach = random.nextBoolean() ? changed.length : Math.min(changed.length, 100);
      changed[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    try {
      assertThat(decoder.decode(changed)).isNotEmpty();
    } catch (CodecException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
