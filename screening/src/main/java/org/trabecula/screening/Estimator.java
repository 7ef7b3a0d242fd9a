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
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;

/** Turns what the network says into calibrated, scored and judged results per site. */
final class Estimator {
  /** Densities that a bone can have, g/cm²; NHANES has 0.42 to 1.90 for whole spines. */
  private static final double LEAST = 0.05;

  private static final double MOST = 3;
  private static final double LEVEL = 0.90;
  private static final int FEWEST_VERTEBRAE = 2;

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
            estimates.put(site, estimate(site, mean, calibration.sd(output.sd(site))));
          }
        });
    return estimates;
  }

  private DensityEstimate estimate(Site site, double mean, double sd) {
    double half = SiteCalibration.NORMAL_90 * sd;
    return new DensityEstimate(site, mean, sd, Math.max(0, mean - half), mean + half, LEVEL, scale);
  }

  /** Returns the results of all sites that can be stated with these regions. */
  Map<Site, SiteResult> results(Map<Site, DensityEstimate> estimates, List<RegionResult> regions) {
    Map<Site, RegionResult> usable = new EnumMap<>(Site.class);
    for (RegionResult region : regions) {
      if (region.exclusion().isEmpty()) {
        usable.put(region.site(), region);
      }
    }
    Map<Site, SiteResult> results = new EnumMap<>(Site.class);
    for (Site site : estimates.keySet()) {
      result(site, estimates, usable).ifPresent(result -> results.put(site, result));
    }
    return results;
  }

  private Optional<SiteResult> result(
      Site site, Map<Site, DensityEstimate> estimates, Map<Site, RegionResult> usable) {
    Optional<DensityEstimate> estimate = Optional.ofNullable(estimates.get(site));
    if (site.isLumbar() != (model.view() == View.LUMBAR_AP)) {
      return estimate.map(e -> result(e, OptionalDouble.empty(), List.of()));
    }
    if (site == Site.L1_L4 || site == Site.L2_L4) {
      return pooled(site, estimates, usable);
    }
    return estimate
        .filter(e -> usable.containsKey(site))
        .map(e -> result(e, area(List.of(site), usable), List.of()));
  }

  /**
   * The pooled spine: the network's own where all vertebrae count; otherwise content over area of
   * those left, with errors taken to go together, which is the cautious assumption.
   */
  private Optional<SiteResult> pooled(
      Site site, Map<Site, DensityEstimate> estimates, Map<Site, RegionResult> usable) {
    List<Site> all = Site.VERTEBRAE.subList(site == Site.L1_L4 ? 0 : 1, 4);
    List<Site> left =
        all.stream().filter(v -> usable.containsKey(v) && estimates.containsKey(v)).toList();
    if (left.size() < FEWEST_VERTEBRAE) {
      return Optional.empty();
    }
    OptionalDouble area = area(left, usable);
    DensityEstimate whole = estimates.get(site);
    if (left.equals(all) && whole != null) {
      return Optional.of(result(whole, area, left));
    }
    double content = 0;
    double spread = 0;
    for (Site vertebra : left) {
      double share = areaOf(vertebra, usable) / area.orElseThrow();
      DensityEstimate estimate = estimates.get(vertebra);
      if (estimate != null) {
        content += share * estimate.mean();
        spread += share * estimate.sd();
      }
    }
    return Optional.of(result(estimate(site, content, spread), area, left));
  }

  private SiteResult result(DensityEstimate estimate, OptionalDouble area, List<Site> vertebrae) {
    return new SiteResult(
        RegionScores.of(estimate, request.reference(), subject),
        request.policy().judge(estimate, request.reference(), subject),
        area.isPresent(),
        area,
        vertebrae);
  }

  private static OptionalDouble area(List<Site> sites, Map<Site, RegionResult> usable) {
    double sum = 0;
    for (Site site : sites) {
      sum += areaOf(site, usable);
    }
    return OptionalDouble.of(sum);
  }

  private static double areaOf(Site site, Map<Site, RegionResult> usable) {
    return Optional.ofNullable(usable.get(site)).map(RegionResult::areaCm2).orElse(0.0);
  }

  /** What a reader must know of these results. */
  List<Reservation> reservations(Map<Site, SiteResult> results) {
    List<Reservation> reservations = new ArrayList<>();
    List<String> inferred = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    results.forEach((site, result) -> {
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
