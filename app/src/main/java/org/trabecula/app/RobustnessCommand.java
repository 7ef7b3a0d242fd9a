package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.robustness.Robustness;
import org.trabecula.learning.robustness.RobustnessReport;
import org.trabecula.radiography.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code robustness}: what a model package makes of films that are not as they should be. */
@Command(
    name = "robustness",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Measures a model package on freshly simulated subjects: how a result changes with tube"
            + " voltage, soft tissue, dose, blur, look, field and tags; how well it repeats; which"
            + " faulty films are caught; and whether the network looks at bone. Every figure is"
            + " synthetic.",
    footer = {
      "",
      "Examples:",
      "  trabecula robustness --out robustness",
      "  trabecula robustness --model model --view hip-ap --subjects 200 --out hips --png",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class RobustnessCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for robustness.md and robustness.json.")
  private Path out = Path.of("");

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      defaultValue = "lumbar-ap",
      description = "lumbar-ap or hip-ap (default: ${DEFAULT-VALUE}).")
  private String view = "lumbar-ap";

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = "60",
      description = "Simulated subjects (default: ${DEFAULT-VALUE}).")
  private int subjects = 60;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "2000000",
      description =
          "Seed of the subjects, from 2000000 up: those below belong to training and tests"
              + " (default: ${DEFAULT-VALUE}).")
  private long seed = Robustness.FIRST_SEED;

  @Option(
      names = "--png",
      description = "Also robustness.png: one film under every change and fault.")
  private boolean png;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    String command = CommandWords.of(Objects.requireNonNull(spec, "spec"));
    Robustness.Request request =
        WrongUsage.checked(() ->
            new Robustness.Request(
                model.orElse(Installation.starterModel()), View.of(view), subjects, seed, command));
    try (Terminal terminal = new Terminal("Robustness", subjects, quiet)) {
      if (png) {
        List<String> tiles = Robustness.picture(request, out);
        terminal.result(
            "%s, row by row: %s"
                .formatted(out.resolve("robustness.png"), String.join(", ", tiles)));
      }
      RobustnessReport report = Robustness.run(request, (task, done, all) -> terminal.done(done));
      report.write(out);
      terminal.result(report.summary());
      terminal.result("%s".formatted(out.resolve("robustness.md")));
    }
    return ExitCode.DONE.code();
  }
}
