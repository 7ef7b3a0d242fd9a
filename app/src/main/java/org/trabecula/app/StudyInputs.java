package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.trabecula.cohort.DataSheet;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.evaluation.Evaluation;
import org.trabecula.learning.evaluation.Flows;
import org.trabecula.learning.evaluation.Observations;
import org.trabecula.learning.evaluation.ScreenedManifest;
import org.trabecula.screening.ModelPackage;
import org.trabecula.validation.study.BaselineSource;
import org.trabecula.validation.study.OtherPredictions;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.PredictionTable;
import org.trabecula.validation.study.StudyFlow;
import picocli.CommandLine.Option;

/** What a study is made of. */
final class StudyInputs {
  private static final int FOLDS = 10;

  @Option(
      names = "--predictions",
      paramLabel = "CSV",
      description =
          "Predictions beside their DXA results, as evaluate writes them; further columns make"
              + " subgroups.")
  private Optional<Path> predictions = Optional.empty();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description =
          "Manifest of radiographs with known densities: to screen, or beside --predictions to"
              + " count who was left out.")
  private Optional<Path> manifest = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package that screens the manifest (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--comparator",
      paramLabel = "CSV",
      description = "Other predictions of the same radiographs, to compare with.")
  private Optional<Path> comparator = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "CSV",
      description =
          "Manifest that the age, sex and size baselines learn from, without the subjects of the"
              + " study (default: cross-validation within the study).")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--synthetic",
      description =
          "Say that the radiographs are simulated, where the predictions have no such column.")
  private boolean synthetic;

  /**
   * What was read.
   *
   * @param table predictions beside their truths
   * @param screened whether they were made just now
   * @param comparator other predictions
   * @param flow from all who came in to those who are evaluated
   * @param dataSheet of the manifest, if there is one, as Markdown
   * @param baselines what baselines learn from
   * @param origin what the data can be traced back to
   */
  record Read(
      PredictionTable table,
      boolean screened,
      Optional<OtherPredictions> comparator,
      StudyFlow flow,
      Optional<String> dataSheet,
      BiFunction<Site, ScannerScale, BaselineSource> baselines,
      Map<String, String> origin) {

    Read {
      origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    }

    /** Whether any radiograph is simulated. */
    boolean synthetic() {
      return table.predictions().stream().anyMatch(Prediction::synthetic);
    }
  }

  /**
   * Reads the files, or screens the manifest.
   *
   * @param seed of the folds
   */
  Read read(long seed, Progress progress) throws IOException {
    if (predictions.isEmpty() && manifest.isEmpty()) {
      throw WrongUsage.of("There is nothing to validate: state --predictions or --manifest");
    }
    if (predictions.isPresent() && model.isPresent()) {
      throw WrongUsage.of("State --predictions or --model, not both: predictions are made already");
    }
    Map<String, String> origin = new LinkedHashMap<>();
    PredictionTable table;
    StudyFlow flow;
    if (predictions.isPresent()) {
      table = marked(PredictionTable.read(predictions.get()));
      origin.put("predictions", named(predictions.get()));
      flow =
          manifest.isPresent()
              ? Flows.of(Manifest.read(manifest.get()), table.predictions())
              : StudyFlow.evaluated(table.predictions());
    } else {
      ScreenedManifest screened = screened(progress);
      table = screened.predictions(Against.MEASURED);
      origin.put("model", screened.model());
      flow = screened.flow(Against.MEASURED);
    }
    if (table.predictions().isEmpty()) {
      throw new IOException("There is no prediction beside a known density in " + source());
    }
    return new Read(
        table,
        predictions.isEmpty(),
        other(origin),
        flow,
        sheet(origin),
        baselines(table, seed, origin),
        origin);
  }

  private Path source() {
    return predictions.or(() -> manifest).orElse(Path.of(""));
  }

  private ScreenedManifest screened(Progress progress) throws IOException {
    Path films = manifest.orElseThrow();
    Path folder = model.orElse(Installation.starterModel());
    Evaluation.Rows rows = EvaluateCommand.rows(films, ModelPackage.read(folder));
    return Evaluation.screened(
        new Evaluation.Request(films, folder, Optional.empty(), rows, ""), progress);
  }

  /** The predictions, called simulated where the option or the manifest says so. */
  private PredictionTable marked(PredictionTable table) throws IOException {
    Set<String> simulated = new HashSet<>();
    if (manifest.isPresent()) {
      Manifest.read(manifest.get()).rows().stream()
          .filter(Manifest.Row::synthetic)
          .forEach(row -> simulated.add(row.subjectId()));
    }
    return new PredictionTable(
        table.predictions().stream()
            .map(p -> synthetic || simulated.contains(p.subjectId()) ? p.asSynthetic() : p)
            .toList());
  }

  private Optional<OtherPredictions> other(Map<String, String> origin) throws IOException {
    if (comparator.isEmpty()) {
      return Optional.empty();
    }
    origin.put("comparator", named(comparator.get()));
    Path name = comparator.get().getFileName();
    return Optional.of(
        new OtherPredictions(
            String.valueOf(name), PredictionTable.read(comparator.get()).predictions()));
  }

  private Optional<String> sheet(Map<String, String> origin) throws IOException {
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    Manifest films = Manifest.read(manifest.get());
    origin.put("data SHA-256", films.sha256());
    return Optional.of(DataSheet.of(films).markdown());
  }

  private BiFunction<Site, ScannerScale, BaselineSource> baselines(
      PredictionTable table, long seed, Map<String, String> origin) throws IOException {
    if (baseline.isEmpty()) {
      return (site, scale) -> new BaselineSource.CrossValidated(FOLDS, seed);
    }
    Set<String> studied = new HashSet<>();
    table.predictions().forEach(p -> studied.add(p.subjectId()));
    Manifest training = Manifest.read(baseline.get());
    origin.put("baseline data SHA-256", training.sha256());
    Manifest others = training.where(row -> row.included() && !studied.contains(row.subjectId()));
    return (site, scale) ->
        new BaselineSource.Trained(
            Observations.of(others.where(row -> row.scale() == scale), site, Against.MEASURED));
  }

  /** A file with its hash. */
  private static String named(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return "%s, SHA-256 %s".formatted(file.getFileName(), HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
