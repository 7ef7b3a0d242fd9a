package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;

class DicomRadiographsTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Films.seeds();
  }

  private static final Radiograph.Description KNOWN =
      new Radiograph.Description(
          Optional.of(new PixelSpacing(0.5, 0.5)),
          Optional.of(View.HIP_AP),
          Laterality.LEFT,
          PresentationIntent.FOR_PRESENTATION,
          new Acquisition(
                  OptionalDouble.of(75),
                  OptionalDouble.of(20),
                  OptionalDouble.of(1150),
                  OptionalDouble.of(400),
                  Optional.of(true),
                  Optional.of("Synthetic"),
                  Optional.of("Film 1"))
              .at(LocalDate.of(2026, 3, 31), "ROOM 2"),
          new Subject(
              Optional.of(Sex.FEMALE),
              OptionalDouble.of(68),
              OptionalDouble.of(156.5),
              OptionalDouble.of(52.25)));

  static DicomObject object(Radiograph film, StoredImage.Encoding encoding) {
    short[] stored = Films.stored(film, encoding.bitsStored());
    if (encoding.monochrome1()) {
      stored = inverted(stored, encoding.bitsStored());
    }
    var image = StoredImage.copyOf(film.rows(), film.columns(), stored, encoding);
    return DicomRadiographs.toDicom(image, film.description(), 1.2, DicomExamples.IDENTITY);
  }

  static short[] inverted(short[] stored, int bits) {
    short[] result = new short[stored.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (short) ((1 << bits) - 1 - (stored[i] & 0xFFFF));
    }
    return result;
  }

  private static StoredImage.Encoding encoding(boolean monochrome1) {
    return new StoredImage.Encoding(
        12,
        monochrome1,
        PixelIntensity.LOG,
        PresentationIntent.FOR_PRESENTATION,
        Optional.of(VoiLut.Window.between(100, 4000)));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Radiograph film = Films.film(Films.trunk(Films.random(1)), 400, 300, 0.5).describedBy(KNOWN);
    Path file = folder.resolve("film.dcm");
    DicomWriter.write(object(film, encoding(false)), file);
    Radiograph read = DicomExamples.read(RadiographReader.read(file, ReadOptions.NONE));
    assertThat(read.description()).isEqualTo(KNOWN);
    short[] stored = Films.stored(film, 12);
    float[] expected = new float[stored.length];
    for (int i = 0; i < stored.length; i++) {
      expected[i] = stored[i];
    }
    Films.assertAlike(read.rawSamples(), expected, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void monochrome1OfTheInvertedIsMonochrome2(long seed) {
    Radiograph film = Films.film(Films.trunk(Films.random(seed)), 400, 300, 0.5);
    Radiograph two = DicomExamples.read(object(film, encoding(false)));
    Radiograph one = DicomExamples.read(object(film, encoding(true)));
    Films.assertAlike(one.rawSamples(), Films.mapped(two.rawSamples(), x -> x - 4095), 0);
    Films.assertAlike(
        CanonicalView.of(one, View.LUMBAR_AP).samples(),
        CanonicalView.of(two, View.LUMBAR_AP).samples(),
        1e-4);
  }

  @Test
  void theObjectHoldsWhatTheDxModulesDemand() {
    Radiograph film = Films.film(Films.trunk(Films.random(2)), 300, 300, 0.5).describedBy(KNOWN);
    DataSet data = object(film, encoding(true)).data();
    int[] typeOne = {
      Tag.SOPClassUID,
      Tag.SOPInstanceUID,
      Tag.StudyInstanceUID,
      Tag.SeriesInstanceUID,
      Tag.Modality,
      Tag.PresentationIntentType,
      Tag.ImageType,
      Tag.ImageLaterality,
      Tag.PatientOrientation,
      Tag.ImagerPixelSpacing,
      Tag.SamplesPerPixel,
      Tag.PhotometricInterpretation,
      Tag.BitsAllocated,
      Tag.BitsStored,
      Tag.HighBit,
      Tag.PixelRepresentation,
      Tag.PixelIntensityRelationship,
      Tag.PixelIntensityRelationshipSign,
      Tag.RescaleIntercept,
      Tag.RescaleSlope,
      Tag.RescaleType,
      Tag.PresentationLUTShape,
      Tag.LossyImageCompression,
      Tag.BurnedInAnnotation,
      Tag.WindowCenter,
      Tag.WindowWidth
    };
    for (int tag : typeOne) {
      assertThat(data.string(tag)).as(Tag.text(tag)).isPresent();
    }
    assertThat(data.string(Tag.PresentationLUTShape)).contains("INVERSE");
    assertThat(data.integer(Tag.PixelIntensityRelationshipSign)).hasValue(1);
    assertThat(data.string(Tag.SOPClassUID)).contains(DicomRadiographs.DX_FOR_PRESENTATION);
    assertThat(data.items(Tag.ViewCodeSequence)).hasSize(1);
    assertThat(data.items(Tag.AnatomicRegionSequence).getFirst().string(Tag.CodeMeaning))
        .contains("Hip joint");
    // 0.5 mm in the patient, magnified 1.2 times.
    assertThat(data.decimals(Tag.ImagerPixelSpacing)).containsExactly(0.6, 0.6);
  }

  @ParameterizedTest
  @EnumSource(PresentationIntent.class)
  void theIntentDecidesTheSopClass(PresentationIntent intent) {
    var encoding = new StoredImage.Encoding(14, true, PixelIntensity.LIN, intent, Optional.empty());
    Radiograph film = Films.film(Films.trunk(Films.random(2)), 300, 300, 0.5);
    String expected =
        intent == PresentationIntent.FOR_PROCESSING
            ? DicomRadiographs.DX_FOR_PROCESSING
            : DicomRadiographs.DX_FOR_PRESENTATION;
    assertThat(object(film, encoding).data().string(Tag.SOPClassUID)).contains(expected);
  }

  @Test
  void linearCountsForProcessingBecomeAttenuation() {
    int bits = 16;
    double full = 65535;
    Radiograph film = Films.film(Films.trunk(Films.random(3)), 400, 300, 0.5);
    short[] counts = new short[film.rawSamples().length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) Math.round(full * Math.exp(-film.rawSamples()[i]));
    }
    var encoding =
        new StoredImage.Encoding(
            bits, true, PixelIntensity.LIN, PresentationIntent.FOR_PROCESSING, Optional.empty());
    var image = StoredImage.copyOf(400, 300, counts, encoding);
    Radiograph read =
        DicomExamples.read(
            DicomRadiographs.toDicom(image, film.description(), 1, DicomExamples.IDENTITY));
    // A count of one in 65,535 exp(-4) is worth less than 0.001.
    Films.assertAlike(read.rawSamples(), film.rawSamples(), 2e-3);
  }

  @Test
  void otherTransferSyntaxesHoldTheSameSamples() throws IOException {
    Radiograph film = Films.film(Films.trunk(Films.random(4)), 300, 300, 0.5);
    DicomObject object = object(film, encoding(false));
    float[] expected = DicomExamples.read(object).rawSamples();
    for (TransferSyntax syntax :
        new TransferSyntax[] {
          TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
          TransferSyntax.EXPLICIT_BIG_ENDIAN,
          TransferSyntax.DEFLATED
        }) {
      Path file = folder.resolve(syntax.uid() + ".dcm");
      DicomWriter.write(DicomObject.of(object.data(), syntax), file);
      Radiograph read = DicomExamples.read(RadiographReader.read(file, ReadOptions.NONE));
      assertThat(read.rawSamples()).as(syntax.name()).isEqualTo(expected);
    }
  }

  @Test
  void impossibleImagesAreErrors() {
    var encoding = encoding(false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredImage.copyOf(1, 1, new short[] {4096}, encoding))
        .withMessageContaining("4096");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredImage.copyOf(2, 1, new short[] {1}, encoding));
    StoredImage image = StoredImage.copyOf(1, 1, new short[] {1}, encoding);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DicomRadiographs.toDicom(image, KNOWN, 0.5, DicomExamples.IDENTITY));
  }
}
