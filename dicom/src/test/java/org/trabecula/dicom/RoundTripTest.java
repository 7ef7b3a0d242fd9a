package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  static Stream<TransferSyntax> syntaxes() {
    return Stream.of(
        TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        TransferSyntax.EXPLICIT_BIG_ENDIAN,
        TransferSyntax.DEFLATED);
  }

  static Stream<Arguments> seedsAndSyntaxes() {
    return LongStream.range(0, 12)
        .boxed()
        .flatMap(seed -> syntaxes().map(syntax -> Arguments.of(seed, syntax)));
  }

  /** Values as text: padding and, in implicit VR, representations may differ. */
  private static List<String> content(DataSet data) {
    List<String> lines = new ArrayList<>();
    for (Element element : data) {
      lines.add(Tag.text(element.tag()) + data.strings(element.tag()));
      data.items(element.tag()).forEach(item -> lines.addAll(content(item)));
    }
    return lines;
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndSyntaxes")
  void whatIsWrittenIsRead(long seed, TransferSyntax syntax) {
    DataSet data = TestFiles.random(seed);
    byte[] bytes = DicomWriter.toBytes(DicomObject.of(data, syntax));
    DicomObject back = TestFiles.parsed(bytes);
    assertThat(bytes.length % 2).isZero();
    assertThat(back.syntax()).isEqualTo(syntax);
    assertThat(content(back.data())).isEqualTo(content(data));
    assertThat(DicomWriter.toBytes(back)).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndSyntaxes")
  void withoutPreambleAndMetaInformationTheFormIsGuessed(long seed, TransferSyntax syntax) {
    if (syntax == TransferSyntax.DEFLATED) {
      return;
    }
    DataSet data = TestFiles.random(seed).toBuilder().put(Tag.SOPClassUID, "1.2").build();
    DicomObject object = DicomObject.of(data, syntax);
    byte[] all = DicomWriter.toBytes(object);
    int metaLength = all[140] & 0xFF;
    byte[] bare = Arrays.copyOfRange(all, 144 + metaLength, all.length);
    DicomObject back = TestFiles.parsed(bare);
    assertThat(back.meta().size()).isZero();
    assertThat(back.syntax()).isEqualTo(syntax);
    assertThat(content(back.data())).isEqualTo(content(data));
  }

  @Test
  void metaInformationNamesTheObjectAndTheWriter() {
    DataSet data =
        DataSet.builder().put(Tag.SOPClassUID, "1.2.3").put(Tag.SOPInstanceUID, "1.2.4").build();
    DicomObject object = DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    DataSet meta = TestFiles.parsed(DicomWriter.toBytes(object)).meta();
    assertThat(meta.string(Tag.MediaStorageSOPClassUID)).contains("1.2.3");
    assertThat(meta.string(Tag.MediaStorageSOPInstanceUID)).contains("1.2.4");
    assertThat(meta.string(Tag.TransferSyntaxUID)).contains("1.2.840.10008.1.2.1");
    assertThat(meta.string(Tag.ImplementationClassUID).flatMap(Uid::of)).isPresent();
    assertThat(object.instance()).contains(new Uid("1.2.4"));
  }

  @Test
  void aFileAppearsUnderItsNameOnly(@TempDir Path folder) throws IOException {
    DicomObject object = DicomObject.of(TestFiles.random(1), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    Path file = folder.resolve("a.dcm");
    DicomWriter.write(object, file);
    DicomWriter.write(object, file);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
    assertThat(DicomReader.read(file)).isInstanceOf(DicomReading.Parsed.class);
  }

  @Test
  void fragmentsAndSyntaxMustAgree() {
    DataSet plain = DataSet.builder().putBytes(Tag.PixelData, new byte[2]).build();
    DataSet pieces =
        DataSet.builder()
            .putFragments(Tag.PixelData, List.of(new byte[0], new byte[] {1, 2, 3}))
            .build();
    assertThatThrownBy(() -> DicomWriter.toBytes(DicomObject.of(plain, TransferSyntax.RLE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DicomWriter.toBytes(DicomObject.of(pieces, TransferSyntax.DEFLATED)))
        .isInstanceOf(IllegalArgumentException.class);
    DataSet back =
        TestFiles.parsed(DicomWriter.toBytes(DicomObject.of(pieces, TransferSyntax.RLE))).data();
    Element element = back.element(Tag.PixelData).orElseThrow();
    assertThat(((Element.Encapsulated) element).fragments())
        .containsExactly(Bytes.EMPTY, Bytes.copyOf(new byte[] {1, 2, 3, 0}));
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void valuesTooLongForAShortHeaderSurvive(TransferSyntax syntax) {
    int[] many = new int[40_000];
    Arrays.setAll(many, i -> i);
    DataSet data = DataSet.builder().putInts(0x0040A0B0, many).build();
    DataSet back = TestFiles.parsed(DicomWriter.toBytes(DicomObject.of(data, syntax))).data();
    assertThat(back.integers(0x0040A0B0)).containsExactly(many);
  }
}
