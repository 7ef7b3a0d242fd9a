package org.trabecula.learning.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.screening.Screening;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.PredictionTable;
import org.trabecula.validation.study.StudyFlow;

/** The radiographs of a manifest with what a model package states of them. */
public final class ScreenedManifest {
  private final String model;
  private final Manifest whole;
  private final Split split;
  private final List<ScreenedFilm> films;

  private ScreenedManifest(String model, Manifest whole, Split split, List<ScreenedFilm> films) {
    this.model = model;
    this.whole = whole;
    this.split = split;
    this.films = films;
  }

  /**
   * Screens those rows that a request asks for and whose densities are known.
   *
   * @throws IOException if a file cannot be read, or no row is left
   */
  static ScreenedManifest of(Evaluation.Request request, Progress progress) throws IOException {
    Manifest whole = Manifest.read(request.manifest());
    // A film of which no density is known, as behind metal, says nothing of accuracy.
    Manifest usable = whole.where(r -> r.included() && !r.densities().isEmpty());
    Split split =
        switch (request.rows()) {
          case Evaluation.Rows.All ignored -> new Split(none(usable), none(usable), usable);
          case Evaluation.Rows.HeldOut(Split.Fractions f, long seed) ->
              Split.bySubject(usable, f, seed);
        };
    if (split.test().rows().isEmpty()) {
      throw new IOException("%s has no row to evaluate".formatted(request.manifest()));
    }
    try (Screener screener = Screener.open(request.model(), new ScreenerOptions(1))) {
      String model = screener.model().name() + " " + screener.model().version();
      return new ScreenedManifest(model, whole, split, screen(screener, split.test(), progress));
    }
  }

  private static Manifest none(Manifest manifest) {
    return manifest.where(row -> false);
  }

  /** Name and version of the model package. */
  public String model() {
    return model;
  }

  /** The rows that were screened. */
  public Manifest test() {
    return split.test();
  }

  /** The rows that training saw, as far as the request tells. */
  Manifest train() {
    return split.train();
  }

  List<ScreenedFilm> films() {
    return films;
  }

  /** What was stated beside the truth, site by site. */
  public PredictionTable predictions(Against truth) {
    return new PredictionTable(
        Arrays.stream(Site.values())
            .flatMap(site -> films.stream().map(film -> film.prediction(site, truth)))
            .flatMap(List::stream)
            .toList());
  }

  /** How many films were declined, by the code of the reason. */
  Map<String, Integer> declined() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (ScreenedFilm film : films) {
      if (!film.refusal().isBlank()) {
        reasons.merge(film.refusal(), 1, Integer::sum);
      }
    }
    return reasons;
  }

  /** From all rows of the manifest to those with a prediction. */
  public StudyFlow flow(Against truth) {
    List<Prediction> predictions = predictions(truth).predictions();
    Map<Manifest.Row, String> reasons = new LinkedHashMap<>();
    split.train().rows().forEach(row -> reasons.put(row, "seen in training"));
    split.validation().rows().forEach(row -> reasons.put(row, "seen in training"));
    Map<Manifest.Row, String> refusals = new LinkedHashMap<>();
    films.stream()
        .filter(film -> !film.refusal().isBlank())
        .forEach(film -> refusals.put(film.row(), film.refusal()));
    return Flows.of(whole, reasons, refusals, predictions);
  }

  private static List<ScreenedFilm> screen(Screener screener, Manifest test, Progress progress)
      throws IOException {
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
      return List.copyOf(films);
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
}
