package org.trabecula.simulation.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.Distortion;
import org.trabecula.simulation.population.Expectation;
import org.trabecula.simulation.population.HipImplant;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.Prevalence;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.population.SpineImplant;

/**
 * The synthetic subjects of a cohort, counted before any film is made.
 *
 * @param protocol by which they were drawn
 * @param subjects how many
 * @param seed of the cohort
 * @param parts one for each population that the protocol draws from
 */
public record Census(String protocol, int subjects, long seed, List<Part> parts) {
  /** Sites whose density is drawn. */
  static final List<Site> SITES = List.of(Site.L1_L4, Site.FEMORAL_NECK, Site.TOTAL_HIP);

  public Census {
    parts = List.copyOf(parts);
  }

  /**
   * Those who come from one population.
   *
   * @param population its name
   * @param women share of women
   * @param age years
   * @param height cm
   * @param weight kg
   * @param densities by site, sex and decade
   * @param correlations of densities
   * @param shares of what distorts a film, drawn and set
   */
  public record Part(
      Population population,
      double women,
      Spread age,
      Spread height,
      Spread weight,
      List<Cell> densities,
      List<Correlation> correlations,
      List<Share> shares) {
    public Part {
      densities = List.copyOf(densities);
      correlations = List.copyOf(correlations);
      shares = List.copyOf(shares);
    }
  }

  /**
   * Densities of one site in one sex and decade.
   *
   * @param decade its first year
   * @param drawn mean and spread, g/cm²
   * @param table what the table says of subjects of these ages, if there is one
   */
  public record Cell(Site site, Sex sex, int decade, Spread drawn, Optional<Expectation> table) {}

  /**
   * How two sites go together.
   *
   * @param overall of densities
   * @param withinAgeAndSex of their distances from the table's mean, if there is a table
   */
  public record Correlation(
      Site one, Site other, double overall, Optional<Double> withinAgeAndSex) {}

  /**
   * How common something is.
   *
   * @param what distorts a film
   * @param drawn share of subjects that have it
   * @param set what the protocol asks for at their ages
   */
  public record Share(Distortion what, double drawn, double set) {}

  /**
   * Draws and counts.
   *
   * @param subjects how many, at least 2
   * @throws IllegalArgumentException of fewer
   */
  public static Census take(Protocol protocol, int subjects, long seed) {
    if (subjects < 2) {
      throw new IllegalArgumentException("%d subjects have no spread".formatted(subjects));
    }
    List<Protocol.Drawn> drawn =
        IntStream.range(0, subjects).mapToObj(number -> protocol.draw(seed, number)).toList();
    List<Part> parts = new ArrayList<>();
    for (Population population : new LinkedHashSet<>(protocol.populations())) {
      List<SimulatedSubject> members =
          drawn.stream()
              .filter(d -> d.population() == population)
              .map(Protocol.Drawn::subject)
              .toList();
      if (!members.isEmpty()) {
        parts.add(part(population, members, protocol.prevalence()));
      }
    }
    return new Census(protocol.name(), subjects, seed, parts);
  }

  private static Part part(
      Population population, List<SimulatedSubject> members, Prevalence prevalence) {
    return new Part(
        population,
        share(members, s -> s.sex() == Sex.FEMALE),
        Spread.of(members, SimulatedSubject::ageYears),
        Spread.of(members, SimulatedSubject::heightCm),
        Spread.of(members, SimulatedSubject::weightKg),
        cells(population, members),
        List.of(
            correlation(population, members, Site.L1_L4, Site.TOTAL_HIP),
            correlation(population, members, Site.L1_L4, Site.FEMORAL_NECK),
            correlation(population, members, Site.FEMORAL_NECK, Site.TOTAL_HIP)),
        shares(members, prevalence));
  }

  private static List<Cell> cells(Population population, List<SimulatedSubject> members) {
    List<Cell> cells = new ArrayList<>();
    for (Site site : SITES) {
      for (Sex sex : Sex.values()) {
        for (int decade = 40; decade < 90; decade += 10) {
          int first = decade;
          List<SimulatedSubject> group =
              members.stream()
                  .filter(s -> s.sex() == sex)
                  .filter(s -> s.ageYears() >= first && s.ageYears() < first + 10)
                  .toList();
          if (!group.isEmpty()) {
            Spread spread = Spread.of(group, s -> s.densities().of(site));
            cells.add(new Cell(site, sex, decade, spread, table(population, site, group)));
          }
        }
      }
    }
    return cells;
  }

  /** The table's mean and spread over the ages of a group. */
  private static Optional<Expectation> table(
      Population population, Site site, List<SimulatedSubject> group) {
    double mean = 0;
    double square = 0;
    for (SimulatedSubject s : group) {
      Optional<Expectation> expected = population.expected(site, s.sex(), s.ageYears());
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      Expectation e = expected.get();
      mean += e.mean() / group.size();
      square += (e.sd() * e.sd() + e.mean() * e.mean()) / group.size();
    }
    return Optional.of(new Expectation(mean, Math.sqrt(square - mean * mean)));
  }

  private static Correlation correlation(
      Population population, List<SimulatedSubject> members, Site one, Site other) {
    double overall =
        Spread.correlation(members, s -> s.densities().of(one), s -> s.densities().of(other));
    boolean tabulated = population.expected(one, Sex.FEMALE, 60).isPresent();
    return new Correlation(
        one,
        other,
        overall,
        tabulated
            ? Optional.of(
                Spread.correlation(
                    members,
                    s -> standing(population, one, s),
                    s -> standing(population, other, s)))
            : Optional.empty());
  }

  /** Distance from the table's mean in the table's spreads. */
  private static double standing(Population population, Site site, SimulatedSubject s) {
    Expectation expected = population.expected(site, s.sex(), s.ageYears()).orElseThrow();
    return (s.densities().of(site) - expected.mean()) / expected.sd();
  }

  private static List<Share> shares(List<SimulatedSubject> members, Prevalence set) {
    return Arrays.stream(Distortion.values())
        .map(what -> {
          ByAge asked = set.of(what);
          return new Share(
              what,
              share(members, having(what)),
              members.stream().mapToDouble(s -> asked.at(s.ageYears())).average().orElseThrow());
        })
        .toList();
  }

  private static Predicate<SimulatedSubject> having(Distortion what) {
    return switch (what) {
      case OSTEOPHYTES -> s -> s.degeneration().degenerate();
      case CALCIFIED_AORTA -> s -> s.degeneration().aorticCalcification() > 0;
      case FRACTURES -> s -> !s.degeneration().fractures().isEmpty();
      case SCOLIOSIS -> s -> Math.abs(s.degeneration().scoliosisDegrees()) >= 10;
      case SCHMORL_NODES -> s -> !s.degeneration().schmorlNodes().isEmpty();
      case GAS_OVER_SPINE -> s -> s.body().gasOverSpine();
      case SPINE_IMPLANTS -> s -> s.foreign().spine().kind() != SpineImplant.Kind.NONE;
      case HIP_IMPLANTS -> s -> s.foreign().rightHip() != HipImplant.NONE;
      case OBJECTS -> s -> !s.foreign().things().isEmpty();
      case ARMS -> s -> !s.arms().isEmpty();
    };
  }

  private static double share(List<SimulatedSubject> members, Predicate<SimulatedSubject> having) {
    return (double) members.stream().filter(having).count() / members.size();
  }
}
