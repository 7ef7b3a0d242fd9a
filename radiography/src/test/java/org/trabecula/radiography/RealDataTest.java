package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Refusal.Reason;

class RealDataTest {
  private static Reading read(Path file) throws IOException {
    return RadiographReader.read(file, ReadOptions.NONE);
  }

  @Test
  void everyDicomFileIsReadOrRefusedInOneSentence() throws IOException {
    for (Path file : RealData.files("dicom")) {
      switch (read(file)) {
        case Reading.Read(Radiograph radiograph) -> {
          CanonicalView view = CanonicalView.of(radiograph, View.HIP_AP);
          assertThat(view.samples()).as("%s", file).doesNotContain(Float.NaN);
        }
        case Reading.Refused(Refusal refusal) -> {
          assertThat(refusal.sentence()).as("%s", file).endsWith(".").doesNotContain("\n");
          assertThat(refusal.sentence().length()).as("%s", file).isLessThan(200);
        }
      }
    }
  }

  @Test
  void otherModalitiesAndAnatomiesAreRefusedForTheRightReason() throws IOException {
    for (Path file : RealData.files("dicom/wg04")) {
      String name = file.getFileName().toString();
      if (name.endsWith(".zst") || name.startsWith("RG2")) {
        continue;
      }
      Refusal refusal = DicomExamples.refusal(read(file));
      Reason expected =
          switch (name.substring(0, 3)) {
            case "RG1", "RG3", "MG1" -> Reason.WRONG_ANATOMY;
            default -> Reason.WRONG_MODALITY;
          };
      assertThat(refusal.reason()).as("%s: %s", name, refusal.sentence()).isEqualTo(expected);
    }
  }

  @Test
  void theRealHipIsTheSameInEveryLosslessEncoding() throws IOException {
    Set<String> lossless = Set.of("RLE", "JPLL", "JLSL", "J2KR");
    List<float[]> all = new ArrayList<>();
    for (Path file : RealData.files("dicom/wg04")) {
      String name = file.getFileName().toString();
      if (name.startsWith("RG2_") && lossless.contains(name.substring(4))) {
        all.add(DicomExamples.read(read(file)).rawSamples());
      }
    }
    assertThat(all).hasSize(lossless.size());
    assertThat(all).allSatisfy(samples -> assertThat(samples).isEqualTo(all.getFirst()));
  }

  @Test
  void theRealHipIsUnderstood() throws IOException {
    Path file = RealData.folder("dicom/wg04").resolve("RLE/RG2_RLE");
    Radiograph hip = DicomExamples.read(read(file));
    assertThat(hip.rows()).isEqualTo(2140);
    assertThat(hip.columns()).isEqualTo(1760);
    assertThat(hip.description().view()).contains(View.HIP_AP);
    assertThat(hip.description().spacing()).contains(new PixelSpacing(0.2, 0.2));
    assertThat(hip.description().subject())
        .isEqualTo(
            new Subject(
                Optional.of(Sex.MALE),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    // The femoral head is brighter than the air below the thigh.
    assertThat(hip.at(860, 860)).isGreaterThan(hip.at(1900, 600) + 200);
    // Unexposed borders: about 185 columns on the left and 315 on the right.
    Field field = Field.of(hip);
    assertThat(field.left()).isBetween(170, 205);
    assertThat(field.right()).isBetween(1425, 1460);
    assertThat(field.rows()).isGreaterThan(2080);
  }

  @Test
  void fullSpinesAreNeitherCutNorInverted() throws IOException {
    for (Path file : RealData.some("spine-ap/images", 20)) {
      Radiograph spine = DicomExamples.read(read(file));
      Field field = Field.of(spine);
      // Some end in a few blank lines.
      assertThat(field.rows()).as("%s", file).isGreaterThan(spine.rows() * 99 / 100);
      assertThat(field.columns()).as("%s", file).isEqualTo(spine.columns());
      assertThat(Polarity.isInverted(spine)).as("%s", file).isFalse();
      Radiograph known = spine.describedBy(Films.described(0.3));
      assertThat(Polarity.isInverted(known)).as("%s, lumbar", file).isFalse();
    }
  }

  @Test
  void mostInvertedSpinesOfStatedViewAreRecognised() throws IOException {
    int recognised = 0;
    List<Path> files = RealData.some("spine-ap/images", 20);
    for (Path file : files) {
      Radiograph spine = DicomExamples.read(read(file)).describedBy(Films.described(0.3));
      recognised += Polarity.isInverted(Polarity.negative(spine)) ? 1 : 0;
    }
    assertThat(recognised).isGreaterThanOrEqualTo(files.size() * 9 / 10);
  }

  @Test
  void kneesAreReadAndNotInverted() throws IOException {
    for (Path file : RealData.some("knee/images", 25)) {
      assertThat(Polarity.isInverted(DicomExamples.read(read(file)))).as("%s", file).isFalse();
    }
  }
}
