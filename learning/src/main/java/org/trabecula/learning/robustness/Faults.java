package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.StoredImage;
import org.trabecula.radiography.View;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.Simulator;
import org.trabecula.simulation.Sitter;
import org.trabecula.simulation.decoy.Decoy;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.Distortion;
import org.trabecula.simulation.population.Fracture;
import org.trabecula.simulation.population.Prevalence;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** The faults that are planted. */
final class Faults {
  /**
   * Share of the film's dose that leaves too little: of the protocol's 0.25 to 3 reference doses
   * 0.0006 to 0.0075 µGy are left at the detector, where quantum noise alone is 8 to 29 % of a
   * square millimetre at the field's median and the electronic noise is as large as what passes
   * bone. No department would keep such a film.
   */
  static final double TOO_LITTLE_DOSE = 0.001;

  /** Largest change of a density that leaves it as it was, g/cm². */
  private static final double UNCHANGED = 0.02;

  private Faults() {}

  static List<Fault> of(View view) {
    List<Fault> faults = new ArrayList<>();
    faults.add(
        Fault.refused(
            "titanium drawn in",
            s -> Optional.of(s.sitter().film(Titanium.planted(s.projection()), 0, Retake.SAME))));
    faults.add(
        new Fault(
            "implant over a region", "refused, or the covered regions left out", Faults::implant));
    if (view == View.LUMBAR_AP) {
      faults.add(
          new Fault(
              "fractured vertebra of L1-L4",
              "refused, or a fractured vertebra left out",
              Faults::fracture));
    }
    faults.add(Fault.refused(wrongView(view), s -> Optional.of(otherView(s))));
    faults.add(new Fault("decoy claimed as the view", "refused", Faults::decoy));
    faults.add(Fault.refused("turned by 90 degrees", s -> edited(s, Picture::quarterTurned)));
    faults.add(
        Fault.refused(
            "turned by 180 degrees", s -> edited(s, p -> p.quarterTurned().quarterTurned())));
    faults.add(
        new Fault(
            view == View.LUMBAR_AP ? "cut below L2" : "cut through the middle of the total hip",
            "refused, or nothing stated of what is cut",
            Faults::cut));
    faults.add(
        new Fault(
            "inverted, polarity told wrongly",
            "refused, or corrected to within 0.02 g/cm2",
            Faults::inverted));
    faults.add(
        Fault.refused(
            "dose x0.001",
            s ->
                Optional.of(
                    s.retaken(Retake.exposed(e -> Perturbations.withDose(e, TOO_LITTLE_DOSE))))));
    faults.add(Fault.refused("strong random texture", s -> edited(s, p -> Tones.textured(p, s))));
    faults.add(Fault.refused("solarised", s -> edited(s, p -> Tones.solarised(p, s))));
    return List.copyOf(faults);
  }

  private static Optional<Film> edited(
      Sitting sitting, java.util.function.UnaryOperator<Picture> edit) {
    return Optional.of(Picture.edited(sitting.film(), edit));
  }

  /** The same subject in a cohort where everybody has what distorts; the other draws stay. */
  private static Sitter having(Sitting sitting, Distortion... distortions) {
    Protocol p = sitting.settings().protocol();
    Prevalence prevalence = p.prevalence();
    for (Distortion distortion : distortions) {
      prevalence = prevalence.with(distortion, ByAge.always(1));
    }
    Protocol other = p.named(p.name() + ", distorted").with(prevalence);
    return Sitter.of(sitting.settings().drawnBy(other), sitting.number());
  }

  private static Optional<Fault.Planted> implant(Sitting sitting) {
    Sitter sitter = having(sitting, Distortion.SPINE_IMPLANTS, Distortion.HIP_IMPLANTS);
    Projection projection = sitter.project(sitter.positioning(0));
    Set<Site> hidden = sitter.hidden(projection);
    if (hidden.isEmpty()) {
      return Optional.empty();
    }
    Film film = sitter.film(projection, 0, Retake.SAME);
    return Optional.of(
        new Fault.Planted(
            film,
            sitting.stated(film),
            (first, said) -> said.isRefused() || said.leftOut().containsAll(hidden)));
  }

  private static Optional<Fault.Planted> fracture(Sitting sitting) {
    Sitter sitter = having(sitting, Distortion.FRACTURES);
    Set<Site> broken =
        sitter.subject().degeneration().fractures().stream()
            .map(Fracture::level)
            .flatMap(level -> level.site().stream())
            .collect(Collectors.toSet());
    if (broken.isEmpty()) {
      return Optional.empty();
    }
    Film film = sitter.film(sitter.project(sitter.positioning(0)), 0, Retake.SAME);
    return Optional.of(
        new Fault.Planted(
            film,
            sitting.stated(film),
            (first, said) -> said.isRefused() || broken.stream().anyMatch(said.leftOut()::contains),
            // Wear is drawn as a whole: with a fracture the densities are another person's.
            false));
  }

  private static View other(View view) {
    return view == View.LUMBAR_AP ? View.HIP_AP : View.LUMBAR_AP;
  }

  private static String wrongView(View view) {
    return String.format(Locale.ROOT, "%s film claimed as %s", other(view).code(), view.code());
  }

  /** A film of the other view whose header and user both claim this one. */
  private static Film otherView(Sitting sitting) {
    View shown = other(sitting.view());
    Projection projection = sitting.sitter().project(sitting.sitter().positioning(shown, 0));
    Film film = sitting.sitter().film(projection, 0, Retake.SAME);
    Radiograph.Description known = film.description();
    return film.with(
        new Radiograph.Description(
            known.spacing(),
            Optional.of(sitting.view()),
            known.laterality(),
            known.intent(),
            known.acquisition(),
            known.subject()));
  }

  private static Optional<Fault.Planted> decoy(Sitting sitting) {
    RandomGenerator random = sitting.random("decoy");
    Decoy decoy = Decoy.draw(sitting.settings().pitchMm(), random);
    Film film = Simulator.of(sitting.settings().protocol()).film(decoy, random.nextLong());
    ReadOptions stated =
        new ReadOptions(Optional.of(sitting.view()), OptionalDouble.empty(), Subject.UNKNOWN);
    return Optional.of(new Fault.Planted(film, stated, (first, said) -> said.isRefused(), false));
  }

  /** The field ends above what is measured in part. */
  private static Optional<Fault.Planted> cut(Sitting sitting) {
    boolean spine = sitting.view() == View.LUMBAR_AP;
    RegionMap regions = sitting.projection().regions();
    Places kept = Places.of(regions, RegionMap.bit(spine ? Site.L2 : Site.TOTAL_HIP));
    int end = spine ? kept.bottom() : (kept.top() + kept.bottom()) / 2;
    CollimatedField whole = sitting.projection().field();
    CollimatedField field = Places.within(whole, -1e6, -1e6, end, 1e6);
    List<Site> lost = spine ? List.of(Site.L3, Site.L4) : List.of(Site.TOTAL_HIP);
    Film film = sitting.retaken(Retake.exposed(e -> Perturbations.withField(e, field)));
    return Optional.of(
        new Fault.Planted(
            film,
            sitting.stated(film),
            (first, said) ->
                said.isRefused() || lost.stream().noneMatch(said.densities()::containsKey)));
  }

  /** The values are exchanged and no tag tells. */
  private static Optional<Fault.Planted> inverted(Sitting sitting) {
    StoredImage.Encoding encoding = sitting.film().image().encoding();
    Film film =
        sitting
            .film()
            .with(Picture.of(sitting.film().image()).through(v -> 1 - v).stored(encoding));
    return Optional.of(
        new Fault.Planted(
            film,
            sitting.stated(film),
            (first, said) -> said.isRefused() || unchanged(sitting.view(), first, said)));
  }

  private static boolean unchanged(View view, Said first, Said said) {
    return Sitting.sites(view).stream()
        .allMatch(site -> {
          OptionalDouble was = first.density(site);
          OptionalDouble is = said.density(site);
          return was.isPresent()
              && is.isPresent()
              && Math.abs(was.getAsDouble() - is.getAsDouble()) <= UNCHANGED;
        });
  }
}
