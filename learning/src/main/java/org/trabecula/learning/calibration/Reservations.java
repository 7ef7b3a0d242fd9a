package org.trabecula.learning.calibration;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelPackage;
import org.trabecula.validation.Statistic;

/** What a reader of a calibration must know of its pairs. */
final class Reservations {
  /** Below so many subjects a 90 % interval's own coverage scatters by more than 3 points. */
  private static final int FEW = 100;

  /** A mean difference that is looked at more closely, g/cm2. */
  private static final double SUSPECT = 0.08;

  private static final List<Site> LEADING = List.of(Site.L1_L4, Site.L2_L4, Site.TOTAL_HIP);

  private Reservations() {}

  static List<String> of(
      ModelPackage model,
      Manifest manifest,
      LocalFilms films,
      ScannerScale scale,
      SortedMap<SiteKey, SiteOutcome> outcomes) {
    SortedMap<SiteKey, SitePairs> calibrated = new TreeMap<>();
    outcomes.forEach((key, outcome) -> calibrated.put(key, outcome.pairs()));
    List<String> all = new ArrayList<>();
    outcomes.forEach((key, outcome) -> worse(key, outcome.gain()).ifPresent(all::add));
    sexes(manifest, all);
    scales(manifest, scale, all);
    calibrated.forEach((key, pairs) -> wrongScale(key, pairs, scale).ifPresent(all::add));
    few(calibrated, all);
    films(films, all);
    views(model, calibrated, all);
    return List.copyOf(all);
  }

  /** A change that the outer folds find to be for the worse beyond chance. */
  static Optional<String> worse(SiteKey key, Statistic gain) {
    return gain.known()
        .filter(estimate -> estimate.high() < 0)
        .map(estimate ->
            String.format(
                ROOT,
                "Of %s what was chosen on part of the subjects did worse on the others than no change"
                    + " (gain %s g/cm2): too few pairs for its correction; keep the parent, or add"
                    + " pairs.",
                key,
                estimate.text(4)));
  }

  private static void few(SortedMap<SiteKey, SitePairs> calibrated, List<String> all) {
    int fewest = calibrated.values().stream().mapToInt(SitePairs::subjects).min().orElse(0);
    if (fewest < FEW) {
      all.add(
          String.format(
              ROOT,
              "With %d subjects the coverage of the 90 %% intervals itself is uncertain by about"
                  + " %.0f points (standard deviation).",
              fewest,
              100 * Math.sqrt(0.09 / (fewest + 2.0))));
    }
  }

  private static void films(LocalFilms films, List<String> all) {
    Map<String, Integer> refusals = films.refusals();
    if (!refusals.isEmpty()) {
      all.add("Radiographs that were refused and do not count: " + refusals + ".");
    }
    if (films.pooledApart() > 0) {
      all.add(
          "Radiographs of which a vertebra was left out, so that they do not count for the pooled spine: %d."
              .formatted(films.pooledApart()));
    }
  }

  private static void views(
      ModelPackage model, SortedMap<SiteKey, SitePairs> calibrated, List<String> all) {
    String without =
        Arrays.stream(View.values())
            .filter(view -> model.densityModel(view).isPresent())
            .filter(view -> calibrated.keySet().stream().noneMatch(key -> key.view() == view))
            .map(View::code)
            .collect(Collectors.joining(", "));
    if (!without.isEmpty()) {
      all.add("Of films of these views nothing was calibrated: " + without + ".");
    }
    String inferred =
        calibrated.keySet().stream()
            .filter(key -> !key.inView())
            .map(SiteKey::toString)
            .collect(Collectors.joining(", "));
    if (!inferred.isEmpty()) {
      all.add("Not on these films, inferred from the rest of them: " + inferred + ".");
    }
  }

  /**
   * A difference that another maker's scale would explain: the commonest slip of such a table.
   * Asked of the sites in view that a reader looks at first.
   */
  static Optional<String> wrongScale(SiteKey key, SitePairs pairs, ScannerScale scale) {
    if (!key.inView() || !LEADING.contains(key.site())) {
      return Optional.empty();
    }
    double truth = pairs.mean(LocalPair::truth);
    double bias = pairs.mean(LocalPair::mean) - truth;
    return Arrays.stream(ScannerScale.values())
        .filter(other -> other != scale)
        .filter(other -> {
          double read = ScaleConversion.between(other, scale, key.site()).apply(truth).density();
          return Math.abs(bias) > SUSPECT && Math.abs(bias + truth - read) < Math.abs(bias) / 2;
        })
        .findFirst()
        .map(other ->
            String.format(
                ROOT,
                "%s differs from DXA by %+.3f g/cm2 in the mean, about as %s differs from %s: check"
                    + " the scale of the pairs.",
                key,
                bias,
                scale,
                other));
  }

  private static void sexes(Manifest manifest, List<String> all) {
    Set<Sex> sexes = new TreeSet<>();
    manifest.rows().forEach(row -> row.subject().sex().ifPresent(sexes::add));
    if (sexes.isEmpty()) {
      all.add("The sex of no subject is known.");
    } else if (sexes.size() == 1) {
      all.add(
          "All subjects of known sex are %s: of the other sex nothing was seen."
              .formatted(sexes.contains(Sex.FEMALE) ? "women" : "men"));
    }
  }

  private static void scales(Manifest manifest, ScannerScale scale, List<String> all) {
    Set<ScannerScale> others = new TreeSet<>();
    manifest.rows().stream().map(Manifest.Row::scale).filter(s -> s != scale).forEach(others::add);
    if (!others.isEmpty()) {
      all.add(
          "DXA densities on the scale %s were converted to %s; the published equations err by 4 to 7 %% for one person."
              .formatted(others.stream().map(Enum::name).collect(Collectors.joining(", ")), scale));
    }
  }
}
