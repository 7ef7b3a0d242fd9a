package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.labelled.LabelColumns;
import org.trabecula.learning.labelled.LabelReport;
import org.trabecula.learning.labelled.LabelStudy;
import org.trabecula.learning.labelled.StudySettings;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.validation.Bootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code label-study}: what an image adds to age, sex and size, on labelled films. */
@Command(
    name = "label-study",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Cross-validates, on a table of films with a number (such as a T-score) and a class each,"
            + " what the image adds to the covariates: training mean, covariates alone, image alone"
            + " and both, on the same folds, with intervals; and says so plainly if it adds"
            + " nothing. Folds keep groups and identical pictures together and are balanced for"
            + " class and stratum. Run again, it goes on where it stopped.",
    footer = {
      "",
      "The table is a CSV with a header. A covariate is a column of numbers, in any one unit, or of"
          + " words; an empty cell is unknown.",
      "",
      "Example:",
      "  trabecula label-study --labels knee/labels.csv --images knee/images --image-column id"
          + " --label-column t_score --class-column class --stratum-column style"
          + " --covariates age,gender,height_m,weight_kg --where use=clean"
          + " --positive osteoporosis --films 'knees of that set' --out study",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class LabelStudyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "CSV",
      description = "Table of films with labels.")
  private Path labels = Path.of("");

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the films.")
  private Path images = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--image-column",
      paramLabel = "COLUMN",
      defaultValue = "image",
      description = "File of the film, with or without its ending (default: ${DEFAULT-VALUE}).")
  private String image = "image";

  @Option(
      names = "--label-column",
      paramLabel = "COLUMN",
      defaultValue = "t_score",
      description = "Number to predict (default: ${DEFAULT-VALUE}).")
  private String label = "t_score";

  @Option(
      names = "--class-column",
      paramLabel = "COLUMN",
      defaultValue = "class",
      description = "Class to predict (default: ${DEFAULT-VALUE}).")
  private String disease = "class";

  @Option(
      names = "--group-column",
      paramLabel = "COLUMN",
      description = "Whom the film shows; films of one person stay in one fold.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--stratum-column",
      paramLabel = "COLUMN",
      description = "What folds are balanced for beside the class, such as the kind of film.")
  private Optional<String> stratum = Optional.empty();

  @Option(
      names = "--covariates",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "What is known beside the image, separated by commas.")
  private List<String> covariates = List.of();

  @Option(
      names = "--where",
      paramLabel = "COLUMN=CELL",
      description = "Only rows with this cell take part; may be given several times.")
  private Map<String, String> where = Map.of();

  @Option(
      names = "--positive",
      required = true,
      paramLabel = "CLASS",
      description = "Class that a screening would look for.")
  private String positive = "";

  @Option(
      names = "--films",
      required = true,
      paramLabel = "WORDS",
      description = "What the films are and whose, for the report.")
  private String films = "";

  @Option(names = "--synthetic", description = "The films are simulated; else they count as real.")
  private boolean synthetic;

  @Option(
      names = "--from",
      paramLabel = "ONNX",
      description =
          "Density network whose features of the films a further arm takes beside the covariates,"
              + " such as models/starter/lumbar-ap.onnx.")
  private Optional<Path> parent = Optional.empty();

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Folds of the cross-validation (default: ${DEFAULT-VALUE}).")
  private int folds = StudySettings.STANDARD.folds();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "Times through the films for networks that see them (default: ${DEFAULT-VALUE}).")
  private double epochs = StudySettings.STANDARD.image().epochs();

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
  private int resamples = 2000;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default: 1.")
  private long seed = 1;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    StudySettings settings =
        WrongUsage.checked(() -> StudySettings.STANDARD.withFolds(folds, seed).withEpochs(epochs));
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    LabelStudy.Request request = WrongUsage.checked(() -> request(CommandWords.of(command)));
    PrintWriter err = command.commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    LabelReport report =
        LabelStudy.run(
            request, settings, new LabelStudy.Hearing(log::prepared, event -> heard(log, event)));
    System.out.println(report.markdown());
    return ExitCode.DONE.code();
  }

  /** Checkpoints and validations of so many short trainings are no news. */
  private static void heard(TrainingLog log, TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Stepped s when s.step() == s.total() -> log.heard(s);
      case TrainingEvent.Noted noted -> log.heard(noted);
      case TrainingEvent.Stepped ignored -> {}
      case TrainingEvent.Validated ignored -> {}
      case TrainingEvent.Saved ignored -> {}
    }
  }

  /**
   * What is asked for.
   *
   * @throws IllegalArgumentException in one sentence, if what was stated cannot be
   */
  private LabelStudy.Request request(String command) {
    return new LabelStudy.Request(
        labels,
        images,
        new LabelColumns(image, label, disease, group, stratum, covariates, where),
        positive,
        parent,
        out,
        new Bootstrap(resamples, seed, 0.95),
        new LabelStudy.Origin(films, synthetic, Version.commit(), command));
  }
}
