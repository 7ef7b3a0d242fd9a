package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Synthetic results of two devices over a year: a gain of 12 % is planted in one of them after 40
 * weeks.
 */
class MonitorCommandTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final int PLANTED_WEEK = 40;
  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    Random random = new Random(20261125);
    for (int week = 0; week < 52; week++) {
      for (int i = 0; i < 25; i++) {
        LocalDate date = START.plusDays(7L * week + i % 5);
        write("A", date, week >= PLANTED_WEEK ? 1.12 : 1, random);
        write("B", date, 1, random);
      }
    }
    Files.writeString(
        Files.createDirectories(shared.resolve("results/undated")).resolve("result.json"),
        result("none", "A", "0".repeat(64), "null", 1, random));
    Files.writeString(
        Files.createDirectories(shared.resolve("results/broken")).resolve("result.json"), "{");
  }

  private static void write(String room, LocalDate date, double gain, Random random)
      throws IOException {
    String hash = "%016x".formatted(random.nextLong()).repeat(4);
    Path film = Files.createDirectories(shared.resolve("results/" + room + "/" + hash));
    Files.writeString(
        film.resolve("result.json"), result(room, room, hash, "\"" + date + "\"", gain, random));
  }

  /** The fields of docs/result-schema.md that monitoring reads. */
  private static String result(
      String name, String room, String hash, String date, double gain, Random random) {
    double age = 50 + 40 * random.nextDouble();
    double bmd = gain * (1.0 - 0.005 * (age - 60) + 0.12 * random.nextGaussian());
    String finding =
        random.nextDouble() < 0.03
            ? "\"outcome\": \"refused\", \"refusal\": {\"reason\": \"METAL\"}"
            : String.format(
                Locale.ROOT,
                "\"outcome\": \"estimated\", \"view\": {\"code\": \"lumbar-ap\"}, \"conclusion\":"
                    + " {\"call\": \"%s\"}, \"sites\": [{\"site\": \"L1-L4\", \"inView\": true,"
                    + " \"bmd\": %.4f}]",
                random.nextDouble() < 0.3 ? "UNDETERMINED" : "LIKELY_LOW",
                bmd);
    return String.format(
        Locale.ROOT,
        "{\"schema\": \"trabecula-result/2\", \"film\": {\"name\": \"%s\", \"sha256\": \"%s\","
            + " \"acquisition\": {\"date\": %s, \"manufacturer\": \"Synthetic works\", \"model\":"
            + " \"Film 1\", \"station\": \"%s\", \"kvp\": %.0f, \"mas\": %.1f}}, \"subject\":"
            + " {\"sex\": \"female\", \"ageYears\": %.1f}, %s}",
        name,
        hash,
        date,
        room,
        80 + 2 * random.nextGaussian(),
        30 * Math.exp(0.2 * random.nextGaussian()),
        age,
        finding);
  }

  private CommandRun monitor(Object... more) {
    Object[] fixed = {"monitor", shared.resolve("results"), "--out", folder, "--quiet"};
    Object[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandRun.of(all);
  }

  private static LocalDate planted() {
    return START.plusWeeks(PLANTED_WEEK);
  }

  @Test
  void thePlantedDriftIsFoundInItsDeviceSoonAndByWhatChanged() throws IOException {
    // One false alarm in ten years, so that the planted one stands alone.
    CommandRun run =
        monitor("--baseline-to", "2025-06-29", "--false-alarms", 0.1, "--format", "csv");

    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    List<String> alarms = run.out().lines().skip(1).toList();
    assertThat(alarms)
        .isNotEmpty()
        .allSatisfy(
            alarm -> assertThat(alarm).startsWith("\"Synthetic works Film 1 A\",density/L1-L4,"));
    assertThat(alarms).anySatisfy(alarm -> assertThat(alarm).contains("EWMA,up", ",true,"));
    JsonNode json = new JsonMapper().readTree(folder.resolve("monitor.json").toFile());
    LocalDate first = LocalDate.parse(json.get("alarms").get(0).get("from").asText());
    assertThat(first).isBetween(planted(), planted().plusWeeks(4));
    LocalDate begun = LocalDate.parse(json.get("alarms").get(0).get("begun").asText());
    assertThat(begun).isBetween(planted().minusWeeks(1), planted().plusWeeks(2));
    assertThat(json.get("results").get("undated").asInt()).isEqualTo(1);
    assertThat(json.get("results").get("unreadableFiles").asInt()).isEqualTo(1);
    assertThat(json.get("results").get("charted").asInt()).isEqualTo(2 * 52 * 25);
    assertThat(json.get("devices")).hasSize(2);
    assertThat(folder.resolve("monitor.html"))
        .content()
        .contains("goes on", "SYNTHETIC", "1 result without a date", "<svg")
        .doesNotContain("http:" + "//www.example", "<script", "NaN");
  }

  @Test
  void aBaselineThatWasSetGivesTheSameAlarms() {
    Path baseline = folder.resolve("baseline.json");
    CommandRun dates =
        monitor("--baseline-to", "2025-06-29", "--set-baseline", baseline, "--format", "csv");
    CommandRun file = monitor("--baseline", baseline, "--format", "csv");

    assertThat(file.code()).isEqualTo(1);
    assertThat(file.out()).isEqualTo(dates.out());
  }

  @Test
  void beforeTheDriftThereIsNoAlarm() {
    CommandRun run = monitor("--baseline-to", "2025-06-29", "--since", "2026-06-01");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("no alarm");
  }

  @Test
  void aShortBaselineIsNotJudged() throws IOException {
    CommandRun run = monitor("--baseline-to", "2025-02-02");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Synthetic works Film 1 A: not enough to judge");
    assertThat(folder.resolve("monitor.html"))
        .content()
        .contains("Not enough to judge", "4 weeks in the baseline, at least 10 are needed");
  }

  @Test
  void wrongUsageIsOneSentence() throws IOException {
    assertThat(monitor().code()).isEqualTo(2);
    assertThat(monitor().err()).contains("--baseline-to DATE or by --baseline FILE");
    assertThat(monitor("--baseline-to", "2024-01-01").code()).isEqualTo(2);
    assertThat(monitor("--baseline-to", "yesterday").code()).isEqualTo(2);
    assertThat(monitor("--baseline-to", "2025-06-29", "--rules", "luck").code()).isEqualTo(2);
    Path nothing = Files.writeString(folder.resolve("b.json"), "{}");
    CommandRun damaged = monitor("--baseline", nothing);
    assertThat(damaged.code()).isEqualTo(3);
    assertThat(damaged.err()).contains("is no baseline of schema");
    assertThat(
            CommandRun.of("monitor", folder.resolve("none"), "--baseline-to", "2025-06-29").code())
        .isEqualTo(3);
  }
}
