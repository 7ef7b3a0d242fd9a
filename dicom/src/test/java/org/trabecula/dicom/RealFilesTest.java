package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public DICOM sets, which are not part of the project; skipped where they are absent. */
class RealFilesTest {
  private static Path folder() {
    Optional<Path> folder = TestFiles.realData().map(data -> data.resolve("dicom"));
    assumeTrue(folder.filter(Files::isDirectory).isPresent(), "no ../shared/data/dicom here");
    return folder.orElseThrow();
  }

  private static Frame frame(Path file) throws IOException {
    DicomReading reading = DicomReader.read(file);
    assertThat(reading).as(file.toString()).isInstanceOf(DicomReading.Parsed.class);
    Decoding decoding = PixelData.decode(((DicomReading.Parsed) reading).object());
    assertThat(decoding).as(file.toString()).isInstanceOf(Decoding.Decoded.class);
    return ((Decoding.Decoded) decoding).frame();
  }

  /** The uncompressed reference of the NEMA WG-04 set, which is kept compressed by zstd. */
  private static Frame reference(String name, Path temporary)
      throws IOException, InterruptedException {
    Path packed = folder().resolve("wg04/REF/" + name + "_UNC.zst");
    Path file = temporary.resolve(name);
    Process process;
    try {
      process =
          new ProcessBuilder("zstd", "-dqf", packed.toString(), "-o", file.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "zstd is not installed");
      throw e;
    }
    assumeTrue(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0, "zstd failed");
    return frame(file);
  }

  @ParameterizedTest
  @CsvSource({"RG2,2140,1760,10", "RG3,1760,1760,10", "CT1,512,512,16", "MR1,512,512,16"})
  void losslessEncodingsAreIdentical(
      String name, int rows, int columns, int bits, @TempDir Path temporary)
      throws IOException, InterruptedException {
    Frame reference = reference(name, temporary);
    assertThat(List.of(reference.rows(), reference.columns())).containsExactly(rows, columns);
    int[] expected = reference.samples();
    for (String encoding : List.of("RLE", "JPLL", "JLSL", "J2KR")) {
      Path file = folder().resolve("wg04/%s/%s_%s".formatted(encoding, name, encoding));
      Frame frame = frame(file);
      assertThat(frame.samples()).as(encoding).isEqualTo(expected);
      assertThat(frame.bitsStored()).as(encoding).isEqualTo(bits);
    }
  }

  /** NEAR is 4 in these files. The other bounds were measured once and are rounded up. */
  @ParameterizedTest
  @CsvSource({"JLSN,4,2.2", "J2KI,90,1.3", "JPLY,105,4.0"})
  void lossyEncodingsAreClose(String encoding, int largest, double mean, @TempDir Path temporary)
      throws IOException, InterruptedException {
    int[] expected = reference("RG2", temporary).samples();
    int[] actual =
        frame(folder().resolve("wg04/%s/RG2_%s".formatted(encoding, encoding))).samples();
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      int difference = Math.abs(actual[i] - expected[i]);
      assertThat(difference).isLessThanOrEqualTo(largest);
      sum += difference;
    }
    assertThat(sum / expected.length).isBetween(mean / 2, mean);
  }

  /** Pairs that are one image according to the set's own README. */
  @ParameterizedTest
  @CsvSource({
    "MR_small.dcm,MR_small_RLE.dcm",
    "MR_small.dcm,MR_small_bigendian.dcm",
    "MR_small.dcm,MR_small_implicit.dcm",
    "MR_small.dcm,MR_small_jp2klossless.dcm",
    "MR_small.dcm,MR_small_jpeg_ls_lossless.dcm",
    "MR_small.dcm,MR_small_padded.dcm",
    "SC_rgb_small_odd.dcm,SC_rgb_small_odd_big_endian.dcm",
    "SC_rgb_rle.dcm,SC_rgb_jpeg_gdcm.dcm",
    "liver_1frame.dcm,liver_expb_1frame.dcm"
  })
  void theSameImageInTwoFormsIsTheSame(String one, String other) throws IOException {
    Path files = folder().resolve("pydicom_test_files");
    assertThat(frame(files.resolve(other)).samples())
        .isEqualTo(frame(files.resolve(one)).samples());
  }

  /** Pixel values from pydicom's tests: CT_small and MR_small. */
  @Test
  void knownPixelsAreThere() throws IOException {
    Path files = folder().resolve("pydicom_test_files");
    Frame ct = frame(files.resolve("CT_small.dcm"));
    assertThat(ct.at(0, 0)).isEqualTo(175);
    assertThat(ct.at(0, 1)).isEqualTo(180);
    assertThat(ct.at(127, 127)).isEqualTo(909);
    Frame mr = frame(files.resolve("MR_small.dcm"));
    assertThat(mr.at(0, 0)).isEqualTo(905);
    assertThat(mr.at(0, 1)).isEqualTo(1019);
  }

  @ParameterizedTest
  @CsvSource({
    "chrH32.dcm,ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
    "chrI2.dcm,Hong^Gildong=洪^吉洞=홍^길동",
    "chrX2.dcm,Wang^XiaoDong=王^小东=",
    "chrGB2312.dcm,Zhang^XiaoDong=张^小东=",
    "chrRuss.dcm,Люкceмбypг",
    "chrGerm.dcm,Äneas^Rüdiger",
    "chrArab.dcm,قباني^لنزار"
  })
  void namesAreReadInTheirScript(String file, String name) throws IOException {
    DicomReading reading = DicomReader.read(folder().resolve("fo-dicom/charset").resolve(file));
    DataSet data = ((DicomReading.Parsed) reading).object().data();
    assertThat(data.string(Tag.PatientName)).contains(name);
  }

  @Test
  void anItemMayHaveItsOwnCharacterSet() throws IOException {
    Path file = folder().resolve("fo-dicom/charset/chrSQEncoding.dcm");
    DataSet data = ((DicomReading.Parsed) DicomReader.read(file)).object().data();
    assertThat(data.items(Tag.RequestedProcedureCodeSequence).get(0).string(Tag.PatientName))
        .contains("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
  }

  @Test
  @Timeout(900)
  void everyFileIsReadOrRefusedInOneSentence() throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    int decoded = 0;
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        long before = clock.getCurrentThreadCpuTime();
        decoded += answer(file) ? 1 : 0;
        long millis = (clock.getCurrentThreadCpuTime() - before) / 1_000_000;
        assertThat(millis).as("CPU time of %s in ms", file).isLessThan(10_000);
      }
    }
    assertThat(decoded).isGreaterThan(150);
  }

  private static boolean answer(Path file) throws IOException {
    DicomReading reading = DicomReader.read(file);
    if (reading instanceof DicomReading.Failed failed) {
      assertThat(failed.failure().sentence()).as(file.toString()).matches("[^\n]+\\.");
      return false;
    }
    DicomObject object = ((DicomReading.Parsed) reading).object();
    assertThat(object.data().toString()).isNotEmpty();
    if (PixelData.decode(object) instanceof Decoding.Failed failed) {
      assertThat(failed.failure().sentence()).as(file.toString()).matches("[^\n]+\\.");
      return false;
    }
    return true;
  }

  /** What our writer makes of a real file is read back as the same data. */
  @Test
  void realFilesSurviveBeingWritten() throws IOException {
    Path files = folder().resolve("pydicom_test_files");
    for (String name : List.of("CT_small.dcm", "test-SR.dcm", "rtplan.dcm", "reportsi.dcm")) {
      DicomObject object = ((DicomReading.Parsed) DicomReader.read(files.resolve(name))).object();
      DicomObject back = TestFiles.parsed(DicomWriter.toBytes(object));
      assertThat(back.data().toString()).as(name).isEqualTo(object.data().toString());
    }
  }
}
