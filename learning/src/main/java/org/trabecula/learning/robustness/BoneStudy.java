package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;
import org.trabecula.screening.Measured;
import org.trabecula.screening.Screener;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.simulation.Film;

/** Whether the network looks at bone: maps beside the true ones, and films without bone. */
final class BoneStudy {
  private BoneStudy() {}

  /**
   * What a network makes of a film, whatever the gate says.
   *
   * @param fit of its map
   * @param densities calibrated, g/cm²
   */
  record Measurement(MapFit fit, Map<Site, Double> densities) {

    static Measurement of(Screener screener, Session session, Radiograph radiograph) {
      View view = session.view();
      Measured measured = screener.measure(radiograph, view);
      Map<Site, SiteCalibration> calibrations =
          screener.model().densityModel(view).orElseThrow().sites();
      Map<Site, Double> densities = new EnumMap<>(Site.class);
      for (Site site : Sitting.sites(view)) {
        SiteCalibration calibration = calibrations.get(site);
        double raw = measured.output().mean(site);
        if (calibration != null && Double.isFinite(raw)) {
          densities.put(site, calibration.mean(raw));
        }
      }
      return new Measurement(
          MapFit.of(radiograph, measured, session.sitting().projection()), densities);
    }
  }

  /** What is erased from a film. */
  enum Erased {
    BONE("bone erased"),
    SURROUNDINGS("surroundings erased");

    private final String words;

    Erased(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    Film film(Sitting sitting) {
      return Picture.edited(
          sitting.film(),
          p ->
              switch (this) {
                case BONE -> Erasure.bone(p, sitting.projection());
                case SURROUNDINGS -> Erasure.surroundings(p, sitting.projection());
              });
    }
  }

  /**
   * One subject.
   *
   * @param truth exact densities
   * @param whole of the first film
   * @param shuffled by each of the networks whose weights are shuffled
   * @param erased of films without something, and whether those were refused
   */
  record Look(
      Map<Site, Double> truth,
      Measurement whole,
      List<Measurement> shuffled,
      Map<Erased, Without> erased) {}

  /** A film without something. */
  record Without(Measurement measurement, boolean refused) {}

  /** Looks at a subject's first film; empty if it cannot be read. */
  static Optional<Look> of(Session session, List<Screener> shuffled) {
    return session
        .sitting()
        .radiograph(session.sitting().film())
        .map(film -> of(session, film, shuffled));
  }

  private static Look of(Session session, Radiograph film, List<Screener> shuffled) {
    Map<Site, Double> truth = new EnumMap<>(Site.class);
    for (Site site : Sitting.sites(session.view())) {
      truth.put(site, session.sitting().sitter().exact(site, List.of()));
    }
    Map<Erased, Without> erased = new EnumMap<>(Erased.class);
    for (Erased what : Erased.values()) {
      Film without = what.film(session.sitting());
      session
          .sitting()
          .radiograph(without)
          .ifPresent(r ->
              erased.put(
                  what,
                  new Without(
                      Measurement.of(session.screener(), session, r),
                      session.screen(without).isRefused())));
    }
    return new Look(
        truth,
        Measurement.of(session.screener(), session, film),
        shuffled.stream().map(s -> Measurement.of(s, session, film)).toList(),
        erased);
  }

  static List<Table> tables(View view, List<Look> looks) {
    return List.of(maps(view, looks), erasures(view, looks));
  }

  private static Table maps(View view, List<Look> looks) {
    List<List<Cell>> rows = new ArrayList<>();
    int networks = looks.stream().mapToInt(l -> l.shuffled.size()).min().orElse(0);
    for (Site site : Sitting.sites(view)) {
      rows.add(row("the network", site, looks, l -> l.whole));
      for (int k = 0; k < networks; k++) {
        int network = k;
        rows.add(row("weights shuffled, " + (k + 1), site, looks, l -> l.shuffled.get(network)));
      }
    }
    return new Table(
        "Does it look at bone? The map",
        "Mineral map beside the true areal masses, pixels of 1.5 mm, median over films; then the"
            + " network's own density beside the exact one, over films. All films count, whatever"
            + " the gate says. With shuffled weights (numbers exchanged within each layer) both"
            + " correlations should be near 0.",
        List.of(
            "network",
            "site",
            "n",
            "map r within regions",
            "map r over the field",
            "map MAE within regions g/cm2",
            "map MAE over the field g/cm2",
            "density r over films"),
        rows);
  }

  private static List<Cell> row(
      String name, Site site, List<Look> looks, Function<Look, Measurement> of) {
    List<MapFit> fits = looks.stream().map(l -> of.apply(l).fit()).toList();
    List<Look> stated =
        looks.stream().filter(l -> of.apply(l).densities().containsKey(site)).toList();
    return List.of(
        new Cell.Words(name),
        new Cell.Words(site.label()),
        new Cell.Count(fits.size()),
        median(fits.stream().flatMapToDouble(f -> f.inRegions().stream())),
        median(fits.stream().flatMapToDouble(f -> f.inField().stream())),
        median(fits.stream().mapToDouble(MapFit::errorInRegions)),
        median(fits.stream().mapToDouble(MapFit::errorInField)),
        new Cell.Figure(
            Figures.correlation(
                stated.stream().mapToDouble(l -> density(of.apply(l), site)).toArray(),
                stated.stream().mapToDouble(l -> known(l.truth, site)).toArray())));
  }

  private static Cell median(DoubleStream values) {
    return new Cell.Figure(Figures.median(values.filter(Double::isFinite).toArray()));
  }

  private static Table erasures(View view, List<Look> looks) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Erased what : Erased.values()) {
      for (Site site : Sitting.sites(view)) {
        List<Look> both =
            looks.stream()
                .filter(l -> l.erased.containsKey(what))
                .filter(l -> l.whole.densities().containsKey(site))
                .filter(l -> without(l, what).measurement().densities().containsKey(site))
                .toList();
        rows.add(row(what, site, both));
      }
    }
    return new Table(
        "Does it look at bone? Erasures",
        "Bone erased: regions and discs replaced by the soft tissue beside them. Surroundings"
            + " erased: all but the regions and 12 mm around them flattened to one grey. The"
            + " network's own numbers, whatever the gate says; 'kept' is the density left as a"
            + " share of the first one, 'r' is over films with the exact density.",
        List.of(
            "film",
            "site",
            "n",
            "refused",
            "change g/cm2",
            "SD of change g/cm2",
            "kept",
            "r before",
            "r after"),
        rows);
  }

  private static List<Cell> row(Erased what, Site site, List<Look> looks) {
    double[] truth = looks.stream().mapToDouble(l -> known(l.truth, site)).toArray();
    double[] before = looks.stream().mapToDouble(l -> density(l.whole, site)).toArray();
    double[] after =
        looks.stream().mapToDouble(l -> density(without(l, what).measurement(), site)).toArray();
    double[] change = new double[before.length];
    double[] kept = new double[before.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = after[i] - before[i];
      kept[i] = after[i] / before[i];
    }
    int refused = (int) looks.stream().filter(l -> without(l, what).refused()).count();
    return List.of(
        new Cell.Words(what.words()),
        new Cell.Words(site.label()),
        new Cell.Count(looks.size()),
        new Cell.Percent(Figures.share(refused, looks.size())),
        new Cell.Figure(Figures.mean(change)),
        new Cell.Figure(Figures.sd(change)),
        new Cell.Percent(Figures.mean(kept)),
        new Cell.Figure(Figures.correlation(before, truth)),
        new Cell.Figure(Figures.correlation(after, truth)));
  }

  private static Without without(Look look, Erased what) {
    return Objects.requireNonNull(look.erased.get(what));
  }

  private static double density(Measurement measurement, Site site) {
    return known(measurement.densities(), site);
  }

  private static double known(Map<Site, Double> values, Site site) {
    return Objects.requireNonNull(values.get(site));
  }
}
