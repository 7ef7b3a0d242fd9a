package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCommandTest {
  @Test
  void aSensitivityGetsARowAndSaysHowOftenItWillDo() {
    CommandRun run =
        CommandRun.of(
            "plan", "--sensitivity", 0.9, "--width", 0.1, "--prevalence", 0.3, "--dropout", 0.1);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().toList().get(1)).startsWith("sensitivity").contains("0.900");
    assertThat(run.out())
        .contains("every second study", "--assurance 0.8", "Buderer 1996", "recruited");
  }

  @Test
  void everyFigureGetsARowInCsv() {
    CommandRun run =
        CommandRun.of(
            "plan",
            "--sensitivity",
            0.9,
            "--specificity",
            0.85,
            "--auc",
            0.9,
            "--width",
            0.1,
            "--prevalence",
            0.3,
            "--error-sd",
            0.06,
            "--bmd-width",
            0.025,
            "--r",
            0.95,
            "--slope-width",
            0.1,
            "--format",
            "csv");

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(1 + 7);
    assertThat(lines)
        .extracting(line -> line.split(",", 2)[0])
        .containsExactly(
            "figure",
            "sensitivity",
            "specificity",
            "AUC",
            "bias",
            "MAE",
            "limits of agreement",
            "calibration slope");
    // As R counts: see StudySizeTest.
    assertThat(lines.get(6)).contains(",262,,,0.0,262,0.507,");
  }

  @Test
  void jsonHoldsTheLargestAndTheAssurance() throws IOException {
    CommandRun run =
        CommandRun.of(
            "plan",
            "--error-sd",
            0.06,
            "--bmd-width",
            0.025,
            "--assurance",
            0.8,
            "--format",
            "json");

    JsonNode plan = new JsonMapper().readTree(run.out());
    assertThat(plan.get("schema").asText()).isEqualTo("trabecula-plan/1");
    assertThat(plan.get("assurance").asDouble()).isEqualTo(0.8);
    JsonNode limits = plan.get("figures").get(2);
    assertThat(limits.get("subjects").asInt())
        .isEqualTo(plan.get("subjects").asInt())
        .isGreaterThan(262);
    assertThat(limits.get("chance").asDouble()).isGreaterThanOrEqualTo(0.8);
    assertThat(limits.get("withOutcome").isNull()).isTrue();
  }

  @Test
  void wrongUsageIsOneSentenceAndExitCode2() {
    assertThat(CommandRun.of("plan").err()).contains("Nothing to plan");
    CommandRun missing = CommandRun.of("plan", "--auc", 0.9, "--width", 0.1);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("--auc also needs --prevalence");
    CommandRun beyond = CommandRun.of("plan", "--auc", 1.2, "--width", 0.1, "--prevalence", 0.3);
    assertThat(beyond.code()).isEqualTo(2);
    assertThat(beyond.err()).contains("area is 1.2");
    assertThat(CommandRun.of("plan", "--error-sd", 0.1, "--bmd-width", 0.1, "--dropout", 1).code())
        .isEqualTo(2);
  }
}
