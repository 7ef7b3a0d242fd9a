package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

class HeaderTest {
  private static final PixelSpacing TENTH = new PixelSpacing(0.1, 0.1);

  private static DataSet spacing(String... tagsAndValues) {
    var data = DataSet.builder();
    for (int i = 0; i < tagsAndValues.length; i += 2) {
      data.put(tag(tagsAndValues[i]), tagsAndValues[i + 1].split("\\\\"));
    }
    return data.build();
  }

  private static int tag(String name) {
    return switch (name) {
      case "pixel" -> Tag.PixelSpacing;
      case "imager" -> Tag.ImagerPixelSpacing;
      case "magnification" -> Tag.EstimatedRadiographicMagnificationFactor;
      case "sid" -> Tag.DistanceSourceToDetector;
      case "sod" -> Tag.DistanceSourceToPatient;
      default -> Tag.PixelSpacingCalibrationType;
    };
  }

  @Test
  void theSpacingAtTheDetectorIsDividedByTheMagnification() {
    assertThat(HeaderSpacing.of(spacing("imager", "0.12\\0.12", "magnification", "1.2")))
        .hasValueSatisfying(s -> assertThat(s.rowMm()).isCloseTo(0.1, within(1e-12)));
    assertThat(HeaderSpacing.of(spacing("imager", "0.12\\0.12", "sid", "1200", "sod", "1000")))
        .hasValueSatisfying(s -> assertThat(s.columnMm()).isCloseTo(0.1, within(1e-12)));
    assertThat(HeaderSpacing.of(spacing("imager", "0.1\\0.1"))).contains(TENTH);
    assertThat(HeaderSpacing.of(spacing("imager", "0.1\\0.1", "sid", "1000", "sod", "0")))
        .contains(TENTH);
  }

  @Test
  void calibratedPixelSpacingWinsOtherwiseTheDetectorDoes() {
    assertThat(
            HeaderSpacing.of(
                spacing("imager", "0.2\\0.2", "pixel", "0.1\\0.1", "type", "FIDUCIAL")))
        .contains(TENTH);
    assertThat(HeaderSpacing.of(spacing("imager", "0.1\\0.1", "pixel", "0.2\\0.2")))
        .contains(TENTH);
    assertThat(HeaderSpacing.of(spacing("pixel", "0.1\\0.1"))).contains(TENTH);
  }

  @ParameterizedTest
  @CsvSource({"0\\0", "0.000\\0.000", "-1\\-1", "0.1", "5\\5", "x\\y", "0.1\\0"})
  void impossibleSpacingIsUnknown(String value) {
    assertThat(HeaderSpacing.of(spacing("pixel", value))).isEmpty();
    assertThat(HeaderSpacing.of(spacing("imager", value))).isEmpty();
  }

  @Test
  void rowSpacingComesFirst() {
    assertThat(HeaderSpacing.of(spacing("pixel", "0.3\\0.2"))).contains(new PixelSpacing(0.3, 0.2));
  }

  @ParameterizedTest
  @CsvSource({"068Y, 68", "018M, 1.5", "052W, 0.997", "365D, 0.999", "68Y, 68"})
  void ageStringsAreRead(String age, double years) {
    DataSet data = DataSet.builder().put(Tag.PatientAge, age).build();
    assertThat(HeaderSubject.of(data).ageYears().orElseThrow()).isCloseTo(years, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"Y68", "999Y", "-10Y", "abc"})
  void impossibleAgesAreUnknown(String age) {
    DataSet data = DataSet.builder().put(Tag.PatientAge, age).build();
    assertThat(HeaderSubject.of(data).ageYears()).isEmpty();
  }

  @Test
  void ageIsCountedFromBirthToTheExposure() {
    DataSet data =
        DataSet.builder()
            .put(Tag.PatientBirthDate, "19500630")
            .put(Tag.AcquisitionDate, "20201231")
            .put(Tag.StudyDate, "20210101")
            .build();
    assertThat(HeaderSubject.of(data).ageYears().orElseThrow()).isCloseTo(70.5, within(0.01));
    DataSet noBirth = data.toBuilder().put(Tag.PatientBirthDate).build();
    assertThat(HeaderSubject.of(noBirth)).isEqualTo(Subject.UNKNOWN);
    DataSet nonsense = data.toBuilder().put(Tag.PatientBirthDate, "19501399").build();
    assertThat(HeaderSubject.of(nonsense).ageYears()).isEmpty();
  }

  @Test
  void theExposureHasTheClosestDateAndAStation() {
    DataSet data =
        DataSet.builder()
            .put(Tag.AcquisitionDate, "not a date")
            .put(Tag.SeriesDate, "2020.12.30")
            .put(Tag.StudyDate, "20210101")
            .put(Tag.DeviceSerialNumber, "4711")
            .build();
    Acquisition acquisition = HeaderAcquisition.of(data);
    assertThat(acquisition.date()).contains(java.time.LocalDate.of(2020, 12, 30));
    assertThat(acquisition.station()).contains("4711");
    DataSet named = data.toBuilder().put(Tag.StationName, " ROOM 2 ").build();
    assertThat(HeaderAcquisition.of(named).station()).contains("ROOM 2");
    Acquisition nothing = HeaderAcquisition.of(DataSet.builder().build());
    assertThat(nothing.date()).isEmpty();
    assertThat(nothing.station()).isEmpty();
  }

  @Test
  void sizeIsInMetresUnlessItCannotBe() {
    DataSet metres =
        DataSet.builder()
            .put(Tag.PatientSize, "1.62")
            .put(Tag.PatientWeight, "58")
            .put(Tag.PatientSex, "M")
            .build();
    Subject subject = HeaderSubject.of(metres);
    assertThat(subject.heightCm().orElseThrow()).isCloseTo(162, within(1e-9));
    assertThat(subject.weightKg()).hasValue(58);
    assertThat(subject.sex()).contains(Sex.MALE);
    DataSet centimetres = DataSet.builder().put(Tag.PatientSize, "162").build();
    assertThat(HeaderSubject.of(centimetres).heightCm()).hasValue(162);
    DataSet zero = DataSet.builder().put(Tag.PatientSize, "0").put(Tag.PatientWeight, "0").build();
    assertThat(HeaderSubject.of(zero)).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void theFinestStatementOfTheLoadCounts() {
    DataSet all =
        DataSet.builder()
            .put(Tag.ExposureInuAs, "12500")
            .put(Tag.Exposure, "12")
            .put(Tag.XRayTubeCurrent, "200")
            .put(Tag.ExposureTime, "50")
            .build();
    assertThat(HeaderAcquisition.of(all).mas()).hasValue(12.5);
    assertThat(HeaderAcquisition.of(all.toBuilder().remove(Tag.ExposureInuAs).build()).mas())
        .hasValue(12);
    DataSet product = all.toBuilder().remove(Tag.ExposureInuAs).remove(Tag.Exposure).build();
    assertThat(HeaderAcquisition.of(product).mas()).hasValue(10);
    assertThat(HeaderAcquisition.of(DataSet.empty())).isEqualTo(Acquisition.UNKNOWN);
  }

  @Test
  void zeroVoltageAndNoGridAreUnderstood() {
    DataSet data = DataSet.builder().put(Tag.KVP, "0").put(Tag.Grid, "NONE").build();
    assertThat(HeaderAcquisition.of(data).kvp()).isEmpty();
    assertThat(HeaderAcquisition.of(data).grid()).contains(false);
    DataSet grid = DataSet.builder().put(Tag.Grid, "FOCUSED", "RECIPROCATING").build();
    assertThat(HeaderAcquisition.of(grid).grid()).contains(true);
  }

  @Test
  void whatTheUserStatesOverridesTheHeader() {
    var options =
        new ReadOptions(
            Optional.of(View.HIP_AP),
            OptionalDouble.of(0.77),
            new Subject(
                Optional.empty(),
                OptionalDouble.of(81),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    var object =
        DicomExamples.lumbar(data -> data.put(Tag.PatientAge, "060Y").put(Tag.PatientSex, "F"));
    Radiograph.Description read =
        DicomExamples.read(RadiographReader.of(object, options)).description();
    assertThat(read.view()).contains(View.HIP_AP);
    assertThat(read.spacing()).contains(new PixelSpacing(0.77, 0.77));
    assertThat(read.subject().ageYears()).hasValue(81);
    assertThat(read.subject().sex()).contains(Sex.FEMALE);
  }
}
