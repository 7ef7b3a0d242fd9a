package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file says, reading it ends soon, in little memory, with an answer. */
@Timeout(300)
class HostileFilesTest {
  private static final Limits SMALL = new Limits(1 << 20, 1 << 20, 5_000, 8, 1 << 20);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  private static byte[] file(long seed, TransferSyntax syntax) {
    DataSet data =
        TestFiles.random(seed).toBuilder()
            .putInts(Tag.Rows, 4)
            .putInts(Tag.Columns, 4)
            .putInts(Tag.BitsAllocated, 16)
            .putShorts(Tag.PixelData, new short[16])
            .build();
    return DicomWriter.toBytes(DicomObject.of(data, syntax));
  }

  private static TransferSyntax syntax(long seed) {
    return RoundTripTest.syntaxes().toList().get((int) (seed % 4));
  }

  /** Reads and decodes; every answer counts, an exception does not. */
  private static void survive(byte[] bytes) {
    switch (DicomReader.read(Bytes.wrap(bytes), SMALL)) {
      case DicomReading.Failed(DicomFailure failure) ->
          assertThat(failure.sentence()).isNotBlank().endsWith(".").doesNotContain("\n");
      case DicomReading.Parsed(DicomObject object) -> {
        object.data().toString();
        for (Element element : object.data()) {
          object.data().integers(element.tag());
          object.data().decimals(element.tag());
        }
        if (PixelData.decode(object, 0, SMALL) instanceof Decoding.Failed failed) {
          assertThat(failed.failure().sentence()).isNotBlank();
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesNeverEscape(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = file(seed % 20, syntax(seed));
    for (int trial = 0; trial < 10; trial++) {
      byte[] changed = bytes.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        changed[128 + random.nextInt(changed.length - 128)] = (byte) random.nextInt(256);
      }
      survive(changed);
    }
  }

  @Test
  void filesThatEndAnywhereAreParsedOrRefused() {
    for (TransferSyntax syntax : RoundTripTest.syntaxes().toList()) {
      byte[] bytes = file(5, syntax);
      for (int length = 0; length < bytes.length; length++) {
        survive(Arrays.copyOf(bytes, length));
      }
    }
  }

  @Test
  void aFileThatEndsInsideItsPixelsSaysWhatIsMissing() {
    byte[] bytes = file(5, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    String sentence = TestFiles.failure(TestFiles.read(Arrays.copyOf(bytes, bytes.length - 3)));
    assertThat(sentence).contains("3 bytes are missing");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseIsNoDicom(long seed) {
    byte[] noise = new byte[300];
    new SplittableRandom(seed).nextBytes(noise);
    survive(noise);
    System.arraycopy(new byte[] {'D', 'I', 'C', 'M', 2, 0}, 0, noise, 128, 6);
    survive(noise);
  }

  @Test
  void emptyAndForeignFilesAreNamed() {
    assertThat(TestFiles.failure(TestFiles.read(new byte[0]))).contains("empty");
    byte[] text = "This is a text of more than eight letters.".getBytes(StandardCharsets.US_ASCII);
    assertThat(TestFiles.failure(TestFiles.read(text))).startsWith("Not a DICOM file");
  }

  @Test
  void aLengthBeyondTheFileCostsNothing() {
    DataSet data = DataSet.builder().putBytes(Tag.PixelData, new byte[4]).build();
    byte[] bytes = DicomWriter.toBytes(DicomObject.of(data, TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    bytes[bytes.length - 6] = 0x7F;
    assertThat(TestFiles.failure(TestFiles.read(bytes))).contains("ends early");
    bytes[bytes.length - 5] = 0x7F;
    assertThat(TestFiles.failure(TestFiles.read(bytes))).contains("asks for too much");
  }

  @Test
  void nestingIsLimited() {
    DataSet data = DataSet.empty();
    for (int depth = 0; depth < 9; depth++) {
      data = DataSet.builder().putItems(Tag.ContentSequence, List.of(data)).build();
    }
    byte[] nine = DicomWriter.toBytes(DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    byte[] eight =
        DicomWriter.toBytes(
            DicomObject.of(
                data.items(Tag.ContentSequence).get(0), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    assertThat(TestFiles.failure(DicomReader.read(Bytes.wrap(nine), SMALL))).contains("nesting 9");
    assertThat(DicomReader.read(Bytes.wrap(eight), SMALL)).isInstanceOf(DicomReading.Parsed.class);
  }

  /** Opening brackets only: undefined lengths, a million levels. */
  @Test
  void aFileOfOpenSequencesEndsAtTheLimit() {
    byte[] bytes = new byte[1 << 20];
    byte[] open = {8, 0, 0x40, 0x11, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1};
    for (int at = 0; at + open.length <= bytes.length; at += open.length) {
      System.arraycopy(open, 0, bytes, at, open.length);
    }
    assertThat(TestFiles.failure(TestFiles.read(bytes))).contains("nesting 65");
  }

  @Test
  void elementsAreLimited() {
    DataSet item = DataSet.builder().put(Tag.CodeValue, "1").build();
    DataSet many =
        DataSet.builder().putItems(Tag.ViewCodeSequence, Collections.nCopies(3_000, item)).build();
    byte[] bytes = DicomWriter.toBytes(DicomObject.of(many, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    assertThat(TestFiles.failure(DicomReader.read(Bytes.wrap(bytes), SMALL)))
        .contains("number of elements 5001");
  }

  @Test
  void aDeflatedBombIsDefused() {
    DataSet data = DataSet.builder().putBytes(Tag.PixelData, new byte[4 << 20]).build();
    byte[] bytes = DicomWriter.toBytes(DicomObject.of(data, TransferSyntax.DEFLATED));
    assertThat(bytes).hasSizeLessThan(10_000);
    assertThat(TestFiles.failure(DicomReader.read(Bytes.wrap(bytes), SMALL)))
        .contains("inflated size");
  }

  @Test
  void aStreamIsReadUpToTheLimit() throws IOException {
    ByteArrayInputStream zeros = new ByteArrayInputStream(new byte[3 << 20]);
    assertThat(TestFiles.failure(DicomReader.read(zeros, SMALL))).contains("file size");
    assertThat(zeros.available()).isEqualTo((3 << 20) - (1 << 20) - 1);
  }

  @Test
  void anImageOfMorePixelsThanAllowedIsRefusedBeforeItIsMade() {
    DataSet data =
        DataSet.builder()
            .putInts(Tag.Rows, 65535)
            .putInts(Tag.Columns, 65535)
            .putInts(Tag.BitsAllocated, 16)
            .putFragments(Tag.PixelData, List.of(new byte[0], new byte[100]))
            .build();
    DicomObject object = DicomObject.of(data, TransferSyntax.JPEG_LS_LOSSLESS);
    assertThat(PixelData.decode(object))
        .isEqualTo(
            new Decoding.Failed(
                new DicomFailure.LimitExceeded("number of samples", 4294836225L, 64_000_000)));
  }

  @Test
  void limitsThemselvesAreChecked() {
    assertThat(Limits.standard().pixels()).isEqualTo(64_000_000);
    assertThatThrownBy(() -> new Limits(1L << 40, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(1, 1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
