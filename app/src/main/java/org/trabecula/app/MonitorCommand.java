package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.validation.monitoring.Alarm;
import org.trabecula.validation.monitoring.BaselineSet;
import org.trabecula.validation.monitoring.Panel;
import org.trabecula.validation.monitoring.Period;
import org.trabecula.validation.monitoring.Rule;
import org.trabecula.validation.monitoring.RuleSet;
import org.trabecula.validation.page.MonitorPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code monitor}: does a device still deliver what it delivered before? */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Control charts of screening results over time, per device: BMD (adjusted for age and sex)"
            + " and its spread, refusals by reason, undetermined calls, exposure tags. One line per"
            + " alarm on standard output; monitor.html and monitor.json in the output folder.",
    footer = {
      "",
      "Examples:",
      "  trabecula monitor reports --baseline-from 2026-01-01 --baseline-to 2026-06-30",
      "  trabecula monitor reports --baseline-from 2026-01-01 --baseline-to 2026-06-30"
          + " --set-baseline baseline.json",
      "  trabecula monitor results.csv --baseline baseline.json --since 2026-11-01 --format csv",
      "",
      "Exit codes: 0 no alarm; 1 at least one alarm is listed; 2 wrong usage;",
      "3 a file could not be read or written."
    })
final class MonitorCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "Folders that screen wrote into (every result.json below counts), or the output of screen"
              + " --format json (.json) or csv (.csv).")
  private List<Path> results = List.of();

  @Option(
      names = "--baseline-from",
      paramLabel = "DATE",
      description = "First day of the baseline period (default: the first result).")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--baseline-to",
      paramLabel = "DATE",
      description = "Last day of the baseline period; later results are judged by it.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "A baseline that --set-baseline wrote, instead of a period.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--set-baseline",
      paramLabel = "FILE",
      description = "Write the baseline of the period to a file.")
  private Optional<Path> written = Optional.empty();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description =
          "What a point stands for: day, week or month (default: a week where a device has"
              + " ten films in the median one, else a month).")
  private Optional<Period> period = Optional.empty();

  @Option(
      names = "--rules",
      split = ",",
      paramLabel = "RULE",
      description = "limit, ewma, cusum, run, with commas (default: limit,ewma).")
  private List<Rule> rules = List.copyOf(RuleSet.STANDARD.rules());

  @Option(
      names = "--false-alarms",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "False alarms per year that all charts together may give"
              + " (default: ${DEFAULT-VALUE}).")
  private double falseAlarms = 1;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "List only alarms that were on at this day or later; the exit code counts these.")
  private Optional<LocalDate> since = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "monitor",
      description = "Folder for monitor.html and monitor.json (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("monitor");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Alarms on standard output as text or csv (default: ${DEFAULT-VALUE}).")
  private AlarmList.Format format = AlarmList.Format.TEXT;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (baseline.isPresent() == to.isPresent()) {
      throw WrongUsage.of("State the baseline once: by --baseline-to DATE or by --baseline FILE");
    }
    RuleSet asked = rules();
    // Read before hours of results are: a wrong file is told at once.
    Optional<BaselineSet> known =
        baseline.isPresent() ? Optional.of(BaselineFile.read(baseline.get())) : Optional.empty();
    MonitorInput input = read();
    if (input.films().isEmpty()) {
      throw new IOException(
          "No result with a date of the exposure among %d; screen DICOM files that have one"
              .formatted(input.intake().given()));
    }
    BaselineSet baselines = known.orElseGet(() -> fitted(input));
    if (written.isPresent()) {
      BaselineFile.write(baselines, written.get());
    }
    Panel panel = Panel.of(input.films(), baselines, asked);
    Files.createDirectories(out);
    Files.writeString(out.resolve("monitor.json"), MonitorJson.of(panel, input.intake()));
    Files.writeString(out.resolve("monitor.html"), MonitorPage.html(panel, input.intake()));
    return list(panel).code();
  }

  private RuleSet rules() {
    return WrongUsage.checked(() -> {
      EnumSet<Rule> chosen = EnumSet.noneOf(Rule.class);
      chosen.addAll(rules);
      return new RuleSet(
          chosen, RuleSet.STANDARD.weight(), RuleSet.STANDARD.allowance(), falseAlarms);
    });
  }

  private MonitorInput read() throws IOException {
    List<Path> files = MonitorInput.files(results);
    MonitorInput input = new MonitorInput();
    try (Terminal terminal = new Terminal("Reading", files.size(), quiet)) {
      for (int i = 0; i < files.size(); i++) {
        input.read(files.get(i), System.err::println);
        terminal.done(i + 1L);
      }
    }
    return input;
  }

  private BaselineSet fitted(MonitorInput input) {
    LocalDate first =
        from.orElseGet(() ->
            input.films().stream()
                .map(film -> film.date())
                .min(LocalDate::compareTo)
                .orElseThrow());
    return WrongUsage.checked(() -> BaselineSet.of(input.films(), first, to.orElseThrow(), period));
  }

  private ExitCode list(Panel panel) {
    List<Alarm> alarms =
        panel.alarms().stream()
            .filter(alarm -> since.isEmpty() || !end(alarm, panel).isBefore(since.get()))
            .toList();
    new AlarmList(alarms, panel).lines(format).forEach(System.out::println);
    return alarms.isEmpty() ? ExitCode.DONE : ExitCode.ALARM;
  }

  /** The day before the first period without it. */
  private static LocalDate end(Alarm alarm, Panel panel) {
    Period period =
        panel.devices().stream()
            .filter(device -> device.name().equals(alarm.device()))
            .findFirst()
            .orElseThrow()
            .period();
    return switch (period) {
      case DAY -> alarm.to();
      case WEEK -> alarm.to().plusDays(6);
      case MONTH -> alarm.to().plusMonths(1).minusDays(1);
    };
  }
}
