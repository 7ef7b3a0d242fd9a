package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.population.Distortion;

class CensusCommandTest {
  @Test
  void theTableStandsBesideTheReference() {
    CommandRun run =
        CommandRun.of(
            "census", "--cohort", "reference-v1", "--subjects", 2000, "--seed", 1_000_000);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("2000 synthetic subjects of cohort reference-v1, seed 1000000")
        .contains("population mixed: 2000 subjects")
        .containsPattern("total hip +female +70-79 +\\d+ +0\\.\\d{3} +0\\.\\d{3} +0\\.\\d{3}")
        .contains("L1-L4 with total hip")
        .contains("scoliosis over 10 degrees");
  }

  @Test
  void jsonHoldsTheSameForPrograms() throws IOException {
    CommandRun run =
        CommandRun.of(
            "census", "--cohort", "training", "--subjects", 500, "--seed", 7, "--format", "json");

    assertThat(run.code()).as(run.err()).isZero();
    JsonNode census = new ObjectMapper().readTree(run.out());
    assertThat(census.path("synthetic").asBoolean()).isTrue();
    assertThat(census.path("populations").size()).isGreaterThanOrEqualTo(2);
    int subjects = 0;
    for (JsonNode part : census.path("populations")) {
      subjects += part.path("subjects").asInt();
      boolean flat = part.path("population").asText().equals("flat");
      assertThat(part.path("bmd").path(0).has("table_mean")).isNotEqualTo(flat);
    }
    assertThat(subjects).isEqualTo(500);
  }

  @Test
  void aPrevalenceIsSetByTheNameThatTheCensusPrints() {
    CommandRun usual = training();
    CommandRun set = training("--prevalence", "fractures=1", "--prevalence", "objects=0");

    assertThat(usual.out())
        .containsPattern("fractures +fracture, T12-L4 +\\d+\\.\\d % +\\d+\\.\\d %");
    assertThat(set.code()).as(set.err()).isZero();
    assertThat(set.out())
        .containsPattern("fractures +fracture, T12-L4 +100\\.0 % +100\\.0 %")
        .containsPattern("objects +objects +0\\.0 % +0\\.0 %");
  }

  @Test
  void everyPrevalenceMayBeAnyShare() {
    for (Distortion distortion : Distortion.values()) {
      for (String share : List.of("0", "0.59", "1")) {
        CommandRun run = training("--prevalence", distortion.label() + "=" + share);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("NaN");
      }
    }
  }

  @Test
  void aPrevalenceThatCannotBeIsRefusedInOneSentence() {
    assertThat(training("--prevalence", "warts=0.1").err())
        .contains("'warts'; there are osteophytes, calcified-aorta, fractures, scoliosis,");
    assertThat(training("--prevalence", "objects=1.5").err()).contains("not a share of 0 to 1");
    CommandRun reference = CommandRun.of("census", "--prevalence", "objects=0.5");
    assertThat(reference.code()).isEqualTo(2);
    assertThat(reference.err()).contains("The prevalences of cohort reference-v1 are fixed");
    assertThat(training("--prevalence", "objects").code()).isEqualTo(2);
    assertThat(training("--prevalence", "objects=many").code()).isEqualTo(2);
  }

  private static CommandRun training(Object... more) {
    List<Object> words = new ArrayList<>(List.of("census", "--cohort", "training"));
    words.addAll(List.of("--subjects", 200, "--seed", 7));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void wrongUsageIsExitCode2() {
    assertThat(CommandRun.of("census", "--cohort", "nobody").code()).isEqualTo(2);
    assertThat(CommandRun.of("census", "--subjects", 1).code()).isEqualTo(2);
    assertThat(CommandRun.of("census", "--format", "xml").code()).isEqualTo(2);
  }
}
