package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Manifest;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.data.Preparation;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.packaging.Parent;
import org.trabecula.learning.study.CurveMarkdown;
import org.trabecula.learning.study.CurvePoint;
import org.trabecula.learning.study.LearningCurve;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.FilmFormat;
import org.trabecula.simulation.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learning-curve}: how good a network is after so many subjects. */
@Command(
    name = "learning-curve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Shows how good a network is after so many subjects. With --manifest and --test: trained"
            + " from scratch on the first subjects of one cohort, judged on another. Without:"
            + " adapted to few subjects of a simulated hospital with another look, voltage and"
            + " population, by scale and offset and by fine-tuning, judged on its other subjects.",
    footer = {
      "",
      "Examples:",
      "  trabecula learning-curve --subjects 30,100,300 --repeats 3 --out curve",
      "  trabecula learning-curve --manifest training/manifest.csv --test fresh/manifest.csv"
          + " --subjects 250,1000,4000 --steps 1500 --out curve",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class LearningCurveCommand implements Callable<Integer> {
  /** Seed of the hospital's subjects: far from those of any cohort that is trained on. */
  private static final long HOSPITAL_SEED = 3_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--subjects",
      split = ",",
      defaultValue = "30,100,300",
      paramLabel = "N",
      description = "Points of the curve, separated by commas (default: ${DEFAULT-VALUE}).")
  private List<Integer> subjects = List.of();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "Cohort to train on from scratch; needs --test.")
  private Optional<Path> manifest = Optional.empty();

  @Option(names = "--test", paramLabel = "CSV", description = "Cohort to judge by.")
  private Optional<Path> test = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Model package that is adapted (default: the starter).")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--repeats",
      paramLabel = "K",
      defaultValue = "3",
      description = "Adaptations per point, to other subjects each (default: ${DEFAULT-VALUE}).")
  private int repeats = 3;

  @Option(
      names = "--test-subjects",
      paramLabel = "N",
      defaultValue = "400",
      description = "Of the hospital, to judge by (default: ${DEFAULT-VALUE}).")
  private int testSubjects = 400;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "1500",
      description =
          "Steps of 32 films of each training from scratch, the same at every point (default:"
              + " ${DEFAULT-VALUE}).")
  private long steps = 1500;

  @Option(
      names = "--scalar-only",
      description =
          "Beside each training from scratch one of the same network on the densities alone,"
              + " without map and regions: what the map is worth.")
  private boolean scalarOnly;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "15",
      description = "Times through the films of a fine-tuning (default: ${DEFAULT-VALUE}).")
  private double epochs = 15;

  @Option(names = "--view", paramLabel = "VIEW", description = "Default: lumbar-ap.")
  private String view = View.LUMBAR_AP.code();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for cohorts, checkpoints and learning-curve.md.")
  private Path out = Path.of("");

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (manifest.isPresent() != test.isPresent()) {
      throw WrongUsage.of("--manifest and --test belong together: give both or neither.");
    }
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    PrintWriter err = quiet ? new PrintWriter(Writer.nullWriter()) : command.commandLine().getErr();
    TrainingLog log = new TrainingLog(err);
    View shown = WrongUsage.checked(() -> View.of(view));
    Map<String, String> origin = new LinkedHashMap<>();
    List<CurvePoint> points =
        manifest.isPresent() ? scratch(shown, log, origin) : adapted(shown, log, origin);
    origin.put("code", Version.commit());
    origin.put("command", CommandWords.of(command));
    String title = "Learning curve, " + shown.code();
    String text = CurveMarkdown.of(title, origin, points);
    Files.createDirectories(out);
    Files.writeString(out.resolve("learning-curve.md"), text);
    System.out.println(text);
    return ExitCode.DONE.code();
  }

  private List<CurvePoint> scratch(View shown, TrainingLog log, Map<String, String> origin)
      throws IOException {
    Manifest train = Manifest.read(manifest.orElseThrow());
    Manifest judged = Manifest.read(test.orElseThrow());
    origin.put("trained on, data SHA-256", train.sha256());
    origin.put("judged by, data SHA-256", judged.sha256());
    TrainingSettings how =
        TrainingSettings.STANDARD
            .withAugmentation(AugmentationSettings.of(shown))
            .withLength(new TrainingLength.Steps(steps));
    origin.put("training", "%s, seed %d".formatted(how.length(), how.seed()));
    List<Film> films = films(train, shown, log);
    LearningCurve curve = curve(shown, films(judged, shown, log), how, log);
    List<CurvePoint> points = new ArrayList<>();
    for (int count : subjects) {
      points.add(curve.scratch(films, count));
      if (scalarOnly) {
        points.add(curve.scalarOnly(films, count));
      }
    }
    return points;
  }

  private List<CurvePoint> adapted(View shown, TrainingLog log, Map<String, String> origin)
      throws IOException {
    int local = subjects.stream().mapToInt(n -> n).max().orElse(0);
    Parent parent = Parent.read(from.orElse(Installation.starterModel()));
    DensityModel model =
        parent
            .model()
            .densityModel(shown)
            .orElseThrow(() ->
                new IOException(
                    "%s has no density network for %s".formatted(parent.folder(), shown.code())));
    OnnxParameters parameters = parent.density(shown).orElseThrow();
    origin.put("model", parent.named().toString());
    origin.put(
        "hospital", "cohort hospital, seeds %d and %d".formatted(HOSPITAL_SEED, HOSPITAL_SEED + 1));
    Manifest pairs = LearningCurve.asPairs(hospital(shown, Math.max(local * repeats, 1), 0, log));
    Manifest judged = hospital(shown, testSubjects, 1, log);
    // Few films: small steps in small batches, so that there are some.
    TrainingSettings how =
        TrainingSettings.STANDARD
            .withAugmentation(AugmentationSettings.of(shown))
            .withBatch(16, TrainingSettings.STANDARD.learningRate() / 10)
            .withLength(new TrainingLength.Epochs(epochs));
    origin.put(
        "fine-tuning",
        "%s, batch %d, learning rate %s, seed %d"
            .formatted(how.length(), how.batch(), how.learningRate(), how.seed()));
    List<Film> films = films(pairs, shown, log);
    LearningCurve curve = curve(shown, films(judged, shown, log), how, log);
    return curve.adapted(parameters, model.sites(), films, subjects, repeats);
  }

  private LearningCurve curve(
      View shown, List<Film> judged, TrainingSettings how, TrainingLog log) {
    return new LearningCurve(shown, judged, how, out.resolve("trainings"), log::said);
  }

  private Manifest hospital(View shown, int count, int which, TrainingLog log) throws IOException {
    CohortSettings settings =
        new CohortSettings(
            Protocol.HOSPITAL, shown, count, HOSPITAL_SEED + which, 1, 1, 1.0, FilmFormat.DICOM);
    return CohortWriter.write(
            settings,
            out.resolve("hospital-%d-%s".formatted(which, shown.code())),
            (done, total) -> log.prepared("simulate", done, total))
        .included();
  }

  private List<Film> films(Manifest of, View shown, TrainingLog log) throws IOException {
    return Film.prepare(
        List.of(of), shown, new Preparation.Options(out.resolve("prepared"), 2, log::prepared));
  }
}
