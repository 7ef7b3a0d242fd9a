package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-made bytes: forms that our writer does not write. */
class PartTenTest {
  private static final String EXPLICIT = meta("1.2.840.10008.1.2.1\0");
  private static final String IMPLICIT = meta("1.2.840.10008.1.2\0");

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String meta(String uid) {
    return "00".repeat(128)
        + hex("DICM")
        + "02001000"
        + hex("UI")
        + "%02x00".formatted(uid.length())
        + hex(uid);
  }

  private static byte[] bytes(String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : parts) {
      out.writeBytes(HexFormat.of().parseHex(part.replace(" ", "")));
    }
    return out.toByteArray();
  }

  private static DataSet data(String... parts) {
    return TestFiles.parsed(bytes(parts)).data();
  }

  @Test
  void sequencesOfUndefinedLengthEndAtTheirDelimiters() {
    DataSet data =
        data(
            IMPLICIT,
            "5400 2002 ffffffff",
            "feff00e0 ffffffff 08000001 02000000 3120 feff0de0 00000000",
            "feff00e0 0a000000 08000001 02000000 3220",
            "feffdde0 00000000",
            "e07f1000 02000000 0102");
    assertThat(data.items(Tag.ViewCodeSequence))
        .extracting(item -> item.string(Tag.CodeValue).orElse(""))
        .containsExactly("1", "2");
    assertThat(data.contains(Tag.PixelData)).isTrue();
  }

  /** PS3.5 section 6.2.2: an unknown sequence is in implicit VR even inside explicit. */
  @Test
  void anUnknownElementOfUndefinedLengthIsASequenceInImplicitVr() {
    DataSet data =
        data(
            EXPLICIT,
            "09000110" + hex("UN") + "0000 ffffffff",
            "feff00e0 ffffffff 08000001 02000000 3120 feff0de0 00000000 feffdde0 00000000",
            "10002000" + hex("LO") + "0200" + hex("7 "));
    assertThat(data.items(0x00091001).get(0).string(Tag.CodeValue)).contains("1");
    assertThat(data.string(Tag.PatientID)).contains("7");
  }

  @Test
  void aKnownElementUnderVrUnIsWhatTheDictionarySays() {
    DataSet data =
        data(
            EXPLICIT,
            "10002000" + hex("UN") + "0000 02000000" + hex("7 "),
            "54002002" + hex("UN") + "0000 12000000 feff00e0 0a000000 08000001 02000000 3120");
    assertThat(data.element(Tag.PatientID).orElseThrow().vr()).isEqualTo(Vr.LO);
    assertThat(data.items(Tag.ViewCodeSequence).get(0).string(Tag.CodeValue)).contains("1");
  }

  @Test
  void aBrokenSequenceUnderVrUnStaysBytes() {
    DataSet data = data(EXPLICIT, "54002002" + hex("UN") + "0000 04000000 01020304");
    assertThat(data.bytes(Tag.ViewCodeSequence).orElseThrow().length()).isEqualTo(4);
  }

  @Test
  void unknownElementsInImplicitVrAreUn() {
    DataSet data = data(IMPLICIT, "09000110 04000000 01020304");
    assertThat(data.element(0x00091001).orElseThrow().vr()).isEqualTo(Vr.UN);
  }

  @Test
  void aRepresentationToComeHasALongHeader() {
    DataSet data =
        data(
            EXPLICIT,
            "08006000" + hex("CS") + "0200" + hex("DX"),
            "09000110" + hex("ZZ") + "0000 02000000 0102",
            "10002000" + hex("LO") + "0200" + hex("7 "));
    assertThat(data.bytes(0x00091001).orElseThrow().length()).isEqualTo(2);
  }

  @Test
  void declaredExplicitButWrittenImplicitIsReadAsItIs() {
    byte[] bytes = bytes(EXPLICIT, "08006000 02000000" + hex("DX"));
    DicomObject object = TestFiles.parsed(bytes);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    assertThat(object.data().string(Tag.Modality)).contains("DX");
  }

  @Test
  void zerosAtTheEndAreFilling() {
    assertThat(data(EXPLICIT, "08006000" + hex("CS") + "0200" + hex("DX"), "000000").size())
        .isEqualTo(1);
  }

  @Test
  void ofTwoElementsWithOneTagTheFirstCounts() {
    String first = "08006000" + hex("CS") + "0200" + hex("DX");
    String second = "08006000" + hex("CS") + "0200" + hex("CT");
    assertThat(data(EXPLICIT, first, second).string(Tag.Modality)).contains("DX");
  }

  @Test
  void theSignOfUsOrSsFollowsPixelRepresentationInImplicitVr() {
    String padding = "28002001 02000000 30f8";
    assertThat(data(IMPLICIT, "28000301 02000000 0100", padding).integer(Tag.PixelPaddingValue))
        .hasValue(-2000);
    assertThat(data(IMPLICIT, "28000301 02000000 0000", padding).integer(Tag.PixelPaddingValue))
        .hasValue(63536);
  }

  @Test
  void aFileWithoutPreambleMayBeginWithItsMetaInformation() {
    byte[] whole = bytes(EXPLICIT, "08006000" + hex("CS") + "0200" + hex("DX"));
    byte[] bare = Arrays.copyOfRange(whole, 132, whole.length);
    byte[] magic = Arrays.copyOfRange(whole, 128, whole.length);
    for (byte[] bytes : List.of(bare, magic)) {
      DicomObject object = TestFiles.parsed(bytes);
      assertThat(object.meta().string(Tag.TransferSyntaxUID)).contains("1.2.840.10008.1.2.1");
      assertThat(object.data().string(Tag.Modality)).contains("DX");
    }
  }

  @Test
  void brokenStructuresAreNamed() {
    assertThat(TestFiles.failure(TestFiles.read(bytes(IMPLICIT, "feff00e0 00000000"))))
        .contains("an item outside a sequence");
    assertThat(
            TestFiles.failure(
                TestFiles.read(bytes(IMPLICIT, "54002002 ffffffff 08000001 00000000"))))
        .contains("where an item belongs");
    assertThat(TestFiles.failure(TestFiles.read(bytes(IMPLICIT, "28001000 ffffffff"))))
        .contains("Rows has no length");
    assertThat(
            TestFiles.failure(
                TestFiles.read(bytes(IMPLICIT, "e07f1000 ffffffff 08000001 00000000"))))
        .contains("where a fragment belongs");
  }
}
