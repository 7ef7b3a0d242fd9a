package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trabecula.cohort.Manifest;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.KeptProjections;
import org.trabecula.simulation.Nuisance;
import org.trabecula.simulation.Progress;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code develop}: further films of exposures that a cohort kept. */
@Command(
    name = "develop",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Develops further synthetic radiographs of the exposures that 'trabecula simulate"
            + " --keep-projections' kept: other beams, detectors and looks of the same bodies,"
            + " without casting rays again. Subjects keep their names and densities.",
    footer = {
      "",
      "Examples:",
      "  trabecula simulate --subjects 100 --view lumbar-ap --keep-projections --out cohort",
      "  trabecula develop --cohort-dir cohort --films 6 --seed 2 --out more",
      "  trabecula develop --cohort-dir cohort --seed 2 --without scatter --out even",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class DevelopCommand implements Callable<Integer> {
  @Option(
      names = "--cohort-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a cohort that kept its projections.")
  private Path cohort = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the films (default: 1); that of the cohort gives its own films again.")
  private long seed = 1;

  @Option(
      names = "--cohort",
      paramLabel = "NAME",
      defaultValue = "reference-v1",
      description =
          "How films are drawn: reference-v1, training or hospital (default: ${DEFAULT-VALUE}).")
  private String protocol = "reference-v1";

  @Option(
      names = "--without",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is held still to see what it costs: voltage, grid, scatter, dose, look or tags;"
              + " repeatable. The same seed gives otherwise the same films.")
  private List<String> without = List.of();

  @Option(
      names = "--films",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "Films of each subject, at least one for each position kept (default: ${DEFAULT-VALUE}).")
  private int films = 1;

  @Mixin private FilmOptions film = new FilmOptions();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    KeptProjections kept = KeptProjections.of(cohort);
    CohortSettings settings = WrongUsage.checked(() -> settings(kept));
    try (Terminal terminal = new Terminal("Developing", kept.subjects(), quiet)) {
      Progress progress = (done, total) -> terminal.done(done);
      Manifest manifest = CohortWriter.develop(settings, kept, out, progress);
      terminal.result(
          "%d synthetic radiographs of %d subjects: %s"
              .formatted(manifest.rows().size(), kept.subjects(), out.resolve("manifest.csv")));
    }
    return ExitCode.DONE.code();
  }

  /** Films have the pitch of the kept exposures, whatever these settings say. */
  private CohortSettings settings(KeptProjections kept) {
    return new CohortSettings(
        Protocol.of(protocol)
            .without(without.stream().map(Nuisance::of).collect(Collectors.toSet())),
        kept.view(),
        kept.subjects(),
        seed,
        films,
        kept.positions(),
        Simulator.DEFAULT_PITCH_MM,
        film.format());
  }
}
