package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.Progress;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.ct.CtBody;
import org.trabecula.simulation.ct.HuCalibration;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.Part;
import org.trabecula.simulation.ct.files.CtFiles;
import org.trabecula.simulation.dxa.SiteReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate-ct}: synthetic radiographs of a person whom a CT shows. */
@Command(
    name = "simulate-ct",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Writes synthetic radiographs of a CT scan with labelled bones as DICOM objects, with"
            + " manifest.csv holding the densities that the CT's calibration gives. The same"
            + " options make the same files. Research use.",
    footer = {
      "",
      "Examples:",
      "  trabecula simulate-ct --ct ct.nii.gz --labels total.nii.gz --view lumbar-ap --films 8"
          + " --seed 1 --out pairs/0001",
      "  trabecula simulate-ct --ct series --labels masks --view hip-ap --side right"
          + " --calibration 0.81,-3 --out pairs/0002 --png",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be used or written."
    })
final class SimulateCtCommand implements Callable<Integer> {
  /** Reading, finding, and writing. */
  private static final int STEPS = 4;

  @Option(
      names = "--ct",
      required = true,
      paramLabel = "PATH",
      description = "NIfTI file, or folder with the slices of one DICOM series.")
  private Path ct = Path.of("");

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "PATH",
      description =
          "Labels on the same grid, in TotalSegmentator's numbering: NIfTI file, folder of NIfTI"
              + " masks, or folder with a DICOM series.")
  private Path labels = Path.of("");

  @Option(
      names = "--view",
      required = true,
      paramLabel = "VIEW",
      description = "lumbar-ap or hip-ap.")
  private String view = "";

  @Option(names = "--side", paramLabel = "SIDE", description = "right or left, of a hip.")
  private Optional<String> side = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--films",
      paramLabel = "N",
      defaultValue = "1",
      description = "Films (default: ${DEFAULT-VALUE}).")
  private int films = 1;

  @Option(
      names = "--positions",
      paramLabel = "K",
      defaultValue = "1",
      description = "How often the person is laid down anew (default: ${DEFAULT-VALUE}).")
  private int positions = 1;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of positions and looks (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--cohort",
      paramLabel = "NAME",
      defaultValue = "training",
      description = "How films are drawn: training or reference-v1 (default: ${DEFAULT-VALUE}).")
  private String cohort = "training";

  @Option(
      names = "--pitch",
      paramLabel = "MM",
      defaultValue = "0.5",
      description = "Pixel pitch on the detector in mm (default: ${DEFAULT-VALUE}).")
  private double pitch = 0.5;

  @Option(
      names = "--calibration",
      paramLabel = "SLOPE,INTERCEPT",
      description =
          "Hydroxyapatite in mg/cm³ = SLOPE x HU + INTERCEPT, from a phantom (default: derived for"
              + " 120 kVp).")
  private Optional<String> calibration = Optional.empty();

  @Mixin private SubjectOptions person = new SubjectOptions();

  @Mixin private FilmOptions film = new FilmOptions();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Part part = WrongUsage.checked(this::part);
    CohortSettings settings = WrongUsage.checked(() -> settings(part));
    HuCalibration line = WrongUsage.checked(this::line);
    Subject stated = WrongUsage.checked(person::subject);
    try (Terminal terminal = new Terminal("Simulating", STEPS, quiet)) {
      CtFiles.Scan scan = CtFiles.ct(ct);
      terminal.done(1);
      LabelVolume map = CtFiles.labels(labels);
      terminal.done(2);
      CtBody body = CtBody.of(scan.volume(), map, line, part);
      terminal.done(3);
      Progress progress = (done, total) -> terminal.done(STEPS);
      Manifest manifest =
          CohortWriter.writeCt(settings, body, scan.person().overriddenBy(stated), out, progress);
      readings(terminal, body);
      terminal.result(
          "%d synthetic radiographs of one CT: %s"
              .formatted(manifest.rows().size(), out.resolve("manifest.csv")));
    }
    return ExitCode.DONE.code();
  }

  private static void readings(Terminal terminal, CtBody body) {
    for (Site site : body.dxa().sites()) {
      SiteReading reading = body.dxa().at(site);
      terminal.result(
          String.format(
              Locale.ROOT,
              "%s: %.3f g/cm2 (%.2f g over %.2f cm2), by the CT's calibration",
              site.label(),
              reading.bmd(),
              reading.contentG(),
              reading.areaCm2()));
    }
  }

  private Part part() {
    if (View.of(view) == View.LUMBAR_AP) {
      if (side.isPresent()) {
        throw new IllegalArgumentException("--side belongs to --view hip-ap");
      }
      return Part.LUMBAR_SPINE;
    }
    return switch (side.orElse("")) {
      case "right" -> Part.RIGHT_HIP;
      case "left" -> Part.LEFT_HIP;
      default -> throw new IllegalArgumentException("--view hip-ap needs --side right or left");
    };
  }

  private HuCalibration line() {
    if (calibration.isEmpty()) {
      return HuCalibration.TYPICAL;
    }
    String[] words = calibration.get().split(",", -1);
    try {
      if (words.length == 2) {
        return HuCalibration.ofPhantom(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--calibration is two numbers, not '%s'".formatted(calibration.get()), e);
    }
    throw new IllegalArgumentException(
        "--calibration is two numbers, not '%s'".formatted(calibration.get()));
  }

  private CohortSettings settings(Part part) {
    return new CohortSettings(
        Protocol.of(cohort), part.view(), 1, seed, films, positions, pitch, film.format());
  }
}
