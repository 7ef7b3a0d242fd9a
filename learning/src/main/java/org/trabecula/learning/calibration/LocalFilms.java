package org.trabecula.learning.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.data.Progress;
import org.trabecula.radiography.Reading;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/**
 * What the parent model states of a site's films by the path of screening, refusals included.
 *
 * @param said of each film, in the order of the manifest
 */
record LocalFilms(List<Said> said) {
  /** Any positive number below what a bone can have, g/cm2. */
  private static final double LEAST = 0.001;

  LocalFilms {
    said = List.copyOf(said);
  }

  /**
   * What was said of a film.
   *
   * @param row of the manifest
   * @param sites what was stated; empty if the film was refused
   * @param refusal the code of the reason; blank if it was not
   * @param features that the last layer read, if they were asked for
   */
  record Said(
      Manifest.Row row, Map<Site, SiteResult> sites, String refusal, Optional<Features> features) {
    Said {
      sites = Map.copyOf(sites);
    }
  }

  /**
   * Screens all films of a manifest.
   *
   * @throws IOException if a file cannot be read; a refused film is no error
   */
  static LocalFilms screen(
      Screener screener, FeatureNetworks features, Manifest manifest, Progress progress)
      throws IOException {
    List<Future<Said>> tasks = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Manifest.Row row : manifest.rows()) {
        tasks.add(
            executor.submit(() -> {
              Said one = screen(screener, features, manifest, row);
              progress.at("screen", done.incrementAndGet(), manifest.rows().size());
              return one;
            }));
      }
      List<Said> said = new ArrayList<>();
      for (Future<Said> task : tasks) {
        said.add(task.get());
      }
      return new LocalFilms(said);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("Screening failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Screening was interrupted", e);
    }
  }

  private static Said screen(
      Screener screener, FeatureNetworks features, Manifest manifest, Manifest.Row row)
      throws IOException {
    ScreenRequest asked = ScreenRequest.standard().showing(row.view());
    return switch (ExampleReader.radiograph(manifest, row)) {
      case Reading.Refused(var refusal) -> refused(row, refusal.reason().name());
      case Reading.Read(var read) ->
          switch (screener.screen(ExampleReader.sided(read, row.laterality()), asked)) {
            case Screening.Declined d -> refused(row, d.refusal().reason().name());
            case Screening.Estimated e -> new Said(row, e.sites(), "", features.of(e));
          };
    };
  }

  private static Said refused(Manifest.Row row, String reason) {
    return new Said(row, Map.of(), reason, Optional.empty());
  }

  /** How many films were refused, by reason. */
  SortedMap<String, Integer> refusals() {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    said.stream()
        .filter(one -> !one.refusal().isBlank())
        .forEach(one -> reasons.merge(one.refusal(), 1, Integer::sum));
    return reasons;
  }

  /** The pairs by view and site, on a scale. */
  SortedMap<SiteKey, SitePairs> pairs(ScannerScale scale) {
    Map<SiteKey, List<LocalPair>> all = new LinkedHashMap<>();
    for (Said one : said) {
      one.sites()
          .forEach((site, result) ->
              pair(one, result, scale)
                  .ifPresent(pair ->
                      all.computeIfAbsent(
                              new SiteKey(one.row().view(), site), key -> new ArrayList<>())
                          .add(pair)));
    }
    SortedMap<SiteKey, SitePairs> pairs = new TreeMap<>();
    all.forEach((key, list) -> pairs.put(key, SitePairs.of(list)));
    return pairs;
  }

  private static Optional<LocalPair> pair(Said one, SiteResult result, ScannerScale scale) {
    Site site = result.site();
    var density = one.row().densities().measured(site);
    if (density.isEmpty() || pooledApart(result)) {
      return Optional.empty();
    }
    DensityEstimate estimate = result.estimate();
    // Without the error of a conversion: what a site's own pairs say replaces it.
    ScaleConversion stated = ScaleConversion.between(estimate.scale(), scale, site);
    ScaleConversion read = ScaleConversion.between(one.row().scale(), scale, site);
    return Optional.of(
        new LocalPair(
            one.row().subjectId(),
            one.row().image().toString(),
            stated.intercept() + stated.slope() * estimate.mean(),
            stated.slope() * estimate.sd(),
            // A density that no bone has may leave the axis; it must stay to be objected to.
            Math.max(LEAST, read.intercept() + read.slope() * density.getAsDouble()),
            one.features()));
  }

  /** Where vertebrae were left out, the pooled density is theirs and not the network's own. */
  private static boolean pooledApart(SiteResult result) {
    int whole =
        switch (result.site()) {
          case L1_L4 -> 4;
          case L2_L4 -> 3;
          default -> 0;
        };
    return !result.vertebrae().isEmpty() && result.vertebrae().size() != whole;
  }

  /** Films whose pooled spine lacks a vertebra, which therefore do not count for it. */
  int pooledApart() {
    return (int)
        said.stream()
            .filter(one -> one.sites().values().stream().anyMatch(LocalFilms::pooledApart))
            .count();
  }
}
