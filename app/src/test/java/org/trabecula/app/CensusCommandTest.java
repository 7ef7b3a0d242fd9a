package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

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
  void wrongUsageIsExitCode2() {
    assertThat(CommandRun.of("census", "--cohort", "nobody").code()).isEqualTo(2);
    assertThat(CommandRun.of("census", "--subjects", 1).code()).isEqualTo(2);
    assertThat(CommandRun.of("census", "--format", "xml").code()).isEqualTo(2);
  }
}
