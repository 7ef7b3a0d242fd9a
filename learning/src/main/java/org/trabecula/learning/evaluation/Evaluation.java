package org.trabecula.learning.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.data.Progress;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.screening.Screening;
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

  private Result run() throws IOException {
    // A film of which no density is known, as behind metal, says nothing of accuracy.
    Manifest whole =
        Manifest.read(request.manifest()).where(r -> r.included() && !r.densities().isEmpty());
    Split split = split(whole);
    Manifest test = split.test();
    if (test.rows().isEmpty()) {
      throw new IOException("%s has no row to evaluate".formatted(request.manifest()));
    }
    Manifest train =
        request.baseline().isPresent()
            ? Manifest.read(request.baseline().get()).included()
            : split.train();
    List<ScreenedFilm> films;
    Map<String, String> origin = new LinkedHashMap<>();
    try (Screener screener = Screener.open(request.model(), new ScreenerOptions(1))) {
      origin.put("model", screener.model().name() + " " + screener.model().version());
      films = screen(screener, test);
    }
    origin.put("data SHA-256", test.sha256());
    origin.put("command", request.command());
    origin.put("radiographs", Integer.toString(films.size()));
    origin.put("declined", declined(films));
    StudyReport measured = report(films, train, Against.MEASURED, origin);
    StudyReport exact = report(films, train, Against.EXACT, origin);
    return new Result(
        measured,
        exact.sites().isEmpty() ? Optional.empty() : Optional.of(exact),
        new PredictionTable(
            Arrays.stream(Site.values())
                .flatMap(site -> films.stream().map(f -> f.prediction(site, Against.MEASURED)))
                .flatMap(List::stream)
                .toList()));
  }

  private Split split(Manifest whole) {
    return switch (request.rows()) {
      case Rows.All ignored -> new Split(none(whole), none(whole), whole);
      case Rows.HeldOut(Split.Fractions f, long seed) -> Split.bySubject(whole, f, seed);
    };
  }

  private static Manifest none(Manifest manifest) {
    return manifest.where(row -> false);
  }

  private static String declined(List<ScreenedFilm> films) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (ScreenedFilm film : films) {
      if (!film.refusal().isBlank()) {
        reasons.merge(film.refusal(), 1, Integer::sum);
      }
    }
    int sum = reasons.values().stream().mapToInt(Integer::intValue).sum();
    return sum == 0 ? "0" : sum + " " + reasons;
  }

  private List<ScreenedFilm> screen(Screener screener, Manifest test) throws IOException {
    List<Future<ScreenedFilm>> tasks = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Manifest.Row row : test.rows()) {
        tasks.add(
            executor.submit(() -> {
              ScreenedFilm film = screen(screener, test, row);
              progress.at("evaluate", done.incrementAndGet(), test.rows().size());
              return film;
            }));
      }
      List<ScreenedFilm> films = new ArrayList<>();
      for (Future<ScreenedFilm> task : tasks) {
        films.add(task.get());
      }
      return films;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("Evaluation failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Evaluation was interrupted", e);
    }
  }

  private static ScreenedFilm screen(Screener screener, Manifest manifest, Manifest.Row row)
      throws IOException {
    ScreenRequest asked = ScreenRequest.standard().showing(row.view());
    return switch (ExampleReader.radiograph(manifest, row)) {
      case Reading.Refused(var refusal) -> new ScreenedFilm(row, Map.of(), refusal.reason().name());
      case Reading.Read(var radiograph) ->
          switch (screener.screen(radiograph, asked)) {
            case Screening.Declined d ->
                new ScreenedFilm(row, Map.of(), d.refusal().reason().name());
            case Screening.Estimated e -> new ScreenedFilm(row, e.sites(), "");
          };
    };
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
