package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Uid;
import org.trabecula.dicom.Vr;

class HeaderCleanerTest {
  private static final Profile CHARACTERISTICS =
      Profile.basic().with(ProfileOption.RETAIN_CHARACTERISTICS);
  private static final Profile SHIFTED = Profile.basic().with(ProfileOption.RETAIN_MODIFIED_DATES);

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void theBasicProfileLeavesNoPerson() {
    DataSet clean = Samples.cleaned(Samples.header().build(), Profile.basic(), 1);

    assertThat(clean.string(Tag.PatientID).orElseThrow()).matches("P[0-9A-Z]{16}");
    assertThat(clean.string(Tag.PatientName)).isEqualTo(clean.string(Tag.PatientID));
    assertThat(clean.string(Tag.PatientBirthDate)).isEmpty();
    assertThat(clean.contains(Tag.PatientBirthDate)).isTrue();
    assertThat(clean.string(Tag.PatientSex)).isEmpty();
    assertThat(clean.contains(Tag.PatientAge)).isFalse();
    assertThat(clean.contains(Tag.AcquisitionDate)).isFalse();
    assertThat(clean.string(Tag.StudyDate)).isEmpty();
    assertThat(clean.string(Tag.Manufacturer)).contains("Maker");
    assertThat(clean.string(Tag.SOPClassUID)).contains(Samples.DX);
    assertThat(clean.string(Tag.PatientIdentityRemoved)).contains("YES");
    assertThat(clean.string(0x00280303)).contains("REMOVED");
  }

  /** Codes of PS3.16 CID 7050. */
  @Test
  void theMethodIsNamedInCodes() {
    Profile profile = SHIFTED.with(ProfileOption.RETAIN_CHARACTERISTICS);
    DataSet clean = Samples.cleaned(Samples.header().build(), profile, 1);

    assertThat(clean.items(Tag.DeidentificationMethodCodeSequence))
        .extracting(item -> item.string(Tag.CodeValue).orElseThrow())
        .containsExactly("113100", "113107", "113108");
    assertThat(clean.items(Tag.DeidentificationMethodCodeSequence))
        .allMatch(item -> item.string(Tag.CodingSchemeDesignator).orElseThrow().equals("DCM"))
        .allMatch(item -> item.string(Tag.CodeMeaning).orElseThrow().length() <= 64);
    assertThat(clean.string(0x00280303)).contains("MODIFIED");
  }

  @Test
  void characteristicsAreKeptOnRequest() {
    DataSet data =
        Samples.header()
            .putDoubles(Tag.PatientSize, 1.63)
            .putDoubles(Tag.PatientWeight, 58)
            .build();
    DataSet clean = Samples.cleaned(data, CHARACTERISTICS, 1);

    assertThat(clean.string(Tag.PatientSex)).contains("F");
    assertThat(clean.string(Tag.PatientAge)).contains("070Y");
    assertThat(clean.decimal(Tag.PatientSize)).hasValue(1.63);
    assertThat(clean.decimal(Tag.PatientWeight)).hasValue(58);
    assertThat(clean.string(Tag.PatientBirthDate)).isEmpty();
  }

  @Test
  void anAgeThatOnlyDatesTellIsWrittenDown() {
    DataSet data = Samples.header().remove(Tag.PatientAge).build();

    assertThat(Samples.cleaned(data, CHARACTERISTICS, 1).string(Tag.PatientAge)).contains("070Y");
    assertThat(Samples.cleaned(data, Profile.basic(), 1).string(Tag.PatientAge)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "089Y,089Y",
    "090Y,090Y",
    "091Y,090Y",
    "104Y,090Y",
    "999M,999M",
    "012D,012D",
    "52W,052W"
  })
  void agesOver89AreOneClass(String stated, String kept) {
    DataSet data = Samples.header().put(Tag.PatientAge, stated).build();

    assertThat(Samples.cleaned(data, CHARACTERISTICS, 1).string(Tag.PatientAge)).contains(kept);
  }

  @Test
  void anAgeThatIsNoneGoes() {
    DataSet data = Samples.header().put(Tag.PatientAge, "Sue").remove(Tag.PatientBirthDate).build();

    assertThat(Samples.cleaned(data, CHARACTERISTICS, 1).contains(Tag.PatientAge)).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void datesOfOnePatientMoveByOneShiftAndKeepTheirDistances(long seed) {
    DataSet first = Samples.header().put(Tag.StudyDate, "20200229").build();
    DataSet second =
        Samples.header().put(Tag.StudyDate, "20230705").put(Tag.SOPInstanceUID, "1.9").build();

    LocalDate one = date(Samples.cleaned(first, SHIFTED, seed), Tag.StudyDate);
    LocalDate two = date(Samples.cleaned(second, SHIFTED, seed), Tag.StudyDate);

    assertThat(ChronoUnit.DAYS.between(one, two))
        .isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(2020, 2, 29), LocalDate.of(2023, 7, 5)));
    assertThat(ChronoUnit.DAYS.between(one, LocalDate.of(2020, 2, 29))).isBetween(1L, 3650L);
  }

  private static LocalDate date(DataSet data, int tag) {
    return LocalDate.parse(data.string(tag).orElseThrow(), DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Test
  void timesStayWithShiftedDatesAndWhatIsNoDateGoes() {
    DataSet data = Samples.header().put(Tag.AcquisitionDate, "Tuesday").build();
    DataSet clean = Samples.cleaned(data, SHIFTED, 1);

    assertThat(clean.string(Tag.StudyTime)).contains("101500");
    assertThat(clean.contains(Tag.AcquisitionDate)).isFalse();
    assertThat(clean.string(Tag.PatientBirthDate)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DT,20200615101500.123+0200,20200605101500.123",
    "DT,202006,202006",
    "DT,2020,2020",
    "DA,2020.06.15,20200605",
    "TM,10:15,10:15"
  })
  void dateTimesKeepTheirPrecisionAndLoseTheirZone(Vr vr, String value, String shifted) {
    assertThat(new DateShift(10).shifted(vr, value)).contains(shifted);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void uidsAreTheSameEverywhereUnderOneSecretAndOthersUnderAnother(long seed) {
    DataSet data =
        Samples.header()
            .putItems(
                0x00081140,
                List.of(
                    DataSet.builder()
                        .put(0x00081150, Samples.DX)
                        .put(0x00081155, "1.2.3.4.5")
                        .build()))
            .build();

    DataSet clean = Samples.cleaned(data, Profile.basic(), seed);
    DataSet again = Samples.cleaned(data, Profile.basic(), seed);
    DataSet other = Samples.cleaned(data, Profile.basic(), seed + 1000);
    String instance = clean.string(Tag.SOPInstanceUID).orElseThrow();
    DataSet reference = clean.items(0x00081140).get(0);

    assertThat(Uid.of(instance)).isPresent();
    assertThat(instance).startsWith("2.25.");
    assertThat(reference.string(0x00081155)).contains(instance);
    assertThat(reference.string(0x00081150)).contains(Samples.DX);
    assertThat(again).isEqualTo(clean);
    assertThat(other.string(Tag.SOPInstanceUID)).isNotEqualTo(clean.string(Tag.SOPInstanceUID));
    assertThat(other.string(Tag.PatientID)).isNotEqualTo(clean.string(Tag.PatientID));
  }

  @Test
  void uidsAndDevicesAreKeptOnRequest() {
    DataSet data = Samples.header().put(Tag.StationName, "ROOM2").build();
    Profile profile =
        Profile.basic().with(ProfileOption.RETAIN_UIDS).with(ProfileOption.RETAIN_DEVICE);

    DataSet clean = Samples.cleaned(data, profile, 1);

    assertThat(clean.string(Tag.SOPInstanceUID)).contains("1.2.3.4.5");
    assertThat(clean.string(Tag.StationName)).contains("ROOM2");
    assertThat(Samples.cleaned(data, Profile.basic(), 1).contains(Tag.StationName)).isFalse();
  }

  @Test
  void descriptionsKeepWordsOfRadiographyOnRequest() {
    DataSet data =
        Samples.header().put(Tag.StudyDescription, "Lumbar spine AP, Mrs Sample").build();

    assertThat(
            Samples.cleaned(data, Profile.basic().with(ProfileOption.CLEAN_DESCRIPTORS), 1)
                .string(Tag.StudyDescription))
        .contains("Lumbar spine AP");
    assertThat(Samples.cleaned(data, Profile.basic(), 1).contains(Tag.StudyDescription)).isFalse();
  }

  @Test
  void aDummyStandsWhereTheTypeIsNotKnown() {
    DataSet data =
        Samples.header()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
            .put(Tag.StationName, "ROOM2")
            .build();

    assertThat(Samples.cleaned(data, Profile.basic(), 1).string(Tag.StationName))
        .contains("REMOVED");
  }

  @Test
  void changesNameAttributesAndNoValues() {
    DataSet data = Samples.header().put(Samples.text(0x00091001, Vr.LO, "hidden")).build();
    HeaderCleaner.Cleaned cleaned =
        HeaderCleaner.clean(data, Profile.basic(), new Ledger(Samples.secret(1)));

    assertThat(cleaned.changes())
        .contains(
            new AttributeChange("(0010,0030) PatientBirthDate", AttributeChange.Kind.EMPTIED),
            new AttributeChange("(0009,1001)", AttributeChange.Kind.PRIVATE_REMOVED),
            new AttributeChange("(0010,0020) PatientID", AttributeChange.Kind.REPLACED));
    assertThat(cleaned.changes().toString()).doesNotContain("hidden", "Sample", "4711");
  }

  @Test
  void everyRepresentationHasADummyOfItsOwn() {
    for (Vr vr : Vr.values()) {
      if (vr != Vr.UN) {
        Element dummy = DummyValues.of(0x00080050, vr).orElseThrow();
        assertThat(dummy.vr()).isEqualTo(vr);
        assertThat(dummy).isNotEqualTo(DummyValues.empty(0x00080050, vr));
      }
    }
  }
}
