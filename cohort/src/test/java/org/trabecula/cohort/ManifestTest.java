package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

class ManifestTest {
  private static final String HEADER =
      "subject,image,view,sex,age_years,scale,synthetic,bmd:L1-L4,laterality";
  private static final String LINE = "S1,a.dcm,lumbar-ap,female,70,lunar,true,0.9,right";

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("manifest.csv"), text);
  }

  private Manifest read(String text) throws IOException {
    return Manifest.read(file(text));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsRead(long seed) throws IOException {
    Manifest manifest = Cohorts.draw(folder, seed);
    manifest.write(folder.resolve("manifest.csv"));
    Manifest read = Manifest.read(folder.resolve("manifest.csv"));
    assertThat(read).isEqualTo(manifest);
    assertThat(read.sha256()).isEqualTo(manifest.sha256());
  }

  @Test
  void columnsAreReadByName() throws IOException {
    Manifest.Row row = read(HEADER + "\n" + LINE + "\n").rows().getFirst();
    assertThat(row.subjectId()).isEqualTo("S1");
    assertThat(row.image()).isEqualTo(Path.of("a.dcm"));
    assertThat(row.view()).isEqualTo(View.LUMBAR_AP);
    assertThat(row.laterality()).isEqualTo(Laterality.RIGHT);
    assertThat(row.subject().sex()).contains(Sex.FEMALE);
    assertThat(row.subject().ageYears()).hasValue(70);
    assertThat(row.subject().heightCm()).isEmpty();
    assertThat(row.scale()).isEqualTo(ScannerScale.LUNAR);
    assertThat(row.synthetic()).isTrue();
    assertThat(row.densities().measured(Site.L1_L4)).hasValue(0.9);
    assertThat(row.densities().exact(Site.L1_L4)).isEmpty();
    assertThat(row.included()).isTrue();
  }

  @Test
  void threeColumnsAreEnough() throws IOException {
    Manifest manifest = read("subject,image,view\nS1,a.png,hip-ap\n\nS2,b.png,hip-ap\n");
    assertThat(manifest.rows())
        .containsExactly(
            Manifest.Row.of("S1", Path.of("a.png"), View.HIP_AP, Subject.UNKNOWN),
            Manifest.Row.of("S2", Path.of("b.png"), View.HIP_AP, Subject.UNKNOWN));
    assertThat(manifest.synthetic()).isFalse();
  }

  @Test
  void unknownColumnsAreKept() throws IOException {
    Manifest manifest = read("subject,look,image,view\nS1,raw,a.png,hip-ap\n");
    assertThat(manifest.rows().getFirst().extras()).isEqualTo(Map.of("look", "raw"));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
    Manifest manifest = read("\uFEFFsubject,image,view\r\nS1,a.png,hip-ap\r\n");
    assertThat(manifest.rows()).hasSize(1);
  }

  @Test
  void pathsStartAtTheManifest() throws IOException {
    Manifest manifest = read(HEADER + "\n" + LINE);
    assertThat(manifest.resolve(manifest.rows().getFirst().image()))
        .isEqualTo(folder.toAbsolutePath().resolve("a.dcm"));
  }

  @Test
  void theColumnsAreWrittenInTheAgreedOrder() throws IOException {
    Cohorts.of(folder, Cohorts.row("S1", 1)).write(folder.resolve("manifest.csv"));
    assertThat(Files.readAllLines(folder.resolve("manifest.csv")))
        .containsExactly(
            "subject,image,view,laterality,sex,age_years,height_cm,weight_kg,scale,synthetic,"
                + "bmd:L1,bmd_exact:L1,bmd:L2,bmd_exact:L2,bmd:L3,bmd_exact:L3,bmd:L4,bmd_exact:L4,"
                + "bmd:L1-L4,bmd_exact:L1-L4,bmd:L2-L4,bmd_exact:L2-L4,"
                + "bmd:femoral neck,bmd_exact:femoral neck,bmd:trochanter,bmd_exact:trochanter,"
                + "bmd:total hip,bmd_exact:total hip,map,regions,map_rows_per_image_row,exclusion",
            "S1,images/1.dcm,lumbar-ap,,,,,,hologic,false,,,,,,,,,,,,,,,,,,,,,,");
  }

  @Test
  void writingReplacesTheFileAndLeavesNothingBehind() throws IOException {
    Path target = file("something else");
    Cohorts.of(folder, Cohorts.row("S1", 1)).write(target);
    assertThat(Manifest.read(target).rows()).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  /** Each change breaks one cell of the second line. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lumbar-ap | lateral | view | 'lateral' is none of [lumbar-ap, hip-ap]",
        "female | f | sex | 'f' is none of [female, male]",
        "70 | seventy | age_years | 'seventy' is not a number",
        "70 | NaN | age_years | NaN is not within 0.0 to 130.0",
        "70 | 700 | age_years | 700 is not within 0.0 to 130.0",
        "lunar | ge | scale | 'ge' is none of [hologic, lunar, norland, standardised]",
        "true | yes | synthetic | 'yes' is neither true nor false",
        "0.9 | 900 | bmd:L1-L4 | 900 is not within 0.01 to 5.0",
        "S1, | , | subject | the cell is empty",
        "a.dcm | a\0b | image | is not a path",
        ",right | \"\" | laterality | 8 cells under 9 columns"
      })
  void aBrokenCellIsNamedByLineAndColumn(String from, String to, String column, String problem) {
    assertThatThrownBy(
            () -> read(HEADER + "\n" + LINE + "\n" + LINE.replace(from, to) + "\n" + LINE))
        .isInstanceOfSatisfying(
            MalformedManifestException.class,
            e -> {
              assertThat(e.line()).isEqualTo(3);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e)
                  .hasMessageContaining("manifest.csv, line 3, column " + column + ": ")
                  .hasMessageContaining(problem);
            });
  }

  @Test
  void aLineIsCountedThroughQuotedLineBreaks() {
    assertThatThrownBy(() -> read("subject,image,view\n\"S\n1\",a.dcm,hip-ap\nS2,b.dcm,knee\n"))
        .hasMessageContaining("line 4, column view");
  }

  @Test
  void aBrokenHeaderIsRefused() {
    assertThatThrownBy(() -> read("subject,image\nS1,a.dcm\n"))
        .hasMessageContaining("line 1, column view: the column is missing");
    assertThatThrownBy(() -> read("subject,image,view,view\n"))
        .hasMessageContaining("line 1, column view: the column is there twice");
    assertThatThrownBy(() -> read("")).isInstanceOf(MalformedManifestException.class);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() ->
            Manifest.read(
                Files.write(
                    folder.resolve("manifest.csv"),
                    "subject,image,view\nS\u00fc,a,hip-ap\n"
                        .getBytes(StandardCharsets.ISO_8859_1))))
        .isInstanceOf(MalformedManifestException.class)
        .hasMessageContaining("the text is not UTF-8");
  }

  @Test
  void textThatIsNotUtf8IsRefusedFarIntoTheFile() {
    String rows = "S1,a.dcm,hip-ap\n".repeat(10_000);
    assertThatThrownBy(() ->
            Manifest.read(
                Files.write(
                    folder.resolve("manifest.csv"),
                    ("subject,image,view\n" + rows + "S\u00fc,a,hip-ap\n")
                        .getBytes(StandardCharsets.ISO_8859_1))))
        .isInstanceOf(MalformedManifestException.class)
        .hasMessageContaining("the text is not UTF-8");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefused() {
    assertThatThrownBy(() -> read("subject,image,view\n\"S1,a.dcm,hip-ap\n"))
        .isInstanceOf(MalformedManifestException.class);
  }

  @Test
  void aMissingFileIsAnInputError() {
    assertThatThrownBy(() -> Manifest.read(folder.resolve("nothing.csv")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theHashFollowsTheContentAndNotTheFolder() {
    Manifest.Row row = Cohorts.row("S1", 1);
    String hash = Cohorts.of(folder, row).sha256();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(Cohorts.of(folder.resolve("elsewhere"), row).sha256()).isEqualTo(hash);
    assertThat(Cohorts.of(folder, row.excludedFor("metal")).sha256()).isNotEqualTo(hash);
  }

  @Test
  void subjectsCountOnce() {
    Manifest manifest =
        Cohorts.of(folder, Cohorts.row("B", 1), Cohorts.row("A", 2), Cohorts.row("B", 3));
    assertThat(manifest.subjectIds()).containsExactly("B", "A");
  }

  @Test
  void valuesAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> Cohorts.row(" ", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Densities(Map.of(Site.L1, -1.0), Map.of()))
        .withMessageContaining("measured L1 is -1.0 g/cm2");
  }
}
