package org.trabecula.learning.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.packaging.Parent;
import org.trabecula.radiography.View;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** From a site's pairs and a model package to a package that was calibrated at the site. */
public final class LocalCalibration {
  /** Share of refused films beyond which the others are no fair sample of the site's. */
  private static final double MOST_REFUSED = 0.5;

  private final Request request;
  private final Progress progress;

  /**
   * What to calibrate on what.
   *
   * @param manifest file of radiographs with DXA densities
   * @param model folder of the parent package
   * @param out folder of the new package; it must not hold one
   * @param scale on which the new package states densities; the manifest's own if empty
   * @param settings how
   * @param origin what the new package says of itself
   */
  public record Request(
      Path manifest,
      Path model,
      Path out,
      Optional<ScannerScale> scale,
      CalibrationSettings settings,
      Origin origin) {}

  /**
   * What a package says of itself.
   *
   * @param name of the package; the parent's with a word added if empty
   * @param version of the package; the parent's if empty
   * @param commit of the code
   * @param command that makes it again
   */
  public record Origin(
      Optional<String> name, Optional<String> version, String commit, String command) {}

  /** What came of it: a closed choice. */
  public sealed interface Result {
    /** A package was written. */
    record Calibrated(CalibrationReport report) implements Result {}

    /**
     * Nothing was written.
     *
     * @param sentence why
     */
    record Unsuitable(String sentence) implements Result {}
  }

  private LocalCalibration(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Calibrates.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static Result run(Request request, Progress progress) throws IOException {
    return new LocalCalibration(request, progress).run();
  }

  private Result run() throws IOException {
    Parent parent = Parent.read(request.model());
    Manifest all = Manifest.read(request.manifest()).included();
    Manifest usable =
        all.where(row ->
            parent.model().densityModel(row.view()).isPresent()
                && !row.densities().measured().isEmpty());
    if (usable.rows().isEmpty()) {
      return unsuitable(
          "None of the %d radiographs of %s has a DXA density and a view that %s %s reads"
              .formatted(
                  all.rows().size(),
                  request.manifest(),
                  parent.named().name(),
                  parent.named().version()));
    }
    // One subject is one bone: the same films cannot give more than so many.
    int subjects = usable.subjectIds().size();
    if (subjects < Suitability.FEWEST_SUBJECTS) {
      return unsuitable(
          "%s has %d subject%s with a radiograph that is read and a DXA density; a calibration needs %d"
              .formatted(
                  request.manifest(),
                  subjects,
                  subjects == 1 ? "" : "s",
                  Suitability.FEWEST_SUBJECTS));
    }
    return calibrate(parent, usable, films(parent, usable));
  }

  private static Result unsuitable(String what) {
    return new Result.Unsuitable(what + ". Nothing was changed.");
  }

  private LocalFilms films(Parent parent, Manifest usable) throws IOException {
    for (Manifest.Row row : usable.rows()) {
      Path file = usable.resolve(row.image());
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
    }
    boolean asked = request.settings().candidates().contains(Candidate.LAST_LAYER);
    try (Screener screener = Screener.open(request.model(), new ScreenerOptions(1));
        FeatureNetworks features =
            asked
                ? FeatureNetworks.open(request.model(), parent.model())
                : FeatureNetworks.none()) {
      return LocalFilms.screen(screener, features, usable, progress);
    }
  }

  private Result calibrate(Parent parent, Manifest usable, LocalFilms films) throws IOException {
    int refused = films.refusals().values().stream().mapToInt(Integer::intValue).sum();
    if (refused > MOST_REFUSED * films.said().size()) {
      return unsuitable(
          "%d of the %d radiographs of %s were refused (%s): they are not what %s %s reads"
              .formatted(
                  refused,
                  films.said().size(),
                  request.manifest(),
                  films.refusals(),
                  parent.named().name(),
                  parent.named().version()));
    }
    ScannerScale scale = request.scale().orElseGet(() -> commonest(usable));
    SortedMap<SiteKey, SitePairs> pairs = films.pairs(scale);
    SortedMap<SiteKey, String> objections = objections(pairs);
    SortedMap<SiteKey, SitePairs> suited = new TreeMap<>(pairs);
    suited.keySet().removeAll(objections.keySet());
    if (suited.isEmpty()) {
      return unsuitable(
          pairs.isEmpty()
              ? "No density of %s is of a site that was stated".formatted(request.manifest())
              : sentence(leading(pairs, pairs.firstKey().view()), objections));
    }
    SortedMap<SiteKey, SiteOutcome> outcomes = outcomes(parent, suited);
    CalibrationReport report =
        new CalibrationReport(
            new CalibrationReport.Heading(
                parent, usable, request.settings(), scale, request.origin()),
            outcomes,
            objections,
            Reservations.of(parent.model(), usable, films, scale, outcomes));
    CalibratedPackage.write(report, request.out());
    return new Result.Calibrated(report);
  }

  private static String sentence(SiteKey key, Map<SiteKey, String> objections) {
    return "%s %s".formatted(key, objections.getOrDefault(key, "has no pair"));
  }

  /** The scale of most subjects. */
  private static ScannerScale commonest(Manifest manifest) {
    Map<ScannerScale, Long> counts =
        manifest.rows().stream()
            .collect(
                Collectors.groupingBy(
                    Manifest.Row::scale,
                    () -> new EnumMap<>(ScannerScale.class),
                    Collectors.counting()));
    return Arrays.stream(ScannerScale.values())
        .max(
            Comparator.<ScannerScale>comparingLong(s -> counts.getOrDefault(s, 0L))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** Why sites are not calibrated. Where a view's leading site is not, none of the view is. */
  private static SortedMap<SiteKey, String> objections(SortedMap<SiteKey, SitePairs> pairs) {
    SortedMap<SiteKey, String> objections = new TreeMap<>();
    pairs.forEach((key, of) -> Suitability.objection(of).ifPresent(o -> objections.put(key, o)));
    for (View view : View.values()) {
      if (pairs.keySet().stream().anyMatch(key -> key.view() == view)) {
        SiteKey leading = leading(pairs, view);
        if (objections.containsKey(leading)) {
          String why = "goes with %s, which %s".formatted(leading, objections.get(leading));
          pairs.keySet().stream()
              .filter(key -> key.view() == view)
              .forEach(key -> objections.putIfAbsent(key, why));
        }
      }
    }
    return objections;
  }

  /** In view before inferred, then the most subjects, then the pooled and the last of them. */
  private static SiteKey leading(SortedMap<SiteKey, SitePairs> pairs, View view) {
    List<Site> pooled = List.of(Site.L1_L4, Site.TOTAL_HIP);
    return pairs.keySet().stream()
        .filter(key -> key.view() == view)
        .max(
            Comparator.comparing(SiteKey::inView)
                .thenComparing(
                    key -> Optional.ofNullable(pairs.get(key)).map(SitePairs::subjects).orElse(0))
                .thenComparing(key -> pooled.contains(key.site()))
                .thenComparing(SiteKey::site))
        .orElseThrow();
  }

  private SortedMap<SiteKey, SiteOutcome> outcomes(
      Parent parent, SortedMap<SiteKey, SitePairs> suited) {
    SortedMap<SiteKey, SiteOutcome> outcomes = new TreeMap<>();
    for (Map.Entry<SiteKey, SitePairs> entry : suited.entrySet()) {
      SiteKey key = entry.getKey();
      SitePairs pairs = entry.getValue();
      if (!NewCalibration.linear(parent.model(), key)) {
        // A last layer comes before what an earlier calibration has bent: it cannot undo that.
        pairs = pairs.withoutFeatures();
      }
      outcomes.put(key, SiteOutcome.of(pairs, request.settings()));
      progress.at("calibrate", outcomes.size(), suited.size());
    }
    return outcomes;
  }
}
