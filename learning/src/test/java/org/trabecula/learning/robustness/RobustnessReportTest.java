package org.trabecula.learning.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

class RobustnessReportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(View.class)
  void everyTableSaysThatItIsSynthetic(View view) throws IOException {
    RobustnessReport report = report(view);
    String text = report.markdown();
    long heads = text.lines().filter(line -> line.startsWith("|---")).count();
    assertThat(heads).isEqualTo(report.tables().size());
    assertThat(text.lines().filter(line -> line.startsWith("| synthetic: "))).hasSize((int) heads);
    assertThat(text.lines().filter(line -> line.startsWith("#")))
        .allMatch(line -> line.endsWith("(synthetic)"));
    report.write(folder);
    JsonNode tree =
        JsonMapper.builder().build().readTree(folder.resolve("robustness.json").toFile());
    assertThat(tree.get("synthetic").asBoolean()).isTrue();
    assertThat(tree.get("tables")).allMatch(table -> table.get("synthetic").asBoolean());
    assertThat(folder.resolve("robustness.md")).hasContent(text);
  }

  @Test
  void studiesOfNobodyAreUndefinedInWords() {
    assertThat(report(View.HIP_AP).markdown()).contains("undefined").doesNotContain("NaN");
  }

  @Test
  void sharesOfTheGateAreCounted() {
    GateStudy.Trial caught =
        new GateStudy.Trial("solarised", true, Optional.of("metal"), OptionalDouble.empty());
    GateStudy.Trial missed =
        new GateStudy.Trial("solarised", false, Optional.empty(), OptionalDouble.of(-0.2));
    Said fine = new Said(Optional.empty(), Map.of(), Map.of(), Set.of(Site.L2));
    GateStudy.Films films =
        new GateStudy.Films(true, fine, List.of(caught, caught, caught, missed));
    String faults = GateStudy.faults(View.LUMBAR_AP, List.of(films)).markdown();
    assertThat(faults).contains("| solarised | refused | 4 | 75.0 %");
    assertThat(faults).contains("| missed | 3 | 3 metal | 0.200 (0.200 to 0.200) |");
    GateStudy.Films refused =
        new GateStudy.Films(true, Said.refused(Refusal.Reason.METAL), List.of());
    GateStudy.Films bad = new GateStudy.Films(false, Said.refused(Refusal.Reason.METAL), List.of());
    String good = GateStudy.good(List.of(films, refused, bad)).markdown();
    assertThat(good).contains("| good | 2 | 50.0 %").contains("missed").contains("1 metal");
  }

  @Test
  void changesAreAveragedOverFilmsThatWereEstimatedTwice() {
    PerturbationStudy.Trial stays = trial(0.02, 0.05);
    PerturbationStudy.Trial grows = trial(-0.01, 0.04);
    PerturbationStudy.Trial refused =
        new PerturbationStudy.Trial("kVp +10", true, new EnumMap<>(Site.class));
    String row =
        PerturbationStudy.table(
                View.LUMBAR_AP, List.of(List.of(stays), List.of(grows), List.of(refused)))
            .markdown()
            .lines()
            .filter(line -> line.startsWith("| kVp +10"))
            .findFirst()
            .orElseThrow();
    assertThat(row).startsWith("| kVp +10 | L1-L4 | 3 | 2 | 0.040 ").contains("33.3 %");
  }

  private static PerturbationStudy.Trial trial(double before, double after) {
    Map<Site, PerturbationStudy.Errors> sites = new EnumMap<>(Site.class);
    sites.put(Site.L1_L4, new PerturbationStudy.Errors(before, after, after - before));
    return new PerturbationStudy.Trial("kVp +10", false, sites);
  }

  @Test
  void rowsFitTheirColumns() {
    assertThatThrownBy(
            () -> new Table("t", "e", List.of("a", "b"), List.of(List.of(new Cell.Words("one")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subjectsOfTrainingAndTestsAreRejected() {
    assertThatThrownBy(() -> new Robustness.Request(folder, View.LUMBAR_AP, 60, 1_000_000, "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000000");
    assertThatThrownBy(() -> new Robustness.Request(folder, View.LUMBAR_AP, 1, 2_000_000, "none"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RobustnessReport report(View view) {
    List<Table> bone = BoneStudy.tables(view, List.of());
    return new RobustnessReport(
        Map.of("subjects", "0"),
        List.of(
            PerturbationStudy.table(view, List.of()),
            PrecisionStudy.table(view, List.of()),
            GateStudy.faults(view, List.of()),
            GateStudy.good(List.of()),
            bone.getFirst(),
            bone.getLast()));
  }
}
