package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codestreams of OpenJPEG; README.md beside them says how they were made. */
class Jpeg2000Test {
  static byte[] codestream(String name) {
    try (InputStream in = Jpeg2000Test.class.getResourceAsStream(name + ".j2k")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] picture(Shape shape, int bits, int offset) {
    int[] samples = new int[shape.size()];
    Arrays.setAll(
        samples, i -> (i / 16 % 4 == 0 ? 100 : (7 * i * i + 13 * i) % (1 << bits)) + offset);
    return samples;
  }

  @ParameterizedTest
  @CsvSource({"u12,12,0,1", "s13,13,-4096,1", "u16,16,0,1", "rgb,8,0,3"})
  void losslessSamplesAreExact(String name, int bits, int offset, int samples)
      throws CodecException {
    Shape shape = new Shape(12, 16, samples);
    assertThat(Jpeg2000.decode(codestream(name), shape)).isEqualTo(picture(shape, bits, offset));
  }

  @Test
  void boxesAroundTheCodestreamArePassedOver() throws CodecException {
    ByteArrayOutputStream boxed = new ByteArrayOutputStream();
    boxed.writeBytes(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, -121, 10});
    boxed.writeBytes(new byte[] {0, 0, 0, 0, 'j', 'p', '2', 'c'});
    boxed.writeBytes(codestream("u12"));
    Shape shape = new Shape(12, 16, 1);
    assertThat(Jpeg2000.decode(boxed.toByteArray(), shape)).isEqualTo(picture(shape, 12, 0));
  }

  @Test
  void whatContradictsTheHeaderIsDamaged() {
    assertThatThrownBy(() -> Jpeg2000.decode(codestream("u12"), new Shape(16, 12, 1)))
        .hasMessageContaining("12 x 16 x 1");
    assertThatThrownBy(() -> Jpeg2000.decode(new byte[40], new Shape(12, 16, 1)))
        .isInstanceOf(CodecException.class);
  }

  @Test
  void aCodestreamThatEndsInItsFirstHalfIsDamaged() {
    byte[] whole = codestream("u12");
    for (int length = 0; length < whole.length / 2; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Jpeg2000.decode(cut, new Shape(12, 16, 1)))
          .isInstanceOf(CodecException.class);
    }
  }

  /** The library would make hundreds of millions of tiles. */
  @Test
  void tilesThatBeginFarFromTheImageAreDamaged() {
    byte[] far = codestream("u12");
    far[32] = 0x66;
    assertThatThrownBy(() -> Jpeg2000.decode(far, new Shape(12, 16, 1)))
        .hasMessage("JPEG 2000 of an impossible size");
  }

  @Test
  void otherKindsOfCodestreamAreNamed() {
    byte[] highThroughput = codestream("u12");
    highThroughput[6] |= 0x40;
    byte[] deep = codestream("u12");
    deep[42] = 23;
    Shape shape = new Shape(12, 16, 1);
    assertThatThrownBy(() -> Jpeg2000.decode(highThroughput, shape))
        .hasMessage("high-throughput JPEG 2000");
    assertThatThrownBy(() -> Jpeg2000.decode(deep, shape)).hasMessage("JPEG 2000 of 24 bits");
  }
}
