package org.trabecula.learning.calibration;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.learning.data.Progress;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;

/**
 * What a calibration is worth by the number of pairs: drawn many times from a pool of a site's
 * subjects, and judged each time by the same other subjects of the site. Films are screened once.
 */
public final class CalibrationCurve {
  /** An excess error below this is none to be removed, g/cm2. */
  private static final double LEAST_EXCESS = 0.001;

  private final Request request;
  private final Progress progress;

  /**
   * What to measure.
   *
   * @param pool manifest to draw pairs from
   * @param test manifest of other subjects of the site
   * @param home manifest of subjects like those that the model was trained on
   * @param model folder of the package
   * @param counts of subjects to draw
   * @param draws at each count
   * @param settings of the calibrations
   */
  public record Request(
      Path pool,
      Path test,
      Path home,
      Path model,
      List<Integer> counts,
      int draws,
      CalibrationSettings settings) {
    public Request {
      counts = List.copyOf(counts);
      if (draws < 2 || counts.stream().anyMatch(n -> n < Suitability.FEWEST_SUBJECTS)) {
        throw new IllegalArgumentException(
            "%d draws of %s subjects: at least 2 draws and %d subjects"
                .formatted(draws, counts, Suitability.FEWEST_SUBJECTS));
      }
    }
  }

  /** The three cohorts by view and site. */
  private record Cohorts(
      SortedMap<SiteKey, SitePairs> pool,
      SortedMap<SiteKey, SitePairs> test,
      SortedMap<SiteKey, SitePairs> home) {}

  private CalibrationCurve(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Measures, and returns a table as Markdown.
   *
   * @throws IOException if a file cannot be read
   */
  public static String run(Request request, Progress progress) throws IOException {
    return new CalibrationCurve(request, progress).run();
  }

  private String run() throws IOException {
    boolean tuning = request.settings().candidates().contains(Candidate.LAST_LAYER);
    Cohorts cohorts;
    try (Screener screener = Screener.open(request.model(), new ScreenerOptions(1));
        FeatureNetworks features =
            tuning
                ? FeatureNetworks.open(request.model(), ModelPackage.read(request.model()))
                : FeatureNetworks.none()) {
      cohorts =
          new Cohorts(
              pairs(screener, features, request.pool()),
              pairs(screener, features, request.test()),
              pairs(screener, features, request.home()));
    }
    Formatter text = new Formatter(ROOT);
    text.format(
        "| site | pairs | MAE before | home | after | excess removed | of what a line can remove"
            + " | coverage | chosen |\n|---|---|---|---|---|---|---|---|---|\n");
    long done = 0;
    for (SiteKey key : cohorts.pool().keySet()) {
      for (int count : request.counts()) {
        if (cohorts.test().containsKey(key) && cohorts.home().containsKey(key)) {
          point(key, count, cohorts).row(text);
        }
        progress.at("draw", ++done, (long) cohorts.pool().size() * request.counts().size());
      }
    }
    return text.toString();
  }

  private SortedMap<SiteKey, SitePairs> pairs(
      Screener screener, FeatureNetworks features, Path file) throws IOException {
    Manifest manifest =
        Manifest.read(file).where(r -> r.included() && !r.densities().measured().isEmpty());
    ScannerScale scale = screener.model().scale();
    return LocalFilms.screen(screener, features, manifest, progress).pairs(scale);
  }

  /** One site and one number of pairs. */
  private Point point(SiteKey key, int count, Cohorts cohorts) {
    SitePairs pool = of(cohorts.pool(), key);
    SitePairs test = of(cohorts.test(), key);
    List<Double> after = new ArrayList<>();
    List<Double> coverage = new ArrayList<>();
    Map<Candidate, Integer> chosen = new EnumMap<>(Candidate.class);
    for (int draw = 0; draw < request.draws(); draw++) {
      SiteFit fit = SiteFit.of(drawn(pool, count, draw), request.settings());
      after.add(error(test, fit.correction()));
      coverage.add(test.mean(pair -> SiteOutcome.stated(fit, pair).holds() ? 1 : 0));
      chosen.merge(fit.candidate(), 1, Integer::sum);
    }
    return new Point(
        key,
        count,
        new Errors(
            error(test, Correction.Curve.IDENTITY),
            error(of(cohorts.home(), key), Correction.Curve.IDENTITY),
            error(test, Candidate.LINE.fit(pool))),
        after,
        coverage,
        chosen);
  }

  private static SitePairs of(SortedMap<SiteKey, SitePairs> all, SiteKey key) {
    return all.getOrDefault(key, SitePairs.of(List.of()));
  }

  private static double error(SitePairs pairs, Correction correction) {
    return pairs.mean(pair -> Math.abs(correction.mean(pair) - pair.truth()));
  }

  /** The next subjects of the pool in an order that is shuffled whenever it has come to its end. */
  private SitePairs drawn(SitePairs pool, int count, int draw) {
    List<String> ids = new ArrayList<>(pool.subjectIds());
    int rounds = Math.max(1, ids.size() / count);
    Collections.shuffle(ids, new Random(request.settings().seed() + draw / rounds));
    int from = draw % rounds * Math.min(count, ids.size());
    Set<String> taken = Set.copyOf(ids.subList(from, Math.min(ids.size(), from + count)));
    return pool.ofSubjects(taken::contains);
  }

  /**
   * Mean absolute errors that others are measured by, g/cm2.
   *
   * @param before of the parent at the site
   * @param home of the parent at home
   * @param line at the site after a line fitted to the whole pool
   */
  private record Errors(double before, double home, double line) {}

  /** What many draws gave. */
  private record Point(
      SiteKey key,
      int count,
      Errors errors,
      List<Double> after,
      List<Double> coverage,
      Map<Candidate, Integer> chosen) {
    void row(Formatter text) {
      Map<String, Integer> labels = new LinkedHashMap<>();
      chosen.forEach((candidate, times) -> labels.put(candidate.label(), times));
      text.format(
          "| %s | %d | %.4f | %.4f | %s | %s | %s | %s | %s |\n",
          key,
          count,
          errors.before,
          errors.home,
          text(after, 4),
          share(errors.home),
          share(errors.line),
          text(coverage, 3),
          labels);
    }

    private String share(double floor) {
      double before = errors.before;
      if (before - floor < LEAST_EXCESS) {
        return "no excess";
      }
      return text(after.stream().map(a -> (before - a) / (before - floor)).toList(), 2);
    }

    /** The mean over draws with its 95 % interval. */
    private static String text(List<Double> values, int decimals) {
      double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
      double mean = Moments.mean(all);
      double half =
          Quantiles.student(0.95, all.length - 1.0)
              * Moments.standardDeviation(all)
              / Math.sqrt(all.length);
      String number = "%." + decimals + "f";
      return String.format(
          ROOT, number + " (" + number + " to " + number + ")", mean, mean - half, mean + half);
    }
  }
}
