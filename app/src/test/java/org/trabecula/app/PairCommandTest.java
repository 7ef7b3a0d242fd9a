package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;

/** A hospital's folder and table become a cohort, fault by fault as planted. */
class PairCommandTest {
  @TempDir static Path folder;
  @TempDir Path out;
  private static Manifest simulated;
  private static PlantedHospital hospital;

  @BeforeAll
  static void plant() throws IOException {
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--subjects",
            8,
            "--seed",
            5,
            "--view",
            "lumbar-ap",
            "--cohort",
            "hospital",
            "--pitch",
            2,
            "--quiet",
            "--out",
            folder.resolve("simulated"));
    assertThat(run.code()).as(run.err()).isZero();
    simulated = Manifest.read(folder.resolve("simulated/manifest.csv"));
    hospital = PlantedHospital.of(simulated, folder);
  }

  private CommandRun pair(Object... more) {
    Object[] common = {
      "pair",
      "--films",
      hospital.films(),
      "--dxa",
      hospital.table(),
      "--mapping",
      hospital.mapping(),
      "--ignore-leading-zeros",
      "--out",
      out,
      "--quiet"
    };
    Object[] all = java.util.Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return CommandRun.of(all);
  }

  private Map<String, String> outcomes() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode film : json().get("radiographs")) {
      outcomes.put(film.get("file").asText(), film.path("reason").asText("in"));
    }
    return outcomes;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(Files.readString(out.resolve("pairing.json")));
  }

  @Test
  void everyPlantedFaultIsNamedAndTheRestIsPaired() throws IOException {
    CommandRun run = pair();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(outcomes())
        .containsOnly(
            Map.entry("film1.dcm", "in"),
            Map.entry("film2.dcm", "no DXA within the window"),
            Map.entry("film3.dcm", "no patient id"),
            Map.entry("film4.dcm", "conflict of duplicates"),
            Map.entry("film5.dcm", "in"),
            Map.entry("film6.dcm", "in"),
            Map.entry("film7.dcm", "no DXA of this patient"),
            Map.entry("film8.dcm", "in"),
            Map.entry("reencoded1.dcm", "duplicate"),
            Map.entry("shifted1.dcm", "near-duplicate"),
            Map.entry("other4.dcm", "conflict of duplicates"),
            Map.entry("broken.dcm", "not an image"),
            Map.entry("ct.dcm", "wrong modality"));
    assertThat(run.out())
        .contains("4 of 13 radiographs paired, of 4 subjects (synthetic)")
        .contains("5 of 11 DXA lines used")
        .contains("2 pictures kept twice, 1 of them conflicts");
  }

  @Test
  void theManifestHoldsWhatTheTableSaysAndNoOneElse() throws IOException {
    pair();
    Manifest manifest = Manifest.read(out.resolve("manifest.csv"));
    Manifest.Row first = manifest.rows().getFirst();
    assertThat(first.subjectId()).isEqualTo("S0001");
    assertThat(
            Files.isSameFile(
                manifest.resolve(first.image()), hospital.films().resolve("film1.dcm")))
        .isTrue();
    assertThat(first.view()).isEqualTo(View.LUMBAR_AP);
    assertThat(first.scale()).isEqualTo(ScannerScale.HOLOGIC);
    assertThat(first.synthetic()).isTrue();
    double spine = simulated.rows().getFirst().densities().measured(Site.L1_L4).orElseThrow();
    assertThat(first.densities().measured(Site.L1_L4)).hasValue(spine);
    assertThat(first.densities().measured(Site.FEMORAL_NECK).orElseThrow())
        .isEqualTo(0.8 * spine, within(1e-9));
    assertThat(first.extras())
        .containsEntry("device", "Maker M1")
        .containsEntry("station", "ROOM2")
        .containsEntry("scanner", "Hologic Horizon A")
        .containsEntry("dxa_days", "0")
        .containsEntry("femur_side", "left");
    Manifest.Row inMilligrams =
        manifest.where(row -> row.image().endsWith("film6.dcm")).rows().getFirst();
    assertThat(inMilligrams.densities().measured(Site.L1_L4).orElseThrow())
        .isEqualTo(
            simulated.rows().get(5).densities().measured(Site.L1_L4).orElseThrow(), within(1e-9));
    assertThat(inMilligrams.extras()).containsEntry("dxa_days", "50");
    for (String file :
        new String[] {"manifest.csv", "pairing.md", "pairing.json", "datasheet.md"}) {
      assertThat(out.resolve(file)).content().doesNotContain("Doe").doesNotContain("2024");
    }
  }

  @Test
  void everyTableLineHasAUse() throws IOException {
    pair();
    Map<String, Integer> uses = new TreeMap<>();
    json().get("dxa").forEach(row -> uses.merge(row.get("use").asText(), 1, Integer::sum));
    assertThat(uses)
        .containsOnly(
            Map.entry("paired", 5),
            Map.entry("radiograph_left_out", 1),
            Map.entry("not_needed", 1),
            Map.entry("no_radiograph", 2),
            Map.entry("fault", 2));
    assertThat(out.resolve("pairing.md"))
        .content()
        .contains("Region 'Wards' is none of")
        .contains("state unit = mg/cm2");
    assertThat(out.resolve("flow.svg"))
        .content()
        .contains("13 radiographs of 6 subjects")
        .contains("Synthetic radiographs in the cohort");
    assertThat(out.resolve("datasheet.md"))
        .content()
        .contains("**synthetic**")
        .contains("| Hologic Horizon A | 4 |")
        .contains("| days from film to DXA | 4 | 0 |");
  }

  @Test
  void conflictsMayBeKeptAsOneSubject() throws IOException {
    CommandRun run = pair("--conflicts", "keep", "--days", "any");
    assertThat(run.code()).isZero();
    assertThat(outcomes())
        .containsEntry("film4.dcm", "in")
        .containsEntry("other4.dcm", "in")
        .containsEntry("film2.dcm", "in");
    Manifest manifest = Manifest.read(out.resolve("manifest.csv"));
    assertThat(
            manifest
                .where(row -> row.image().toString().matches(".*(film4|film5|other4).dcm"))
                .subjectIds())
        .hasSize(1);
  }

  @Test
  void aKeyAndLinksAreWrittenOnRequest() throws IOException {
    Path key = Files.writeString(folder.resolve("site.key"), "a secret of sixteen bytes");
    Path links = out.resolve("private.csv");
    pair("--key", key, "--links", links);
    assertThat(links).content().contains("\"101\",S-");
    assertThat(Manifest.read(out.resolve("manifest.csv")).rows().getFirst().subjectId())
        .startsWith("S-");
    Path tooShort = Files.writeString(folder.resolve("short.key"), "abc");
    assertThat(pair("--key", tooShort).code()).isEqualTo(2);
  }

  @Test
  void withoutATableOnlyTheFilmsAreLookedAt() {
    CommandRun run = CommandRun.of("pair", "--films", hospital.films(), "--out", out, "--quiet");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("0 of 13 radiographs paired", "2 pictures kept twice");
  }

  @Test
  void wrongUsageAndMissingFilesAreSaidInOneSentence() {
    assertThat(pair("--days", "soon").code()).isEqualTo(2);
    assertThat(pair("--days", "soon").err()).contains("--days soon is neither");
    assertThat(pair("--view", "knee").code()).isEqualTo(2);
    CommandRun missing =
        CommandRun.of("pair", "--films", folder.resolve("nowhere"), "--out", out, "--quiet");
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("There is no file or folder");
    CommandRun unmapped =
        CommandRun.of(
            "pair",
            "--films",
            hospital.films(),
            "--dxa",
            hospital.table(),
            "--out",
            out,
            "--quiet");
    assertThat(unmapped.code()).isEqualTo(3);
    assertThat(unmapped.err()).contains("names no column for 'patient'");
  }
}
