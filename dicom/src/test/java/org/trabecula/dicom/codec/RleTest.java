package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RleTest {
  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /** PackBits of every plane, high byte first (PS3.5 section G.2). */
  static byte[] encode(int[] samples, Shape shape, int bytesPerSample) {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream segments = new ByteArrayOutputStream();
    int number = shape.samples() * bytesPerSample;
    header.putInt(number);
    for (int segment = 0; segment < number; segment++) {
      header.putInt(64 + segments.size());
      int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
      byte[] plane = new byte[shape.rows() * shape.columns()];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (byte) (samples[i * shape.samples() + segment / bytesPerSample] >> shift);
      }
      pack(plane, segments);
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(header.array());
    frame.writeBytes(segments.toByteArray());
    return frame.toByteArray();
  }

  private static void pack(byte[] plane, ByteArrayOutputStream out) {
    int at = 0;
    while (at < plane.length) {
      int run = 1;
      while (at + run < plane.length && run < 128 && plane[at + run] == plane[at]) {
        run++;
      }
      if (run > 1) {
        out.write(1 - run);
        out.write(plane[at]);
      } else {
        out.write(0);
        out.write(plane[at]);
      }
      at += run;
    }
    if (out.size() % 2 == 1) {
      out.write(0x80);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsEncodedDecodesToTheSame(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    int bytes = random.nextInt(1, 3);
    Shape shape = new Shape(random.nextInt(1, 30), random.nextInt(1, 300), random.nextInt(1, 4));
    int[] samples = Pictures.random(shape, 8 * bytes, random);
    assertThat(Rle.decode(encode(samples, shape, bytes), shape, bytes)).isEqualTo(samples);
  }

  @Test
  void literalsAndRunsAreUnpacked() throws CodecException {
    byte[] frame = new byte[64 + 8];
    frame[0] = 1;
    frame[4] = 64;
    System.arraycopy(new byte[] {2, 1, 2, 3, -128, -2, 9, 0}, 0, frame, 64, 8);
    assertThat(Rle.decode(frame, new Shape(2, 3, 1), 1)).containsExactly(1, 2, 3, 9, 9, 9);
  }

  @Test
  void damageIsNamed() {
    Shape shape = new Shape(8, 8, 1);
    byte[] frame = encode(new int[64], shape, 1);
    assertThatThrownBy(() -> Rle.decode(Arrays.copyOf(frame, 63), shape, 1))
        .hasMessageContaining("no header");
    assertThatThrownBy(() -> Rle.decode(Arrays.copyOf(frame, 65), shape, 1))
        .hasMessageContaining("early");
    assertThatThrownBy(() -> Rle.decode(frame, shape, 2)).hasMessageContaining("segments");
    assertThatThrownBy(() -> Rle.decode(frame, new Shape(9999, 9999, 1), 1))
        .hasMessageContaining("too few bytes");
    byte[] backwards = frame.clone();
    backwards[4] = 3;
    assertThatThrownBy(() -> Rle.decode(backwards, shape, 1)).hasMessageContaining("order");
  }
}
