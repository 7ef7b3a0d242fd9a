package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.DataSheet.Distribution;
import org.trabecula.cohort.DataSheet.Summary;
import org.trabecula.cohort.FlowDiagram.Count;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

class DataSheetTest {
  private static final Path FOLDER = Path.of("study");

  private static Manifest.Row row(String id, Sex sex, OptionalDouble age, boolean synthetic) {
    return new Manifest.Row(
        id,
        Path.of(id + ".dcm"),
        View.HIP_AP,
        Laterality.LEFT,
        new Subject(Optional.of(sex), age, OptionalDouble.empty(), OptionalDouble.empty()),
        ScannerScale.HOLOGIC,
        synthetic,
        new Densities(Map.of(Site.TOTAL_HIP, 0.8), Map.of()),
        Truth.NONE,
        Optional.empty(),
        Map.of());
  }

  private static final Manifest COHORT =
      Cohorts.of(
          FOLDER,
          row("A", Sex.FEMALE, OptionalDouble.of(60), false),
          row("A", Sex.FEMALE, OptionalDouble.of(60), false),
          row("B", Sex.FEMALE, OptionalDouble.of(70), false),
          row("C", Sex.MALE, OptionalDouble.empty(), false),
          row("D", Sex.MALE, OptionalDouble.of(95), false).excludedFor("metal in the region"),
          row("B", Sex.FEMALE, OptionalDouble.of(70), false).excludedFor("repeat"),
          row("E", Sex.MALE, OptionalDouble.of(95), false).excludedFor("metal in the region"));

  @Test
  void theFlowCountsSubjectsAndRadiographs() {
    FlowDiagram flow = FlowDiagram.of(COHORT);
    assertThat(flow.all()).isEqualTo(new Count(5, 7));
    assertThat(flow.included()).isEqualTo(new Count(3, 4));
    assertThat(flow.leftOut())
        .containsExactly(
            Map.entry("metal in the region", new Count(2, 2)),
            Map.entry("repeat", new Count(1, 1)));
    assertThat(flow.markdown()).contains("| left out: metal in the region | 2 | 2 |\n");
  }

  @Test
  void theSheetCountsEachSubjectOnce() {
    DataSheet sheet = DataSheet.of(COHORT);
    assertThat(sheet.women()).isEqualTo(2);
    assertThat(sheet.men()).isEqualTo(1);
    assertThat(sheet.sexUnknown()).isZero();
    Summary age = sheet.summaries().getFirst();
    assertThat(age.name()).isEqualTo("age years");
    assertThat(age.known()).isEqualTo(2);
    assertThat(age.missing()).isEqualTo(1);
    assertThat(age.distribution().orElseThrow().mean()).isEqualTo(65);
    assertThat(sheet.sha256()).isEqualTo(COHORT.sha256());
  }

  @Test
  void onlyMeasuredSitesAreListed() {
    assertThat(DataSheet.of(COHORT).summaries())
        .extracting(Summary::name)
        .containsExactly("age years", "height cm", "weight kg", "BMD total hip g/cm2");
  }

  /** By hand: mean 3, squares 4 + 1 + 9 + ... of 1, 2, 3, 6: 14 / 3. */
  @Test
  void aDistributionInBrief() {
    Distribution distribution = Distribution.of(new double[] {6, 1, 3, 2});
    assertThat(distribution.mean()).isEqualTo(3);
    assertThat(distribution.sd().orElseThrow()).isCloseTo(Math.sqrt(14.0 / 3), within(1e-12));
    assertThat(distribution.least()).isEqualTo(1);
    assertThat(distribution.median()).isEqualTo(2.5);
    assertThat(distribution.greatest()).isEqualTo(6);
    assertThat(Distribution.of(new double[] {4}).sd()).isEmpty();
  }

  @Test
  void aSimulatedCohortIsCalledSynthetic() {
    Manifest simulated = Cohorts.of(FOLDER, row("A", Sex.MALE, OptionalDouble.of(60), true));
    assertThat(DataSheet.of(simulated).markdown()).contains("**synthetic**");
    assertThat(DataSheet.of(COHORT).markdown()).doesNotContain("synthetic");
  }

  @Test
  void theSheetShowsWhatIsMissing() {
    assertThat(DataSheet.of(COHORT).markdown())
        .contains("| age years | 2 | 1 | 65.000 | 7.071 | 60.000 | 65.000 | 70.000 |\n")
        .contains("| height cm | 0 | 3 | - | - | - | - | - |\n")
        .contains("2 women, 1 men, 0 of unknown sex.");
  }

  @Test
  void anEmptyCohortHasASheetToo() {
    DataSheet sheet = DataSheet.of(new Manifest(FOLDER, List.of()));
    assertThat(sheet.flow().all()).isEqualTo(new Count(0, 0));
    assertThat(sheet.summaries()).hasSize(3);
  }

  private static Manifest.Row paired(String id, String scanner, String days) {
    Manifest.Row row = row(id, Sex.FEMALE, OptionalDouble.of(60), false);
    return new Manifest.Row(
        row.subjectId(),
        row.image(),
        row.view(),
        row.laterality(),
        row.subject(),
        ScannerScale.LUNAR,
        false,
        row.densities(),
        Truth.NONE,
        Optional.empty(),
        Map.of("scanner", scanner, "device", "", "dxa_days", days));
  }

  @Test
  void scannersDevicesAndDaysAreCountedByRadiograph() {
    Manifest cohort =
        Cohorts.of(
            FOLDER,
            paired("A", "iDXA", "-10"),
            paired("A", "iDXA", "20"),
            paired("B", "Prodigy", ""),
            paired("C", "iDXA", "5").excludedFor("repeat"));
    DataSheet sheet = DataSheet.of(cohort);
    assertThat(sheet.tallies())
        .contains(
            new DataSheet.Tally("DXA scanner", Map.of("iDXA", 2, "Prodigy", 1)),
            new DataSheet.Tally("X-ray device", Map.of("(missing)", 3)),
            new DataSheet.Tally("scale of the densities", Map.of("lunar", 3)),
            new DataSheet.Tally("view", Map.of("hip-ap", 3)));
    Summary days = sheet.summaries().getLast();
    assertThat(days.name()).isEqualTo("days from film to DXA");
    assertThat(days.known()).isEqualTo(2);
    assertThat(days.missing()).isEqualTo(1);
    assertThat(days.distribution().orElseThrow().mean()).isEqualTo(5);
    assertThat(sheet.markdown()).contains("| DXA scanner | radiographs |", "| iDXA | 2 |");
  }

  @Test
  void whatAManifestLacksIsNotCounted() {
    assertThat(DataSheet.of(COHORT).tallies())
        .extracting(DataSheet.Tally::name)
        .containsExactly("view", "scale of the densities");
  }
}
