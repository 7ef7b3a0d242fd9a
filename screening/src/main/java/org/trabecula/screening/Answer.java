package org.trabecula.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;

/** Puts together what is said of a film that passed the gate. */
final class Answer {
  private final ModelPackage model;
  private final DensityModel density;
  private final ScreenRequest request;

  Answer(ModelPackage model, DensityModel density, ScreenRequest request) {
    this.model = model;
    this.density = density;
    this.request = request;
  }

  Screening of(ViewFinder.Found found, Measured measured, QualityGate.Verdict verdict) {
    Radiograph film = found.film();
    Subject subject = film.description().subject();
    Estimator estimator = new Estimator(density, model.scale(), request, subject);
    Map<Site, DensityEstimate> estimates = estimator.estimates(measured.output());
    List<RegionMask> masks =
        RegionMask.of(measured.output(), density.regions(), VisibleField.of(measured.canonical()));
    Estimator.Results results = estimator.results(estimates, areas(masks, verdict.exclusions()));
    if (results.sites().values().stream().noneMatch(SiteResult::inView)) {
      return new Screening.Declined(
          film,
          new Refusal(
              Refusal.Reason.UNLIKE_TRAINING,
              "The network gives no density that a bone can have.",
              "Use DXA, or a model that was trained on such films."));
    }
    Map<Site, String> exclusions = new EnumMap<>(Site.class);
    exclusions.putAll(results.leftOut());
    exclusions.putAll(verdict.exclusions());
    List<Reservation> reservations = new ArrayList<>(found.reservations());
    reservations.addAll(known(found));
    reservations.addAll(verdict.reservations());
    reservations.addAll(estimator.reservations(results));
    return new Screening.Estimated(
        film,
        request,
        found.decision(),
        found.canonical(),
        measured.output().mineral(),
        regions(measured, masks, exclusions),
        results.sites(),
        Conclusion.of(results.sites().values()),
        reservations,
        model);
  }

  private static Map<Site, Double> areas(List<RegionMask> masks, Map<Site, String> exclusions) {
    Map<Site, Double> areas = new EnumMap<>(Site.class);
    for (RegionMask mask : masks) {
      if (mask.found() && !exclusions.containsKey(mask.site())) {
        areas.put(mask.site(), mask.areaCm2());
      }
    }
    return areas;
  }

  private static List<RegionResult> regions(
      Measured measured, List<RegionMask> masks, Map<Site, String> exclusions) {
    List<RegionResult> regions = new ArrayList<>();
    for (int i = 0; i < masks.size(); i++) {
      RegionMask mask = masks.get(i);
      if (mask.found()) {
        regions.add(
            new RegionResult(
                mask.site(),
                mask.areaCm2(),
                new Outline.Point(
                    measured.canonical().frame().row(mask.centreRow()),
                    measured.canonical().frame().column(mask.centreColumn())),
                MarchingSquares.outlines(
                    mask.pixels(),
                    measured.output().regions().get(i),
                    measured.canonical().frame()),
                mask.confidence(),
                Optional.ofNullable(exclusions.get(mask.site()))));
      }
    }
    return regions;
  }

  /** What is not known of film and subject. */
  private List<Reservation> known(ViewFinder.Found found) {
    Radiograph.Description known = found.film().description();
    List<Reservation> reservations = new ArrayList<>();
    if (model.synthetic()) {
      add(
          reservations,
          Reservation.Kind.SYNTHETIC_TRAINING,
          "The model was trained on simulated (synthetic) radiographs only.");
    }
    if (known.spacing().isEmpty()) {
      add(
          reservations,
          Reservation.Kind.SPACING_UNKNOWN,
          "The pixel spacing is unknown; sizes are guessed from the field.");
    }
    if (known.subject().ageYears().isEmpty()) {
      add(reservations, Reservation.Kind.AGE_UNKNOWN, "The age is unknown.");
    }
    if (known.subject().sex().isEmpty()) {
      boolean own =
          request.reference().heading().comparison() == ReferencePopulation.Comparison.OWN_SEX;
      add(
          reservations,
          Reservation.Kind.SEX_UNKNOWN,
          own ? "The sex is unknown; there is no T-score." : "The sex is unknown.");
    }
    if (known.intent() == PresentationIntent.FOR_PRESENTATION) {
      add(
          reservations,
          Reservation.Kind.DISPLAY_PROCESSED,
          "The film went through the maker's display processing.");
    }
    return reservations;
  }

  private static void add(List<Reservation> reservations, Reservation.Kind kind, String sentence) {
    reservations.add(new Reservation(kind, sentence));
  }
}
