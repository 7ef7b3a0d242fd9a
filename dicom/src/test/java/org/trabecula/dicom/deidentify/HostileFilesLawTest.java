package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.Vr;

class HostileFilesLawTest {
  private static final TransferSyntax[] SYNTAXES = {
    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
    TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
    TransferSyntax.EXPLICIT_BIG_ENDIAN
  };

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSecretOfAnyAttributeIsInTheOutput(long seed) throws IOException {
    TransferSyntax syntax = SYNTAXES[(int) (seed % SYNTAXES.length)];
    DataSet hostile =
        new HostileDataSet(new SplittableRandom(seed), syntax.explicit())
            .make().toBuilder().put(Tag.SOPClassUID, Samples.DX).build();
    Path file = Samples.write(hostile, syntax, folder.resolve("in.dcm"));

    String before = Files.readString(file, StandardCharsets.ISO_8859_1);
    String after = deidentified(file, Profile.basic(), seed);

    for (String secret :
        new String[] {
          HostileDataSet.WORD, HostileDataSet.NUMBER, HostileDataSet.DATE, HostileDataSet.UID
        }) {
      assertThat(before).contains(secret);
      assertThat(after).as(secret).doesNotContain(secret);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void optionsKeepWhatTheyAreForAndNoNames(long seed) throws IOException {
    DataSet hostile =
        new HostileDataSet(new SplittableRandom(seed), true)
            .make().toBuilder()
                .put(Tag.SOPClassUID, Samples.DX)
                .put(Samples.text(Tag.PatientName, Vr.PN, "OTHER^PERSON"))
                .build();
    Path file =
        Samples.write(hostile, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, folder.resolve("in.dcm"));
    Profile profile =
        Profile.basic()
            .with(ProfileOption.RETAIN_MODIFIED_DATES)
            .with(ProfileOption.RETAIN_CHARACTERISTICS)
            .with(ProfileOption.CLEAN_DESCRIPTORS);

    String after = deidentified(file, profile, seed);

    assertThat(after).doesNotContain("OTHER^PERSON", HostileDataSet.DATE, HostileDataSet.UID);
  }

  private String deidentified(Path file, Profile profile, long seed) throws IOException {
    Path out = folder.resolve("out");
    Ledger ledger = new Ledger(Samples.secret(seed));
    Deidentifier deidentifier =
        new Deidentifier(new Deidentifier.Settings(profile, BorderMask.NONE, false), ledger, out);
    FileOutcome outcome = deidentifier.file(file);
    assertThat(outcome).isInstanceOf(FileOutcome.Written.class);
    FileOutcome.Written written = (FileOutcome.Written) outcome;
    Path copy = out.resolve(written.file());
    DicomReading reading = DicomReader.read(copy);
    assertThat(reading).isInstanceOf(DicomReading.Parsed.class);
    DicomObject object = ((DicomReading.Parsed) reading).object();
    assertThat(object.data().string(Tag.PatientIdentityRemoved)).contains("YES");
    RunReport report = new RunReport(profile, List.of(outcome));
    assertThat(report.csv() + report.markdown() + written.file())
        .doesNotContain(HostileDataSet.WORD, HostileDataSet.NUMBER, HostileDataSet.UID);
    return Files.readString(copy, StandardCharsets.ISO_8859_1);
  }
}
