package org.trabecula.learning.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Progress;
import org.trabecula.radiography.View;
import org.trabecula.validation.study.EvaluationSettings;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.PredictionTable;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteEvaluator;
import org.trabecula.validation.study.StudyReport;

/** Evaluates a model package on a manifest. */
public final class Evaluation {
  private final Request request;
  private final Progress progress;

  /**
   * What to evaluate on what.
   *
   * @param manifest file of radiographs with known densities
   * @param model folder of the model package
   * @param baseline manifest file that the baselines learn from; without it they learn from the
   *     training part of the manifest, if there is one
   * @param rows which rows of the manifest
   * @param command that does it again
   */
  public record Request(
      Path manifest, Path model, Optional<Path> baseline, Rows rows, String command) {}

  /** Which rows are evaluated: a closed choice. */
  public sealed interface Rows {
    /** All rows: the manifest is a test set. */
    record All() implements Rows {}

    /**
     * The test part of the split that training made.
     *
     * @param fractions as in training
     * @param seed as in training
     */
    record HeldOut(Split.Fractions fractions, long seed) implements Rows {}
  }

  /**
   * The results of a study.
   *
   * @param measured against what a scanner read
   * @param exact against the exact truth, which only simulation knows
   * @param predictions beside what a scanner read, of every site
   */
  public record Result(
      StudyReport measured, Optional<StudyReport> exact, PredictionTable predictions) {

    /**
     * Writes {@code study.md}, {@code study.json}, the same against the exact truth, and {@code
     * predictions.csv}.
     */
    public void write(Path folder) throws IOException {
      StudyFiles.write(measured, folder, "study");
      if (exact.isPresent()) {
        StudyFiles.write(exact.get(), folder, "study-exact");
      }
      StudyFiles.write(predictions, folder, "predictions");
    }
  }

  private Evaluation(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Screens the films and compares what is stated with what is known.
   *
   * @throws IOException if a file cannot be read
   */
  public static Result run(Request request, Progress progress) throws IOException {
    return new Evaluation(request, progress).run();
  }

  /**
   * Only screens the films, for a study of another kind.
   *
   * @throws IOException if a file cannot be read
   */
  public static ScreenedManifest screened(Request request, Progress progress) throws IOException {
    return ScreenedManifest.of(request, progress);
  }

  private Result run() throws IOException {
    ScreenedManifest screened = ScreenedManifest.of(request, progress);
    Manifest train =
        request.baseline().isPresent()
            ? Manifest.read(request.baseline().get()).included()
            : screened.train();
    List<ScreenedFilm> films = screened.films();
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("model", screened.model());
    origin.put("data SHA-256", screened.test().sha256());
    origin.put("command", request.command());
    origin.put("radiographs", Integer.toString(films.size()));
    origin.put("declined", declined(screened.declined()));
    StudyReport measured = report(films, train, Against.MEASURED, origin);
    StudyReport exact = report(films, train, Against.EXACT, origin);
    return new Result(
        measured,
        exact.sites().isEmpty() ? Optional.empty() : Optional.of(exact),
        screened.predictions(Against.MEASURED));
  }

  private static String declined(Map<String, Integer> reasons) {
    int sum = reasons.values().stream().mapToInt(Integer::intValue).sum();
    return sum == 0 ? "0" : sum + " " + reasons;
  }

  private StudyReport report(
      List<ScreenedFilm> films, Manifest train, Against truth, Map<String, String> origin) {
    SiteEvaluator evaluator = new SiteEvaluator(EvaluationSettings.ofSeed(1));
    List<SiteEvaluation> sites = new ArrayList<>();
    for (View view : View.values()) {
      List<ScreenedFilm> shown = films.stream().filter(f -> f.row().view() == view).toList();
      for (Site site : Site.values()) {
        List<Prediction> predictions =
            shown.stream().flatMap(f -> f.prediction(site, truth).stream()).toList();
        if (!predictions.isEmpty()) {
          sites.add(evaluator.evaluate(predictions, Observations.of(train, site, truth)));
        }
      }
    }
    boolean synthetic = films.stream().anyMatch(f -> f.row().synthetic());
    return new StudyReport(
        new StudyReport.Heading("Evaluation against " + truth.label(), synthetic, origin), sites);
  }
}
