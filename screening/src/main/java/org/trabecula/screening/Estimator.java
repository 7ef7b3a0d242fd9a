package org.trabecula.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.RegionScores;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.SpineRule;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;

/** Turns what the network says into calibrated, scored and judged results per site. */
final class Estimator {
  /** Densities that a bone can have, g/cm²; NHANES has 0.42 to 1.90 for whole spines. */
  private static final double LEAST = 0.05;

  private static final double MOST = 3;

  private final DensityModel model;
  private final ScannerScale scale;
  private final ScreenRequest request;
  private final Subject subject;

  Estimator(DensityModel model, ScannerScale scale, ScreenRequest request, Subject subject) {
    this.model = model;
    this.scale = scale;
    this.request = request;
    this.subject = subject;
  }

  /** Returns the calibrated estimates of all sites of the model that a bone can have. */
  Map<Site, DensityEstimate> estimates(NetworkOutput output) {
    Map<Site, DensityEstimate> estimates = new EnumMap<>(Site.class);
    model
        .sites()
        .forEach((site, calibration) -> {
          double mean = calibration.mean(output.mean(site));
          if (mean >= LEAST && mean <= MOST) {
            estimates.put(
                site, calibration.estimate(site, output.mean(site), output.sd(site), scale));
          }
        });
    return estimates;
  }

  /**
   * What is stated of a film.
   *
   * @param sites the results
   * @param leftOut vertebrae that do not count in the pooled spine, and why
   */
  record Results(Map<Site, SiteResult> sites, Map<Site, String> leftOut) {}

  /** Returns the results of all sites that can be stated with these regions, by their areas. */
  Results results(Map<Site, DensityEstimate> estimates, Map<Site, Double> areas) {
    Map<Site, SiteResult> results = new EnumMap<>(Site.class);
    estimates.forEach((site, estimate) -> {
      if (site.isLumbar() != (model.view() == View.LUMBAR_AP)) {
        results.put(site, result(estimate, OptionalDouble.empty(), List.of()));
      } else if (areas.containsKey(site)) {
        results.put(site, result(estimate, area(List.of(site), areas), List.of()));
      }
    });
    if (model.view() != View.LUMBAR_AP) {
      return new Results(results, Map.of());
    }
    Map<Site, String> leftOut = unlikeNeighbours(results);
    List<Site> counting =
        Site.VERTEBRAE.stream()
            .filter(v -> results.containsKey(v) && !leftOut.containsKey(v))
            .toList();
    for (Site pooled : List.of(Site.L1_L4, Site.L2_L4)) {
      pooled(pooled, estimates, areas, counting).ifPresent(r -> results.put(pooled, r));
    }
    return new Results(results, leftOut);
  }

  /** Vertebrae that the spine rule leaves out; none where the reference has no scores for them. */
  private static Map<Site, String> unlikeNeighbours(Map<Site, SiteResult> results) {
    Map<Site, Double> scores = new EnumMap<>(Site.class);
    for (Site vertebra : Site.VERTEBRAE) {
      Optional.ofNullable(results.get(vertebra))
          .flatMap(result -> result.scores().tScore())
          .ifPresent(score -> scores.put(vertebra, score.value()));
    }
    Map<Site, String> leftOut = new EnumMap<>(Site.class);
    for (SpineRule.LeftOut out : SpineRule.select(scores).leftOut()) {
      if (out.reason() == SpineRule.Reason.UNLIKE_NEIGHBOURS) {
        leftOut.put(out.vertebra(), out.reason().label());
      }
    }
    return leftOut;
  }

  /**
   * The pooled spine: the network's own where all vertebrae count; otherwise content over area of
   * those left, with errors taken to go together, which is the cautious assumption.
   */
  private Optional<SiteResult> pooled(
      Site site,
      Map<Site, DensityEstimate> estimates,
      Map<Site, Double> areas,
      List<Site> counting) {
    List<Site> all = Site.VERTEBRAE.subList(site == Site.L1_L4 ? 0 : 1, Site.VERTEBRAE.size());
    List<Site> left = all.stream().filter(counting::contains).toList();
    if (left.size() < SpineRule.LEAST_VERTEBRAE) {
      return Optional.empty();
    }
    OptionalDouble area = area(left, areas);
    DensityEstimate whole = estimates.get(site);
    if (left.equals(all) && whole != null) {
      return Optional.of(result(whole, area, left));
    }
    double mean = 0;
    double sd = 0;
    for (Site vertebra : left) {
      double share = areas.getOrDefault(vertebra, 0.0) / area.orElseThrow();
      DensityEstimate estimate = estimates.get(vertebra);
      if (estimate != null) {
        mean += share * estimate.mean();
        sd += share * estimate.sd();
      }
    }
    return Optional.of(result(SiteCalibration.stated(site, mean, sd, scale), area, left));
  }

  private SiteResult result(DensityEstimate estimate, OptionalDouble area, List<Site> vertebrae) {
    return new SiteResult(
        RegionScores.of(estimate, request.reference(), subject),
        request.policy().judge(estimate, request.reference(), subject),
        area.isPresent(),
        area,
        vertebrae);
  }

  private static OptionalDouble area(List<Site> sites, Map<Site, Double> areas) {
    return OptionalDouble.of(sites.stream().mapToDouble(s -> areas.getOrDefault(s, 0.0)).sum());
  }

  /** What a reader must know of these results. */
  List<Reservation> reservations(Results results) {
    List<Reservation> reservations = new ArrayList<>();
    results.leftOut.forEach((vertebra, why) ->
        reservations.add(
            new Reservation(
                Reservation.Kind.REGION_EXCLUDED,
                "%s is left out of the pooled spine: %s.".formatted(vertebra.label(), why))));
    if (model.view() == View.LUMBAR_AP && !results.sites.containsKey(Site.L1_L4)) {
      reservations.add(
          new Reservation(
              Reservation.Kind.REGION_EXCLUDED,
              "Fewer than two vertebrae count: nothing is stated of the spine as a whole."));
    }
    List<String> inferred = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    results.sites.forEach((site, result) -> {
      if (!result.inView()) {
        inferred.add(site.label());
      }
      SiteCalibration calibration = model.sites().get(site);
      if (calibration != null && !calibration.trained(result.estimate().mean())) {
        beyond.add(site.label());
      }
    });
    if (!inferred.isEmpty()) {
      reservations.add(
          new Reservation(
              Reservation.Kind.NOT_IN_VIEW,
              "Not on this film, inferred from the rest of it: "
                  + String.join(", ", inferred)
                  + "."));
    }
    if (!beyond.isEmpty()) {
      reservations.add(
          new Reservation(
              Reservation.Kind.BEYOND_TRAINING,
              "Outside the densities that the model was trained on: "
                  + String.join(", ", beyond)
                  + "."));
    }
    return reservations;
  }
}
