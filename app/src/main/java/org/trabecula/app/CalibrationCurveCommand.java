package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.calibration.CalibrationCurve;
import org.trabecula.learning.calibration.CalibrationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibration-curve}: what a calibration is worth by the number of pairs. */
@Command(
    name = "calibration-curve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Shows what 'calibrate' is worth by the number of pairs: draws them many times from a pool"
            + " of a site's subjects and judges each calibration by the same other subjects of the"
            + " site. Films are screened once. Writes no package.",
    footer = {
      "",
      "Examples:",
      "  trabecula calibration-curve --manifest pool/manifest.csv --test other/manifest.csv"
          + " --home reference/manifest.csv",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read."
    })
final class CalibrationCurveCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "CSV",
      description = "Pool of the site's pairs.")
  private Path manifest = Path.of("");

  @Option(
      names = "--test",
      required = true,
      paramLabel = "CSV",
      description = "Other subjects of the site, to judge by.")
  private Path test = Path.of("");

  @Option(
      names = "--home",
      required = true,
      paramLabel = "CSV",
      description = "Subjects like those that the model was trained on: what is not excess error.")
  private Path home = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--subjects",
      split = ",",
      defaultValue = "30,100,300",
      paramLabel = "N",
      description = "Points of the curve, separated by commas (default: ${DEFAULT-VALUE}).")
  private List<Integer> subjects = List.of();

  @Option(
      names = "--draws",
      paramLabel = "K",
      defaultValue = "30",
      description = "Calibrations per point (default: ${DEFAULT-VALUE}).")
  private int draws = 30;

  @Option(names = "--fine-tune", description = "With a new last layer among the candidates.")
  private boolean fineTune;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Objects.requireNonNull(spec, "spec").commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    CalibrationSettings standard = CalibrationSettings.STANDARD;
    CalibrationCurve.Request request =
        WrongUsage.checked(() ->
            new CalibrationCurve.Request(
                manifest,
                test,
                home,
                model.orElse(Installation.starterModel()),
                subjects,
                draws,
                fineTune ? standard.withLastLayer() : standard));
    System.out.println(CalibrationCurve.run(request, log::prepared));
    return ExitCode.DONE.code();
  }
}
