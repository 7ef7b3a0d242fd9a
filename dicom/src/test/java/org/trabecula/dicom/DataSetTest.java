package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
  @Test
  void elementsComeInTheOrderOfTheirTags() {
    DataSet data =
        DataSet.builder()
            .putShorts(Tag.PixelData, new short[] {1})
            .put(Tag.PatientID, "7")
            .put(Tag.Modality, "DX")
            .put(new Element.Plain(0xFFFCFFFC, Vr.OB, Bytes.EMPTY))
            .build();
    assertThat(data)
        .extracting(Element::tag)
        .containsExactly(Tag.Modality, Tag.PatientID, Tag.PixelData, 0xFFFCFFFC);
    assertThat(data.size()).isEqualTo(4);
  }

  @Test
  void numbersComeBackInWhateverRepresentationTheyAreKept() {
    DataSet data =
        DataSet.builder()
            .putInts(Tag.Rows, 2140)
            .putDoubles(Tag.PixelSpacing, 0.2, 0.25)
            .putInts(Tag.NumberOfFrames, 3)
            .putDoubles(Tag.ExposureIndex, 412.5)
            .putDoubles(Tag.FloatingPointValue, -1.25)
            .putInts(Tag.FrameIncrementPointer, Tag.PixelData)
            .build();
    assertThat(data.integer(Tag.Rows)).hasValue(2140);
    assertThat(data.decimal(Tag.Rows)).hasValue(2140);
    assertThat(data.string(Tag.Rows)).contains("2140");
    assertThat(data.decimals(Tag.PixelSpacing)).containsExactly(0.2, 0.25);
    assertThat(data.strings(Tag.PixelSpacing)).containsExactly("0.2", "0.25");
    assertThat(data.integers(Tag.NumberOfFrames)).containsExactly(3);
    assertThat(data.decimal(Tag.ExposureIndex)).hasValue(412.5);
    assertThat(data.decimal(Tag.FloatingPointValue)).hasValue(-1.25);
    assertThat(data.integer(Tag.FrameIncrementPointer)).hasValue(Tag.PixelData);
  }

  @Test
  void whatIsAbsentEmptyOrMalformedIsAnEmptyAnswer() {
    DataSet data =
        DataSet.builder()
            .put(Tag.PatientAge)
            .put(Tag.KVP, "eighty")
            .put(Tag.PixelSpacing, "0.2", "wide")
            .put(new Element.Plain(Tag.Rows, Vr.US, Bytes.copyOf(new byte[] {1})))
            .put(new Element.Plain(Tag.ExposureIndex, Vr.FD, nan()))
            .build();
    assertThat(data.string(Tag.PatientID)).isEmpty();
    assertThat(data.contains(Tag.PatientAge)).isTrue();
    assertThat(data.string(Tag.PatientAge)).isEmpty();
    assertThat(data.strings(Tag.PatientAge)).isEmpty();
    assertThat(data.decimal(Tag.KVP)).isEmpty();
    assertThat(data.string(Tag.KVP)).contains("eighty");
    assertThat(data.decimals(Tag.PixelSpacing)).isEmpty();
    assertThat(data.integer(Tag.Rows)).isEmpty();
    assertThat(data.decimal(Tag.ExposureIndex)).isEmpty();
    assertThat(data.items(Tag.ViewCodeSequence)).isEmpty();
    assertThat(data.integers(Tag.ViewCodeSequence)).isEmpty();
  }

  private static Bytes nan() {
    return Bytes.copyOf(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF8, 0x7F});
  }

  @Test
  void paddingIsNoPartOfAValue() {
    DataSet data =
        DataSet.builder()
            .put(text(Tag.ImageType, Vr.CS, "ORIGINAL \\ PRIMARY\\\\ "))
            .put(text(Tag.SOPInstanceUID, Vr.UI, "1.2\0"))
            .put(text(Tag.PatientComments, Vr.LT, " one\\two  "))
            .build();
    assertThat(data.strings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "", "");
    assertThat(data.string(Tag.SOPInstanceUID)).contains("1.2");
    assertThat(data.strings(Tag.PatientComments)).containsExactly(" one\\two");
  }

  private static Element text(int tag, Vr vr, String value) {
    return new Element.Plain(tag, vr, Bytes.copyOf(value.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void foreignTextIsDeclaredAsUtf8() {
    DataSet data = DataSet.builder().put(Tag.PatientName, "山田^太郎").build();
    assertThat(data.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    assertThat(data.string(Tag.PatientName)).contains("山田^太郎");
    assertThat(DataSet.builder().put(Tag.PatientName, "A^B").build().size()).isEqualTo(1);
  }

  @Test
  void aDeclaredSetIsUsedAndItsGapsAreErrors() {
    DataSetBuilder builder = DataSet.builder().put(Tag.SpecificCharacterSet, "ISO_IR 100");
    DataSet data = builder.put(Tag.PatientName, "Müller").build();
    assertThat(data.bytes(Tag.PatientName).orElseThrow().length()).isEqualTo(6);
    assertThatThrownBy(() -> builder.put(Tag.PatientName, "山田").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PatientName");
  }

  @Test
  void anItemKeepsItsCharactersInAnotherSetsCompany() {
    DataSet item = DataSet.builder().put(Tag.CodeMeaning, "股関節").build();
    DataSet outer =
        DataSet.builder()
            .put(Tag.SpecificCharacterSet, "ISO_IR 100")
            .put(Tag.PatientName, "Müller")
            .putItems(Tag.ViewCodeSequence, List.of(item))
            .build();
    DicomObject object = DicomObject.of(outer, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    DataSet back = TestFiles.parsed(DicomWriter.toBytes(object)).data();
    assertThat(back.string(Tag.PatientName)).contains("Müller");
    assertThat(back.items(Tag.ViewCodeSequence).get(0).string(Tag.CodeMeaning)).contains("股関節");
  }

  @Test
  void anItemReadUnderItsParentsSetIsDeclaredWhenItMoves() {
    DataSet first =
        DataSet.builder()
            .put(Tag.SpecificCharacterSet, "ISO_IR 100")
            .putItems(
                Tag.ViewCodeSequence,
                List.of(new DataSetBuilder(latin()).put(Tag.CodeMeaning, "Hüfte").build()))
            .build();
    assertThat(first.items(Tag.ViewCodeSequence).get(0).contains(Tag.SpecificCharacterSet))
        .isFalse();
    DataSet moved =
        DataSet.builder().putItems(Tag.ViewCodeSequence, first.items(Tag.ViewCodeSequence)).build();
    DicomObject object = DicomObject.of(moved, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    DataSet back = TestFiles.parsed(DicomWriter.toBytes(object)).data();
    assertThat(back.items(Tag.ViewCodeSequence).get(0).string(Tag.CodeMeaning)).contains("Hüfte");
  }

  private static CharacterSet latin() {
    return CharacterSet.of(List.of("ISO_IR 100"));
  }

  @Test
  void numbersThatDoNotFitAreErrors() {
    DataSetBuilder builder = DataSet.builder();
    assertThatThrownBy(() -> builder.putInts(Tag.Rows, 65536)).hasMessageContaining("Rows");
    assertThatThrownBy(() -> builder.putInts(Tag.Rows, -1)).hasMessageContaining("US");
    assertThatThrownBy(() -> builder.putDoubles(Tag.Rows, 1.5)).hasMessageContaining("whole");
    assertThatThrownBy(() -> builder.put(Tag.Rows, "many")).hasMessageContaining("many");
    assertThatThrownBy(() -> builder.put(Tag.PatientID, "a\\b")).hasMessageContaining("separator");
    assertThatThrownBy(() -> builder.put(Tag.TextValue, "a", "b")).hasMessageContaining("one");
  }

  @Test
  void usOrSsFollowsPixelRepresentation() {
    DataSet unsigned = DataSet.builder().putInts(Tag.PixelPaddingValue, 63536).build();
    DataSet signed =
        DataSet.builder()
            .putInts(Tag.PixelRepresentation, 1)
            .putInts(Tag.PixelPaddingValue, 5)
            .build();
    DataSet negative = DataSet.builder().putInts(Tag.PixelPaddingValue, -2000).build();
    assertThat(unsigned.element(Tag.PixelPaddingValue).orElseThrow().vr()).isEqualTo(Vr.US);
    assertThat(signed.element(Tag.PixelPaddingValue).orElseThrow().vr()).isEqualTo(Vr.SS);
    assertThat(negative.integer(Tag.PixelPaddingValue)).hasValue(-2000);
  }

  @Test
  void aBuilderFromADataSetChangesOnlyWhatIsPut() {
    DataSet data = DataSet.builder().put(Tag.PatientName, "Ä").put(Tag.Modality, "DX").build();
    DataSet changed = data.toBuilder().put(Tag.Modality, "CR").remove(Tag.PatientID).build();
    assertThat(changed.string(Tag.PatientName)).contains("Ä");
    assertThat(changed.string(Tag.Modality)).contains("CR");
    assertThat(data.string(Tag.Modality)).contains("DX");
    assertThat(data.toBuilder().build()).isEqualTo(data).hasSameHashCodeAs(data);
    assertThat(changed.toString()).contains("(0008,0060) Modality CS CR");
    assertThat(DataSet.empty().size()).isZero();
  }
}
