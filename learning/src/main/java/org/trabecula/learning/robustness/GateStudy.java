package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.population.Fracture;
import org.trabecula.simulation.population.Level;
import org.trabecula.validation.Statistic;

/** Whether films that should not pass do not, and whether good films do. */
final class GateStudy {
  /** Least share of each fault that has to be caught. */
  static final double LEAST_CAUGHT = 0.95;

  /** Largest share of good films that may be refused. */
  static final double MOST_REFUSED = 0.05;

  private static final String NONE = "none";

  private GateStudy() {}

  /**
   * A film with a fault.
   *
   * @param fault its name
   * @param caught whether it was caught
   * @param refusal reason, if the film was refused
   * @param change of the first site's density from that of the first film, g/cm², if both have one
   */
  record Trial(String fault, boolean caught, Optional<String> refusal, OptionalDouble change) {}

  /**
   * One subject's films.
   *
   * @param good whether the first film has no fault: no fracture of a measured vertebra, no metal
   * @param first what was said of it
   * @param trials films with faults
   */
  record Films(boolean good, Said first, List<Trial> trials) {}

  static Films of(Session session) {
    List<Trial> trials = new ArrayList<>();
    for (Fault fault : Faults.of(session.view())) {
      fault
          .plants()
          .apply(session.sitting())
          .ifPresent(p -> trials.add(trial(session, fault.name(), p)));
    }
    boolean broken =
        session.sitting().sitter().subject().degeneration().fractures().stream()
            .map(Fracture::level)
            .anyMatch(Level::measured);
    boolean good =
        session.sitting().sitter().hidden(session.sitting().projection()).isEmpty()
            && (session.view() == View.HIP_AP || !broken);
    return new Films(good, session.said(), trials);
  }

  private static Trial trial(Session session, String name, Fault.Planted planted) {
    Said said = session.screen(planted.film(), planted.stated());
    Site site = Sitting.sites(session.view()).getFirst();
    OptionalDouble was = session.said().density(site);
    OptionalDouble is = said.density(site);
    return new Trial(
        name,
        planted.caught().test(session.said(), said),
        said.refusal().map(GateStudy::words),
        planted.alike() && was.isPresent() && is.isPresent()
            ? OptionalDouble.of(is.getAsDouble() - was.getAsDouble())
            : OptionalDouble.empty());
  }

  private static String words(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Table faults(View view, List<Films> subjects) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Fault fault : Faults.of(view)) {
      List<Trial> trials =
          subjects.stream()
              .flatMap(s -> s.trials.stream())
              .filter(t -> t.fault.equals(fault.name()))
              .toList();
      rows.add(row(fault, trials));
    }
    return new Table(
        "Quality gate: planted faults",
        "Bar: %.0f %% of each fault caught. The last column is the mean absolute change of %s from the subject's first film, over films whose fault was not caught."
            .formatted(100 * LEAST_CAUGHT, Sitting.sites(view).getFirst().label()),
        List.of(
            "fault",
            "counts as caught",
            "n",
            "caught",
            "bar",
            "refused",
            "reasons",
            "change where missed g/cm2"),
        rows);
  }

  private static List<Cell> row(Fault fault, List<Trial> trials) {
    int caught = (int) trials.stream().filter(Trial::caught).count();
    int refused = (int) trials.stream().filter(t -> t.refusal.isPresent()).count();
    double[] missed =
        trials.stream()
            .filter(t -> !t.caught && t.change.isPresent())
            .mapToDouble(t -> t.change.getAsDouble())
            .toArray();
    Statistic share = Figures.share(caught, trials.size());
    return List.of(
        new Cell.Words(fault.name()),
        new Cell.Words(fault.caught()),
        new Cell.Count(trials.size()),
        new Cell.Percent(share),
        verdict(share.known().map(e -> e.value() >= LEAST_CAUGHT)),
        new Cell.Count(refused),
        reasons(trials.stream().flatMap(t -> t.refusal.stream()).toList()),
        missed.length == 0 ? new Cell.Words(NONE) : new Cell.Figure(Figures.meanAbsolute(missed)));
  }

  static Table good(List<Films> subjects) {
    List<Said> said = subjects.stream().filter(Films::good).map(Films::first).toList();
    int refused = (int) said.stream().filter(Said::isRefused).count();
    int partly = (int) said.stream().filter(Said::inPart).count();
    Statistic share = Figures.share(refused, said.size());
    return new Table(
        "Quality gate: good films",
        "First films without metal and without a fractured vertebra. Bar: at most %.0f %% refused. A vertebra is also left out where its density is unlike its neighbours'."
            .formatted(100 * MOST_REFUSED),
        List.of("films", "n", "refused", "bar", "a region left out", "reasons"),
        List.of(
            List.of(
                new Cell.Words("good"),
                new Cell.Count(said.size()),
                new Cell.Percent(share),
                verdict(share.known().map(e -> e.value() <= MOST_REFUSED)),
                new Cell.Percent(Figures.share(partly, said.size())),
                reasons(
                    said.stream()
                        .flatMap(s -> s.refusal().stream())
                        .map(GateStudy::words)
                        .toList()))));
  }

  private static Cell verdict(Optional<Boolean> met) {
    return new Cell.Words(met.map(m -> m ? "met" : "missed").orElse("undefined"));
  }

  private static Cell reasons(List<String> reasons) {
    Map<String, Long> counts =
        reasons.stream()
            .collect(Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()));
    String words =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    return new Cell.Words(words.isEmpty() ? NONE : words);
  }
}
