package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.Progress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: synthetic radiographs with exactly known densities. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Writes synthetic radiographs of simulated subjects as DICOM objects, with manifest.csv"
            + " holding each subject and the exactly known densities. The same options make the"
            + " same files; a run that was stopped goes on where it stopped.",
    footer = {
      "",
      "Examples:",
      "  trabecula simulate --subjects 10 --seed 1 --view lumbar-ap --out cohort",
      "  trabecula simulate --subjects 2000 --seed 7 --view hip-ap --cohort training --films 4"
          + " --pitch 1 --format compact --out cohorts/hip",
      "  trabecula simulate --subjects 100 --seed 9 --view lumbar-ap --cohort training"
          + " --prevalence scoliosis=0.6 --prevalence spine-implants=0 --out cohorts/curved",
      "  trabecula simulate --subjects 1000 --seed 8 --decoys --pitch 1 --out cohorts/decoys",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be written."
    })
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--subjects", required = true, paramLabel = "N", description = "How many.")
  private int subjects;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the cohort; reference cohorts start at 1000000 (default: 1).")
  private long seed = 1;

  @ArgGroup(multiplicity = "1")
  private Shown shown = new Shown();

  /** What the films show. */
  static final class Shown {
    @Option(names = "--view", paramLabel = "VIEW", description = "lumbar-ap or hip-ap.")
    private Optional<String> view = Optional.empty();

    @Option(
        names = "--decoys",
        description =
            "Neither view: knees, chests, hands and the like, for the view network to refuse.")
    private boolean decoys;
  }

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Mixin private CohortOptions cohort = new CohortOptions();

  @Option(
      names = "--films",
      paramLabel = "K",
      defaultValue = "1",
      description = "Films of each subject (default: ${DEFAULT-VALUE}).")
  private int films = 1;

  @Option(
      names = "--positions",
      paramLabel = "K",
      defaultValue = "1",
      description = "How often a subject is laid down anew (default: ${DEFAULT-VALUE}).")
  private int positions = 1;

  @Option(
      names = "--pitch",
      paramLabel = "MM",
      defaultValue = "0.5",
      description = "Pixel pitch on the detector in mm (default: ${DEFAULT-VALUE}).")
  private double pitch = 0.5;

  @Mixin private FilmOptions film = new FilmOptions();

  @Option(
      names = "--keep-projections",
      description =
          "Also keep each exposure's areal masses, from which 'trabecula develop' makes further"
              + " films without casting rays again.")
  private boolean keep;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    CohortSettings settings = WrongUsage.checked(this::settings);
    try (Terminal terminal = new Terminal("Simulating", subjects, quiet)) {
      Progress progress = (done, total) -> terminal.done(done);
      Manifest manifest =
          shown.decoys
              ? CohortWriter.writeDecoys(settings, out, progress)
              : CohortWriter.write(settings, out, progress);
      terminal.result(
          "%d synthetic radiographs of %d subjects: %s"
              .formatted(manifest.rows().size(), subjects, out.resolve("manifest.csv")));
    }
    return ExitCode.DONE.code();
  }

  private CohortSettings settings() {
    if (shown.decoys && cohort.prevalenceStated()) {
      throw new IllegalArgumentException("--prevalence belongs to --view: decoys have no subjects");
    }
    return new CohortSettings(
        cohort.protocol(),
        shown.view.map(View::of).orElse(View.LUMBAR_AP),
        subjects,
        seed,
        films,
        positions,
        pitch,
        film.format(),
        keep);
  }
}
