package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;

/** What a change of film makes of the result of the same subject in the same position. */
final class PerturbationStudy {
  private PerturbationStudy() {}

  /**
   * One film before and after one change.
   *
   * @param perturbation its name
   * @param refused whether the changed film was refused
   * @param sites those that were stated both times
   */
  record Trial(String perturbation, boolean refused, Map<Site, Errors> sites) {}

  /** Stated less exact density, g/cm². */
  record Errors(double before, double after, double change) {}

  /** All changes that apply to a subject's film; none if the film itself is refused. */
  static List<Trial> of(Session session) {
    List<Trial> trials = new ArrayList<>();
    if (session.said().isRefused()) {
      return trials;
    }
    for (Perturbation perturbation : Perturbations.card()) {
      perturbation
          .film(session.sitting())
          .ifPresent(film -> trials.add(trial(session, perturbation.name(), session.screen(film))));
    }
    return trials;
  }

  static Trial trial(Session session, String name, Said after) {
    Map<Site, Errors> sites = new EnumMap<>(Site.class);
    for (Site site : Sitting.sites(session.view())) {
      OptionalDouble was = session.said().density(site);
      OptionalDouble is = after.density(site);
      if (was.isPresent() && is.isPresent()) {
        sites.put(
            site,
            new Errors(
                session.sitting().error(session.said(), site).orElseThrow(),
                session.sitting().error(after, site).orElseThrow(),
                is.getAsDouble() - was.getAsDouble()));
      }
    }
    return new Trial(name, after.isRefused(), sites);
  }

  static Table table(View view, List<List<Trial>> subjects) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Perturbation perturbation : Perturbations.card()) {
      List<Trial> trials =
          subjects.stream()
              .flatMap(List::stream)
              .filter(t -> t.perturbation.equals(perturbation.name()))
              .toList();
      for (Site site : Sitting.sites(view)) {
        rows.add(row(perturbation.name(), site, trials));
      }
    }
    return new Table(
        "Robustness card",
        "The same subject in the same position, one thing changed; of films that were estimated"
            + " as first taken. Tube voltage, soft tissue, dose, field and look are simulated anew"
            + " with the same noise (gas and organs find another place in a thicker body); the rest is done to the film. 'films' got the change, 'n' were"
            + " estimated both times; MAE is against the exact truth.",
        List.of(
            "change",
            "site",
            "films",
            "n",
            "mean shift g/cm2",
            "SD of change g/cm2",
            "MAE before g/cm2",
            "MAE after g/cm2",
            "refused"),
        rows);
  }

  private static List<Cell> row(String name, Site site, List<Trial> trials) {
    List<Errors> errors =
        trials.stream()
            .filter(t -> t.sites.containsKey(site))
            .map(t -> java.util.Objects.requireNonNull(t.sites.get(site)))
            .toList();
    double[] changes = errors.stream().mapToDouble(Errors::change).toArray();
    int refused = (int) trials.stream().filter(Trial::refused).count();
    return List.of(
        new Cell.Words(name),
        new Cell.Words(site.label()),
        new Cell.Count(trials.size()),
        new Cell.Count(errors.size()),
        new Cell.Figure(Figures.mean(changes)),
        new Cell.Figure(Figures.sd(changes)),
        new Cell.Figure(
            Figures.meanAbsolute(errors.stream().mapToDouble(Errors::before).toArray())),
        new Cell.Figure(Figures.meanAbsolute(errors.stream().mapToDouble(Errors::after).toArray())),
        new Cell.Percent(Figures.share(refused, trials.size())));
  }
}
