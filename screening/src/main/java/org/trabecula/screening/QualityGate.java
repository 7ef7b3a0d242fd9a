package org.trabecula.screening;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.Refusal.Reason;
import org.trabecula.radiography.View;

/** Decides from measured findings whether a film is estimated, in part, or refused. */
final class QualityGate {
  /** How close to a region metal counts as in it, in canonical pixels: 4.5 mm. */
  private static final int NEAR_PIXELS = 3;

  /** How far from there metal is still worth a word: 30 mm; further off lie side markers. */
  private static final int BESIDE_PIXELS = 20;

  /** A spine needs two vertebrae: no diagnosis from a single one (ISCD 2023). */
  private static final int FEWEST_VERTEBRAE = 2;

  private final DensityModel model;

  QualityGate(DensityModel model) {
    this.model = model;
  }

  /**
   * What the gate lets pass.
   *
   * @param refusal if nothing passes
   * @param exclusions why a region's density is not used, by region
   * @param reservations to be printed with the result
   */
  record Verdict(
      Optional<Refusal> refusal, Map<Site, String> exclusions, List<Reservation> reservations) {}

  /** Measures a film. */
  GateFindings measure(Radiograph film, CanonicalView view, NetworkOutput output) {
    VisibleField field = VisibleField.of(view);
    List<RegionMask> masks = RegionMask.of(output, model.regions(), field);
    Map<Site, Map<GateCheck, Double>> regions = new EnumMap<>(Site.class);
    BitSet near = new BitSet(ModelInput.IMAGE_SIZE);
    BitSet seen = MetalSeen.of(output, field);
    Map<Site, Double> suspicions = suspicions(masks, output, view);
    for (RegionMask mask : masks) {
      Map<GateCheck, Double> measured = measure(mask, field, seen);
      Double suspicion = suspicions.get(mask.site());
      if (suspicion != null) {
        measured.put(GateCheck.FRACTURE, suspicion);
      }
      regions.put(mask.site(), measured);
      near.or(mask.pixels());
    }
    Metal metal = Metal.of(film, view, output, model.view());
    BitSet close = Components.grown(near, NEAR_PIXELS);
    BitSet beside = Components.grown(close, BESIDE_PIXELS);
    beside.andNot(close);
    Map<GateCheck, Double> values = new EnumMap<>(GateCheck.class);
    values.put(GateCheck.ARRANGEMENT, PlausibleAnatomy.arrangementExcess(model.view(), masks));
    values.put(GateCheck.SATURATION, Exposure.saturation(film, view.field()));
    values.put(GateCheck.GRAIN, Exposure.grain(view));
    values.put(GateCheck.METAL, metal.cm2Within(close));
    values.put(GateCheck.DISTANCE, model.features().distance(output.features()));
    return new GateFindings(values, regions, metal.and(seen).cm2Within(beside));
  }

  /** Metal on a film: large parts as canonical pixels, small ones by their own area. */
  private record Metal(BitSet parts, ClipFinder.Clips clips) {
    static Metal of(Radiograph film, CanonicalView view, NetworkOutput output, View shown) {
      BitSet parts = MetalFinder.find(view, shown);
      output.metal().ifPresent(seen -> parts.or(MetalFinder.find(view, shown, seen)));
      return new Metal(parts, ClipFinder.find(film, view));
    }

    Metal and(BitSet others) {
      BitSet all = (BitSet) parts.clone();
      all.or(others);
      return new Metal(all, clips);
    }

    double cm2Within(BitSet place) {
      BitSet large = (BitSet) parts.clone();
      large.and(place);
      BitSet small = clips.pixels();
      small.and(place);
      small.andNot(large);
      return large.cardinality() * RegionMask.PIXEL_CM2 + small.cardinality() * clips.cm2PerPixel();
    }
  }

  private static Map<GateCheck, Double> measure(
      RegionMask mask, VisibleField field, BitSet metalSeen) {
    Map<GateCheck, Double> values = new EnumMap<>(GateCheck.class);
    values.put(GateCheck.UNSURENESS, 1 - mask.confidence());
    values.put(GateCheck.AREA, PlausibleAnatomy.areaExcess(mask.site(), mask.areaCm2()));
    values.put(GateCheck.BORDER, mask.borderShare(field));
    BitSet metal = Components.grown(mask.pixels(), NEAR_PIXELS);
    metal.and(metalSeen);
    values.put(GateCheck.METAL_SEEN, metal.cardinality() * RegionMask.PIXEL_CM2);
    return values;
  }

  private Map<Site, Double> suspicions(
      List<RegionMask> masks, NetworkOutput output, CanonicalView view) {
    FractureSigns signs = model.fractures();
    Map<Site, Double> suspicions = new EnumMap<>(Site.class);
    if (signs.known()) {
      List<double[]> patches = VertebraPatches.of(masks, output.mineral(), view);
      for (int i = 0; i < patches.size(); i++) {
        double score = signs.score(i, patches.get(i)) / signs.limit();
        suspicions.put(masks.get(i).site(), Math.max(0, score));
      }
    }
    return suspicions;
  }

  /** Judges the findings under the model's limits. */
  Verdict judge(GateFindings findings) {
    Map<Site, String> exclusions = exclusions(findings);
    Optional<Refusal> refusal =
        exposure(findings)
            .or(() -> metal(findings))
            .or(() -> regions(findings, exclusions))
            .or(() -> arrangement(findings))
            .or(() -> likeness(findings));
    List<Reservation> reservations = new ArrayList<>();
    exclusions.forEach((site, why) ->
        reservations.add(
            new Reservation(
                Reservation.Kind.REGION_EXCLUDED,
                "%s is left out: %s.".formatted(site.label(), why))));
    if (findings.worst(GateCheck.METAL) > 0 || findings.worst(GateCheck.METAL_SEEN) > 0) {
      reservations.add(
          new Reservation(
              Reservation.Kind.METAL_NEARBY,
              "Something small like metal, such as a clip, lies in or beside a measured region."));
    } else if (findings.metalBesideCm2() > 0) {
      reservations.add(
          new Reservation(
              Reservation.Kind.METAL_NEARBY,
              "Something like metal lies near the measured regions, but not in them."));
    }
    return new Verdict(refusal, exclusions, reservations);
  }

  private boolean fails(GateFindings findings, GateCheck check) {
    double worst = findings.worst(check);
    // What cannot be stays so, however far a calibration widened the limit.
    return worst > model.gate().of(check) || worst >= PlausibleAnatomy.IMPOSSIBLE;
  }

  private Optional<Refusal> exposure(GateFindings findings) {
    if (fails(findings, GateCheck.SATURATION)) {
      return refuse(
          Reason.BAD_EXPOSURE,
          "%.0f %% of the field's centre is pure black or white"
              .formatted(100 * findings.worst(GateCheck.SATURATION)),
          "Take the film again, or export it without a narrow window.");
    }
    return fails(findings, GateCheck.GRAIN)
        ? Optional.of(Exposure.drowned(findings.worst(GateCheck.GRAIN)))
        : Optional.empty();
  }

  private Optional<Refusal> metal(GateFindings findings) {
    String advice = "Measure another site, or use DXA.";
    double limit = model.gate().of(GateCheck.METAL_SEEN);
    if (fails(findings, GateCheck.METAL_SEEN)) {
      List<String> where =
          model.regions().stream()
              .filter(site -> findings.of(site, GateCheck.METAL_SEEN) > limit)
              .map(site ->
                  String.format(
                      ROOT,
                      "%.1f cm2 of %s",
                      findings.of(site, GateCheck.METAL_SEEN),
                      site.label()))
              .toList();
      return refuse(Reason.METAL, "Metal covers " + String.join(", ", where), advice);
    }
    return fails(findings, GateCheck.METAL)
        ? refuse(
            Reason.METAL,
            String.format(
                ROOT,
                "Metal covers %.1f cm2 of the measured regions",
                findings.worst(GateCheck.METAL)),
            advice)
        : Optional.empty();
  }

  private Map<Site, String> exclusions(GateFindings findings) {
    Map<Site, String> exclusions = new EnumMap<>(Site.class);
    for (Site site : model.regions()) {
      GateLimits limits = model.gate();
      if (findings.of(site, GateCheck.AREA) >= PlausibleAnatomy.IMPOSSIBLE) {
        exclusions.put(site, "it was not found");
      } else if (findings.of(site, GateCheck.BORDER) > limits.of(GateCheck.BORDER)) {
        exclusions.put(site, "the field's border cuts it");
      } else if (findings.of(site, GateCheck.UNSURENESS) > limits.of(GateCheck.UNSURENESS)) {
        exclusions.put(site, "its outline is uncertain");
      } else if (findings.of(site, GateCheck.AREA) > limits.of(GateCheck.AREA)) {
        exclusions.put(site, "its area is not that of such a region");
      } else if (findings.of(site, GateCheck.FRACTURE) > limits.of(GateCheck.FRACTURE)) {
        exclusions.put(site, "it looks fractured, which should be looked into");
      }
    }
    return exclusions;
  }

  private Optional<Refusal> regions(GateFindings findings, Map<Site, String> exclusions) {
    List<Site> left =
        model.regions().stream().filter(site -> !exclusions.containsKey(site)).toList();
    boolean enough =
        switch (model.view()) {
          case LUMBAR_AP -> left.size() >= FEWEST_VERTEBRAE;
          case HIP_AP -> left.contains(Site.FEMORAL_NECK) || left.contains(Site.TOTAL_HIP);
        };
    if (enough) {
      return Optional.empty();
    }
    List<String> causes = new ArrayList<>();
    exclusions.forEach((site, why) -> causes.add(site.label() + ": " + why));
    boolean cut =
        model.regions().stream()
            .anyMatch(site ->
                findings.of(site, GateCheck.BORDER) > model.gate().of(GateCheck.BORDER)
                    || findings.of(site, GateCheck.AREA) >= PlausibleAnatomy.IMPOSSIBLE);
    return refuse(
        cut ? Reason.REGION_OUTSIDE_FIELD : Reason.UNLIKE_TRAINING,
        "Too few regions can be measured (" + String.join("; ", causes) + ")",
        model.view() == View.LUMBAR_AP
            ? "Take a frontal film of the spine that shows T12 to the pelvis."
            : "Take a frontal film of the hip that shows the femoral head to below the lesser"
                + " trochanter.");
  }

  private Optional<Refusal> arrangement(GateFindings findings) {
    return fails(findings, GateCheck.ARRANGEMENT)
        ? refuse(
            Reason.WRONG_ANATOMY,
            "What was taken for the regions is not arranged as in a "
                + (model.view() == View.LUMBAR_AP ? "lumbar spine" : "hip"),
            "Check that this is a frontal film of the lumbar spine or the hip.")
        : Optional.empty();
  }

  private Optional<Refusal> likeness(GateFindings findings) {
    return fails(findings, GateCheck.DISTANCE)
        ? refuse(
            Reason.UNLIKE_TRAINING,
            String.format(
                ROOT,
                "The film is unlike all that the model was trained on (distance %.1f, limit %.1f)",
                findings.worst(GateCheck.DISTANCE),
                model.gate().of(GateCheck.DISTANCE)),
            "Use DXA, or a model that was trained on such films.")
        : Optional.empty();
  }

  static Optional<Refusal> refuse(Reason reason, String what, String advice) {
    return Optional.of(new Refusal(reason, what + ".", advice));
  }
}
