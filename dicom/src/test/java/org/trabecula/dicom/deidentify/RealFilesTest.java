package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

/** Public DICOM sets, which are not part of the project; skipped where they are absent. */
class RealFilesTest {
  private static final Set<Integer> STATED_ANEW = Set.of(Tag.PatientName, Tag.PatientID);
  private static final Set<Vr> NAMES_DATES_AND_TEXT =
      Set.of(Vr.PN, Vr.DA, Vr.DT, Vr.TM, Vr.LT, Vr.ST, Vr.UT, Vr.UN);

  @TempDir Path out;
  @TempDir Path unpacked;

  private static Path folder() {
    String given = System.getProperty("trabecula.data");
    Stream<Path> places =
        Stream.concat(
            Stream.ofNullable(given).map(Path::of),
            Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("../shared/data").normalize()));
    Optional<Path> folder =
        places.map(data -> data.resolve("dicom")).filter(Files::isDirectory).findFirst();
    assumeTrue(folder.isPresent(), "no ../shared/data/dicom here");
    return folder.orElseThrow();
  }

  /** All files, and what the compressed references are when unpacked, if zstd is installed. */
  private List<Path> files() throws IOException, InterruptedException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder())) {
      all.addAll(files.filter(Files::isRegularFile).sorted().toList());
    }
    for (Path packed : List.copyOf(all)) {
      Path file = unpacked.resolve(packed.getFileName() + ".dcm");
      if (packed.toString().endsWith(".zst") && unpack(packed, file)) {
        all.add(file);
      }
    }
    return all;
  }

  private static boolean unpack(Path packed, Path file) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("zstd", "-dqf", packed.toString(), "-o", file.toString()).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Every file that can be read loses every identifying attribute of table E.1-1, private elements
   * included; every other one is refused in one sentence. Pixels that are not decoded are kept here
   * to look at more headers.
   */
  @Test
  @Timeout(900)
  void noIdentifyingAttributeIsLeftInAnyFile() throws IOException, InterruptedException {
    Ledger ledger = new Ledger(Samples.secret(11));
    Deidentifier deidentifier =
        new Deidentifier(
            new Deidentifier.Settings(Profile.basic(), BorderMask.NONE, true), ledger, out);
    int written = 0;
    int readable = 0;
    for (Path file : files()) {
      DicomReading reading = DicomReader.read(file);
      FileOutcome outcome = deidentifier.file(file);
      if (!(reading instanceof DicomReading.Parsed(DicomObject before))) {
        assertThat(outcome)
            .as(file.toString())
            .isInstanceOfSatisfying(
                FileOutcome.Refused.class,
                refused -> assertThat(refused.sentence()).matches("[^\n]+\\."));
        continue;
      }
      readable++;
      if (outcome instanceof FileOutcome.Refused(String sentence)) {
        assertThat(sentence).as(file.toString()).contains("DICOMDIR");
        continue;
      }
      written++;
      Path copy = out.resolve(((FileOutcome.Written) outcome).file());
      DicomObject after = Samples.read(copy);
      List<String> left = new ArrayList<>();
      look(after.data(), identifiers(before.data()), "", left);
      look(after.meta(), identifiers(before.data()), "meta ", left);
      assertThat(left).as(file.toString()).isEmpty();
    }
    assertThat(readable).isGreaterThan(190);
    assertThat(written).isGreaterThan(185);
  }

  /** Walks every element; whatever the table would remove, empty or replace must not be there. */
  private static void look(DataSet data, Set<String> known, String path, List<String> left) {
    for (Element element : data) {
      int tag = element.tag();
      String here = path + Tag.text(tag);
      boolean meta = tag >>> 16 == 2;
      if (Tag.isPrivate(tag) || (!meta && NAMES_DATES_AND_TEXT.contains(element.vr()))) {
        if (!STATED_ANEW.contains(tag) && !isEmptyOrDummy(data, element)) {
          left.add(here);
        }
      }
      ConfidentialityTable.standard()
          .rule(tag)
          .filter(rule -> !STATED_ANEW.contains(tag))
          .filter(rule -> !isHarmless(rule, data, element))
          .ifPresent(rule -> left.add(here + " under " + rule.basic().code()));
      for (String value : data.strings(tag)) {
        if (known.contains(value)) {
          left.add(here + " has an identifier of the original");
        }
      }
      if (element instanceof Element.Sequence sequence) {
        sequence.items().forEach(item -> look(item, known, here + " > ", left));
      }
    }
  }

  private static boolean isHarmless(ConfidentialityRule rule, DataSet data, Element element) {
    return switch (rule.basic()) {
      case REMOVE, CLEAN, KEEP -> false;
      case REPLACE_UID ->
          data.strings(element.tag()).stream()
              .allMatch(uid ->
                  uid.isEmpty() || uid.startsWith("2.25.") || uid.startsWith("1.2.840.10008."));
      case REMOVE_EMPTY_OR_UIDS -> true;
      default -> isEmptyOrDummy(data, element);
    };
  }

  private static boolean isEmptyOrDummy(DataSet data, Element element) {
    if (element instanceof Element.Sequence sequence) {
      return sequence.items().stream().allMatch(item -> item.size() == 0);
    }
    Element.Plain plain = (Element.Plain) element;
    if (plain.bytes().length() == 0) {
      return true;
    }
    List<String> values = data.strings(element.tag());
    return values.stream()
            .allMatch(value ->
                Set.of("", "REMOVED", "19000101", "000000", "19000101000000", "0", "000Y")
                        .contains(value)
                    || value.startsWith("2.25."))
        && plain.bytes().length() < 64;
  }

  /** Names, ids and instance UIDs, which must not turn up under any tag. */
  private static Set<String> identifiers(DataSet data) {
    Set<String> known = new HashSet<>();
    for (int tag :
        new int[] {
          Tag.PatientName,
          Tag.PatientID,
          Tag.AccessionNumber,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.SOPInstanceUID,
          Tag.ReferringPhysicianName
        }) {
      data.strings(tag).stream().filter(value -> value.length() > 5).forEach(known::add);
    }
    return known;
  }
}
