package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.learning.evaluation.Evaluation;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a model package is on radiographs with known densities. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Screens the radiographs of a manifest and compares with the known densities: error,"
            + " agreement, accuracy, coverage, each with its interval, beside baseline and floor."
            + " Of the manifest that the model was trained on, only the subjects that training"
            + " has not seen count.",
    footer = {
      "",
      "Examples:",
      "  trabecula evaluate --manifest cohort/manifest.csv --model model --out study",
      "  trabecula evaluate --manifest fresh/manifest.csv --baseline training/manifest.csv",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "CSV",
      description = "Manifest of radiographs with known densities.")
  private Path manifest = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "CSV",
      description = "Manifest that the age, sex and size baselines learn from.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for study.md, study.json and predictions.csv; printed only, if absent.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Path folder = model.orElse(Installation.starterModel());
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    PrintWriter err = command.commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    Evaluation.Request request =
        new Evaluation.Request(
            manifest,
            folder,
            baseline,
            rows(manifest, ModelPackage.read(folder)),
            CommandWords.of(command));
    Evaluation.Result result = Evaluation.run(request, log::prepared);
    if (out.isPresent()) {
      result.write(out.get());
    }
    System.out.println(result.measured().markdown());
    return ExitCode.DONE.code();
  }

  /** All rows of a test set; of what the model was trained on, the test part of that split. */
  static Evaluation.Rows rows(Path manifest, ModelPackage trained) throws IOException {
    Provenance provenance = trained.provenance();
    List<String> seen = List.of(provenance.dataSha256().split("\\+", -1));
    return seen.contains(Manifest.read(manifest).sha256())
        ? new Evaluation.Rows.HeldOut(fractions(provenance), provenance.seed())
        : new Evaluation.Rows.All();
  }

  /** The split with the smallest test part: whoever is in it is in every network's. */
  static Split.Fractions fractions(Provenance provenance) {
    return provenance.settings().entrySet().stream()
        .filter(setting -> setting.getKey().endsWith(".fractions"))
        .map(setting -> Split.Fractions.of(setting.getValue()))
        .max(Comparator.comparingDouble(f -> f.train() + f.validation()))
        .orElse(Split.Fractions.DEFAULT);
  }
}
