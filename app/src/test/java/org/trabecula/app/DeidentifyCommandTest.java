package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.real.RealData;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;

class DeidentifyCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private Path passphrase = Path.of("");

  @BeforeAll
  static void prepare() throws IOException {
    CommandRun made =
        CommandRun.of(
            "simulate",
            "--subjects",
            "2",
            "--seed",
            "5",
            "--view",
            "lumbar-ap",
            "--out",
            shared.resolve("cohort"));
    assertThat(made.code()).as(made.err()).isZero();
  }

  @BeforeEach
  void passphrase() throws IOException {
    passphrase = Files.writeString(folder.resolve("passphrase.txt"), "correct horse battery\n");
  }

  private CommandRun deidentify(Path out, Path key, Object... more) {
    Object[] fixed = {"deidentify", "--out", out, "--key", key, "--passphrase-file", passphrase};
    return CommandRun.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
  }

  private static Path films() {
    return shared.resolve("cohort/films");
  }

  private static List<Path> dicom(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
    }
  }

  @Test
  void copiesScreenToTheSameResult() throws IOException {
    Path model = RealData.starterModel();
    CommandRun run =
        deidentify(
            folder.resolve("clean"),
            folder.resolve("study.key"),
            films(),
            "--retain-characteristics");
    assertThat(run.code()).as(run.out() + run.err()).isZero();

    List<Path> copies = dicom(folder.resolve("clean"));
    assertThat(copies).hasSameSizeAs(dicom(films()));
    CommandRun originals =
        CommandRun.of(
            "deidentify",
            "--reidentify",
            "--key",
            folder.resolve("study.key"),
            "--passphrase-file",
            passphrase);
    for (Path copy : copies) {
      String name = folder.resolve("clean").relativize(copy).toString();
      String original =
          originals
              .out()
              .lines()
              .filter(line -> line.startsWith("FILE,\"" + name + "\""))
              .map(line -> line.split("\",\"")[1].replace("\"", ""))
              .findFirst()
              .orElseThrow();
      JsonNode before = result(Path.of(original), model, "original");
      JsonNode after = result(copy, model, "copy");
      for (String part : List.of("film", "subject", "outcome", "refusal")) {
        assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
      }
      // Painting over a border can move where the field is seen to end, and with it a density.
      boolean painted = !sameSamples(Path.of(original), copy);
      for (int i = 0; i < before.path("sites").size(); i++) {
        String bmd = "/sites/%d/bmd".formatted(i);
        double half = before.at("/sites/%d/bmdSd".formatted(i)).asDouble() / 2;
        assertThat(after.at(bmd).asDouble())
            .isCloseTo(before.at(bmd).asDouble(), within(painted ? half : 0));
      }
    }
  }

  private static boolean sameSamples(Path one, Path other) throws IOException {
    return Arrays.equals(samples(one), samples(other));
  }

  private static float[] samples(Path film) throws IOException {
    return switch (RadiographReader.read(film, ReadOptions.NONE)) {
      case Reading.Read(var radiograph) -> radiograph.samples();
      case Reading.Refused(var refusal) -> throw new AssertionError(refusal.sentence());
    };
  }

  /** The result of a film without what names the file. */
  private JsonNode result(Path film, Path model, String as) throws IOException {
    Path out = folder.resolve(as);
    CommandRun run = CommandRun.of("screen", film, "--model", model, "--out", out);
    assertThat(run.err()).isEmpty();
    Path json = out.resolve(String.valueOf(film.getFileName())).resolve("result.json");
    ObjectNode node = (ObjectNode) JsonMapper.builder().build().readTree(json.toFile());
    removeIdentity(node);
    return node;
  }

  private static void removeIdentity(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("file", "name", "sha256", "image", "sopInstanceUid", "uid"));
    }
    node.forEach(DeidentifyCommandTest::removeIdentity);
  }

  @Test
  void theKeyGivesTheSameIdsInEveryRunAndLeadsBack() throws IOException {
    Path key = folder.resolve("study.key");
    deidentify(folder.resolve("one"), key, films());
    deidentify(folder.resolve("two"), key, films());
    deidentify(folder.resolve("three"), folder.resolve("other.key"), films());

    List<String> one = names(folder.resolve("one"));
    assertThat(names(folder.resolve("two"))).isEqualTo(one);
    assertThat(names(folder.resolve("three"))).doesNotContainAnyElementsOf(one);
    CommandRun back =
        CommandRun.of("deidentify", "--reidentify", "--key", key, "--passphrase-file", passphrase);
    assertThat(back.code()).isZero();
    assertThat(back.out()).startsWith("kind,new,original").contains("PATIENT,\"P", "UID,\"2.25.");
  }

  private static List<String> names(Path out) throws IOException {
    return dicom(out).stream().map(file -> out.relativize(file).toString()).toList();
  }

  @Test
  void theReportSaysWhatWasRemovedAndNoName() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    Files.copy(dicom(films()).get(0), mixed.resolve("Sample Sue.dcm"));
    Files.writeString(mixed.resolve("Sample notes.txt"), "no DICOM");

    CommandRun run = deidentify(folder.resolve("clean"), folder.resolve("k/study.key"), mixed);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Sample notes.txt: refused", "1 of 2 files written");
    String report = Files.readString(folder.resolve("clean/deidentification.md"));
    assertThat(report)
        .contains("PS3.15 edition 2025a", "ImageComments", "Refused", "- input 2: ")
        .doesNotContain("Sample");
    assertThat(Files.readString(folder.resolve("clean/deidentification.csv")))
        .startsWith("file,attribute,change")
        .doesNotContain("Sample");
    for (Path copy : dicom(folder.resolve("clean"))) {
      assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Sample");
    }
  }

  @Test
  void aWrongPassphraseOrABrokenKeyIsOneSentenceAndExitCode3() throws IOException {
    Path key = folder.resolve("study.key");
    deidentify(folder.resolve("one"), key, films());
    Files.writeString(passphrase, "another passphrase");

    CommandRun wrong = deidentify(folder.resolve("two"), key, films());

    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("the passphrase is wrong").hasLineCount(1);
    assertThat(folder.resolve("two")).doesNotExist();
    Files.writeString(key, "not a key");
    assertThat(deidentify(folder.resolve("two"), key, films()).err()).contains("not a key file");
  }

  @Test
  void wrongUsageIsExitCode2AndSaysWhatIsWrong() throws IOException {
    Path key = folder.resolve("study.key");

    assertThat(CommandRun.of("deidentify", films()).err()).contains("--out");
    assertThat(CommandRun.of("deidentify", "--out", folder.resolve("a")).code()).isEqualTo(2);
    assertThat(deidentify(films().resolve("clean"), key, films()).err()).contains("lies in");
    assertThat(deidentify(folder.resolve("a"), folder.resolve("a/k"), films()).err())
        .contains("The key must not lie");
    assertThat(deidentify(folder.resolve("a"), key, films(), "--mask", "1,2").err())
        .contains("TOP,RIGHT,BOTTOM,LEFT");
    Files.writeString(passphrase, "short");
    assertThat(deidentify(folder.resolve("a"), key, films()).err()).contains("12 characters");
    assertThat(key).doesNotExist();
  }

  @Test
  void withoutAKeyNothingLeadsBack() throws IOException {
    CommandRun run = CommandRun.of("deidentify", films(), "--out", folder.resolve("clean"));

    assertThat(run.code()).isZero();
    assertThat(dicom(folder.resolve("clean"))).isNotEmpty();
  }
}
