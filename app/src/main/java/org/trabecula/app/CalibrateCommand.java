package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.learning.calibration.CalibrationSettings;
import org.trabecula.learning.calibration.LocalCalibration;
import org.trabecula.screening.ModelPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: a model package fitted to a site's own pairs of radiograph and DXA. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Fits a model package to a site's own 30 to 500 subjects with a radiograph and a DXA"
            + " density. Per site of the skeleton it chooses by nested cross-validation between"
            + " nothing, an offset, scale and offset, and a monotone curve, makes the 90 %% intervals"
            + " anew, and writes a new package that names its parent, with a report before and"
            + " after. Pairs that are too few or unsuitable change nothing.",
    footer = {
      "",
      "Examples:",
      "  trabecula calibrate --manifest pairs/manifest.csv --out our-model",
      "  trabecula calibrate --manifest pairs/manifest.csv --model models/starter --fine-tune"
          + " --name our-hospital --model-version 1 --out our-model",
      "  trabecula screen film.dcm --model our-model",
      "",
      "Exit codes: 0 done; 1 the pairs are too few or unsuitable, nothing was written; 2 wrong"
          + " usage; 3 a file could not be read or written."
    })
final class CalibrateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "CSV",
      description = "Manifest of radiographs with DXA densities, as 'pair' writes it.")
  private Path manifest = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package that is calibrated (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the new package with calibration.md and calibration.json.")
  private Path out = Path.of("");

  @Option(
      names = "--fine-tune",
      description =
          "Let a new last layer of the network be one of the candidates: takes longer, and the new"
              + " package may hold another network.")
  private boolean fineTune;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description =
          "State densities on this scale: ${COMPLETION-CANDIDATES} (default: the manifest's own).")
  private Optional<ScannerScale> scale = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the new package (default: the parent's and '-calibrated').")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      description = "Version of the new package (default: the parent's).")
  private Optional<String> version = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Deals subjects to folds (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out.resolve(ModelPackage.FILE_NAME))) {
      throw WrongUsage.of(
          "%s holds a model package already; name another folder with --out.".formatted(out));
    }
    if (name.filter(String::isBlank).isPresent() || version.filter(String::isBlank).isPresent()) {
      throw WrongUsage.of("--name and --model-version must not be blank.");
    }
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    PrintWriter err = command.commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    CalibrationSettings standard = CalibrationSettings.STANDARD.withSeed(seed);
    LocalCalibration.Request request =
        new LocalCalibration.Request(
            manifest,
            model.orElse(Installation.starterModel()),
            out,
            scale,
            fineTune ? standard.withLastLayer() : standard,
            new LocalCalibration.Origin(name, version, Version.commit(), CommandWords.of(command)));
    return switch (LocalCalibration.run(request, log::prepared)) {
      case LocalCalibration.Result.Calibrated(var report) -> {
        System.out.println(report.markdown());
        yield ExitCode.DONE.code();
      }
      case LocalCalibration.Result.Unsuitable(String sentence) -> {
        err.println(sentence);
        yield ExitCode.SOME_REFUSED.code();
      }
    };
  }
}
