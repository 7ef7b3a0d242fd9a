package org.trabecula.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.ProjectionFile;

/**
 * A subject whose exposures were kept: what the manifest says is true of it.
 *
 * @param folder of the cohort that kept them
 * @param row any film of the subject
 */
record KeptScene(Path folder, Manifest.Row row) implements Scene {
  @Override
  public Subject person() {
    return new Subject(
        Optional.of(Sex.valueOf(extra("true_sex").toUpperCase(Locale.ROOT))),
        number("true_age_years"),
        number("true_height_cm"),
        number("true_weight_kg"));
  }

  private String extra(String column) {
    return Objects.requireNonNull(row.extras().get(column), column);
  }

  private OptionalDouble number(String column) {
    return OptionalDouble.of(Double.parseDouble(extra(column)));
  }

  @Override
  public Projection project(int position, RandomGenerator random) throws IOException {
    return ProjectionFile.read(KeptProjections.file(folder, row.subjectId(), position));
  }

  /** Sites that metal took away are empty in the manifest already. */
  @Override
  public Set<Site> hidden(Projection projection) {
    return HiddenSites.of(projection.regions());
  }

  @Override
  public Map<Site, Double> exact(Set<Site> hidden) {
    return known(hidden, row.densities()::exact);
  }

  /** The scanner read this subject once, when the cohort was made. */
  @Override
  public Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random) {
    return known(hidden, row.densities()::measured);
  }

  /** A sum that a hidden vertebra belongs to is not known any more. */
  private static Map<Site, Double> known(
      Set<Site> hidden, Function<Site, OptionalDouble> densities) {
    Map<Site, Double> known = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      densities.apply(site).ifPresent(value -> known.put(site, value));
    }
    boolean fewer = known.keySet().removeAll(hidden);
    if (fewer && hidden.stream().anyMatch(Site::isLumbar)) {
      known.keySet().removeAll(Set.of(Site.L1_L4, Site.L2_L4));
    }
    return known;
  }

  @Override
  public Map<String, String> extras(Projection projection) {
    return row.extras();
  }
}
