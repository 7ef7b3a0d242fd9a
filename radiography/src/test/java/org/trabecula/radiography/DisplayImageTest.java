package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Tag;

class DisplayImageTest {
  @Test
  void aRadiographIsShownWithBoneBright() {
    Radiograph film = Films.film(Films.trunk(Films.random(1)), 400, 400, 0.8);
    GrayImage shown = DisplayImage.of(film).pixels();
    assertThat(shown.at(200, 200)).isGreaterThan(shown.at(200, 130));
    assertThat(shown.at(200, 130)).isGreaterThan(shown.at(200, 0));
    assertThat(shown.at(0, 0)).isZero();
  }

  @Test
  void theHeadersWindowIsApplied() {
    DicomObject object =
        DicomExamples.lumbar(data ->
            data.put(Tag.WindowCenter, "2048")
                .put(Tag.WindowWidth, "1000")
                .put(Tag.VOILUTFunction, "LINEAR_EXACT"));
    Radiograph read = DicomExamples.read(object);
    GrayImage shown = DisplayImage.of(object).orElseThrow().pixels();
    for (int i = 0; i < 300; i++) {
      double share = Math.clamp((read.at(150, i) - 2048) / 1000 + 0.5, 0, 1);
      assertThat(shown.at(150, i)).isEqualTo((int) Math.round(255 * share));
    }
  }

  @Test
  void monochrome1IsShownAsItsNegative() {
    DicomObject two = DicomExamples.lumbar(data -> data);
    DicomObject one =
        DicomExamples.lumbar(data -> data.put(Tag.PhotometricInterpretation, "MONOCHROME1"));
    GrayImage bright = DisplayImage.of(two).orElseThrow().pixels();
    GrayImage dark = DisplayImage.of(one).orElseThrow().pixels();
    for (int i = 0; i < 300; i++) {
      assertThat(bright.at(120, i) + dark.at(120, i)).isBetween(254, 256);
    }
  }

  @Test
  void whatCannotBeShownIsEmpty() {
    DicomObject none = DicomExamples.lumbar(data -> data.remove(Tag.PixelData));
    assertThat(DisplayImage.of(none)).isEmpty();
  }
}
