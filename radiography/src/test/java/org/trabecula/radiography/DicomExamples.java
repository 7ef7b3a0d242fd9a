package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Uid;

/** Generated DICOM objects, and what comes of reading them. */
final class DicomExamples {
  static final DicomRadiographs.Identity IDENTITY =
      new DicomRadiographs.Identity(
          "1",
          "Synthetic",
          new Uid("2.25.1"),
          new Uid("2.25.2"),
          new Uid("2.25.3"),
          Optional.empty());

  private DicomExamples() {}

  /** A lumbar DX of 300 x 300 pixels, changed. */
  static DicomObject lumbar(UnaryOperator<DataSetBuilder> change) {
    Radiograph film = Films.film(Films.trunk(Films.random(7)), 300, 300, 1);
    var encoding =
        new StoredImage.Encoding(
            12, false, PixelIntensity.LOG, PresentationIntent.FOR_PRESENTATION, Optional.empty());
    DicomObject object = DicomRadiographsTest.object(film, encoding);
    return DicomObject.of(change.apply(object.data().toBuilder()).build(), object.syntax());
  }

  static Radiograph read(DicomObject object) {
    return read(RadiographReader.of(object, ReadOptions.NONE));
  }

  static Radiograph read(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).radiograph();
  }

  static Refusal refusal(DicomObject object) {
    return refusal(RadiographReader.of(object, ReadOptions.NONE));
  }

  static Refusal refusal(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).refusal();
  }
}
