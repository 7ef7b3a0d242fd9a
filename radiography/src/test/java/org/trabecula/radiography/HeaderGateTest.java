package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Refusal.Reason;

class HeaderGateTest {
  private static DicomObject with(int tag, String... values) {
    return DicomExamples.lumbar(data -> data.put(tag, values));
  }

  @ParameterizedTest
  @CsvSource({
    "CT, computed tomography",
    "MR, magnetic resonance",
    "MG, mammography",
    "XA, angiography",
    "US, ultrasound",
    "PT, positron",
    "NM, nuclear",
    "RF, fluoroscopy",
    "ZZ, another modality"
  })
  void otherModalitiesAreRefusedByName(String modality, String name) {
    Refusal refusal = DicomExamples.refusal(with(Tag.Modality, modality));
    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_MODALITY);
    assertThat(refusal.sentence()).contains(name).contains(modality);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CR", "DX", "RG", "OT", "SC"})
  void radiographsAreRead(String modality) {
    assertThat(DicomExamples.read(with(Tag.Modality, modality)).rows()).isEqualTo(300);
  }

  @Test
  void aMammogramUnderAnotherNameIsRefused() {
    Refusal refusal = DicomExamples.refusal(with(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.2"));
    assertThat(refusal.sentence()).contains("mammography");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHEST",
        "KNEE",
        "HAND",
        "SKULL",
        "CSPINE",
        "TSPINE",
        "EXTREMITY",
        "BREAST",
        "FOOT",
        "LOWER LEG",
        "ANKLE",
        "SHOULDER",
        "RIB"
      })
  void otherPartsOfTheBodyAreRefused(String part) {
    Refusal refusal =
        DicomExamples.refusal(
            DicomExamples.lumbar(
                data -> data.put(Tag.BodyPartExamined, part).remove(Tag.AnatomicRegionSequence)));
    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_ANATOMY);
    assertThat(refusal.sentence()).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "LSPINE, LUMBAR",
    "L-SPINE, LUMBAR",
    "Lumbar Spine, LUMBAR",
    "LUMBOSACRAL, LUMBAR",
    "LWS, LUMBAR",
    "LSSPINE, LUMBAR",
    "HIP, HIP",
    "HIPS, HIP",
    "HIP_JOINT, HIP",
    "PELVIS, HIP",
    "FEMORAL NECK, HIP",
    "SPINE, PERHAPS",
    "ABDOMEN, PERHAPS",
    "WHOLESPINE, PERHAPS",
    "THORACOLUMBAR, PERHAPS",
    "TLSPINE, PERHAPS",
    "FEMUR, PERHAPS",
    "ABDOMENPELVIS, HIP",
    "CHEST ABDOMEN PELVIS, PERHAPS",
    "CSPINE, OTHER",
    "C SPINE, OTHER",
    "T-SPINE, OTHER",
    "THORAX, OTHER",
    "TIBIA, OTHER",
    "HEAD, OTHER",
    "SHIP, UNKNOWN",
    "'', UNKNOWN",
    "XYZ, UNKNOWN"
  })
  void partsAreKnownByTheirWords(String words, BodyPart part) {
    assertThat(BodyPart.of(words)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({"LL, lateral", "RL, lateral", "LATERAL, lateral", "RAO, oblique", "LPO, oblique"})
  void otherProjectionsAreRefused(String position, String name) {
    Refusal refusal = DicomExamples.refusal(with(Tag.ViewPosition, position));
    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_VIEW);
    assertThat(refusal.sentence()).contains(name);
  }

  @Test
  void aStatedViewOverridesAWrongHeader() {
    var options =
        new ReadOptions(Optional.of(View.LUMBAR_AP), OptionalDouble.empty(), Subject.UNKNOWN);
    DicomObject chest = with(Tag.BodyPartExamined, "CHEST");
    assertThat(DicomExamples.read(RadiographReader.of(chest, options)).description().view())
        .contains(View.LUMBAR_AP);
  }

  @Test
  void theViewIsReadWhereItIsClear() {
    assertThat(view("LSPINE", "AP")).contains(View.LUMBAR_AP);
    assertThat(view("LSPINE", "PA")).contains(View.LUMBAR_AP);
    assertThat(view("HIP", "AP")).contains(View.HIP_AP);
    assertThat(view("ABDOMEN", "AP")).isEmpty();
  }

  private static Optional<View> view(String part, String position) {
    DicomObject object =
        DicomExamples.lumbar(data ->
            data.put(Tag.BodyPartExamined, part)
                .put(Tag.ViewPosition, position)
                .remove(Tag.ViewCodeSequence)
                .remove(Tag.AnatomicRegionSequence));
    return DicomExamples.read(object).description().view();
  }

  @Test
  void whereTheBodyPartIsMissingOtherWordsSpeak() {
    DicomObject object =
        DicomExamples.lumbar(data ->
            data.remove(Tag.BodyPartExamined)
                .remove(Tag.ViewPosition)
                .remove(Tag.ViewCodeSequence)
                .remove(Tag.AnatomicRegionSequence)
                .put(Tag.SeriesDescription, "Hip left a.p."));
    assertThat(DicomExamples.read(object).description().view()).contains(View.HIP_AP);
    DicomObject knee =
        DicomObject.of(
            object.data().toBuilder().put(Tag.SeriesDescription, "KNEE AP").build(),
            object.syntax());
    assertThat(DicomExamples.refusal(knee).reason()).isEqualTo(Reason.WRONG_ANATOMY);
    DicomObject lateral =
        DicomObject.of(
            object.data().toBuilder().put(Tag.SeriesDescription, "L-SPINE LAT").build(),
            object.syntax());
    assertThat(DicomExamples.refusal(lateral).reason()).isEqualTo(Reason.WRONG_VIEW);
  }

  @Test
  void aStudyOfAnotherPartDoesNotRefuseASeriesThatSaysNothing() {
    DicomObject object =
        DicomExamples.lumbar(data ->
            data.remove(Tag.BodyPartExamined)
                .remove(Tag.AnatomicRegionSequence)
                .put(Tag.StudyDescription, "CHEST AND SPINE SERIES"));
    assertThat(DicomExamples.read(object).description().view()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"L, LEFT", "R, RIGHT", "B, BOTH", "U, UNPAIRED", "X, UNKNOWN"})
  void lateralityIsRead(String code, Laterality side) {
    assertThat(DicomExamples.read(with(Tag.ImageLaterality, code)).description().laterality())
        .isEqualTo(side);
  }

  @Test
  void codedLateralityIsRead() {
    DataSet left = DataSet.builder().put(Tag.CodeValue, "7771000").build();
    DataSet region =
        DataSet.builder()
            .put(Tag.CodeMeaning, "Hip joint")
            .put(new org.trabecula.dicom.Element.Sequence(0x00082220, List.of(left)))
            .build();
    DicomObject object =
        DicomExamples.lumbar(data ->
            data.remove(Tag.ImageLaterality).putItems(Tag.AnatomicRegionSequence, List.of(region)));
    assertThat(DicomExamples.read(object).description().laterality()).isEqualTo(Laterality.LEFT);
  }

  @Test
  void colourFramesAndThumbnailsAreRefused() {
    assertThat(DicomExamples.refusal(with(Tag.PhotometricInterpretation, "RGB")).sentence())
        .contains("colour picture (RGB)");
    assertThat(DicomExamples.refusal(with(Tag.NumberOfFrames, "12")).sentence())
        .contains("12 frames");
    DicomObject small = DicomExamples.lumbar(data -> data.putInts(Tag.Rows, 200));
    assertThat(DicomExamples.refusal(small).reason()).isEqualTo(Reason.TOO_SMALL);
    DicomObject tooFine =
        DicomExamples.lumbar(data -> data.put(Tag.ImagerPixelSpacing, "0.1", "0.1"));
    assertThat(DicomExamples.refusal(tooFine).sentence()).contains("25 x 25 mm");
  }

  @Test
  void missingDamagedAndEmptyPixelsAreRefused() {
    DicomObject none = DicomExamples.lumbar(data -> data.remove(Tag.PixelData));
    assertThat(DicomExamples.refusal(none).reason()).isEqualTo(Reason.NOT_AN_IMAGE);
    DicomObject sizeless = DicomExamples.lumbar(data -> data.remove(Tag.Rows));
    assertThat(DicomExamples.refusal(sizeless).reason()).isEqualTo(Reason.UNREADABLE);
    DicomObject cut = DicomExamples.lumbar(data -> data.putShorts(Tag.PixelData, new short[100]));
    assertThat(DicomExamples.refusal(cut).reason()).isEqualTo(Reason.UNREADABLE);
    DicomObject empty =
        DicomExamples.lumbar(data -> data.putShorts(Tag.PixelData, new short[90_000]));
    assertThat(DicomExamples.refusal(empty).reason()).isEqualTo(Reason.BAD_EXPOSURE);
  }
}
