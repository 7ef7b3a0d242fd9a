package org.trabecula.learning.evaluation;

import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.trabecula.cohort.Densities;
import org.trabecula.densitometry.Site;

/** Which of the two truths of a manifest. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
public enum Against {
  /** What a scanner read. */
  MEASURED("DXA", Densities::measured),
  /** What the simulator knows. */
  EXACT("the exact truth", Densities::exact);

  private final String label;
  private final BiFunction<Densities, Site, OptionalDouble> of;

  Against(String label, BiFunction<Densities, Site, OptionalDouble> of) {
    this.label = label;
    this.of = of;
  }

  /** The name in print. */
  public String label() {
    return label;
  }

  /** The density of a site, g/cm2, if it is known. */
  public OptionalDouble of(Densities densities, Site site) {
    return of.apply(densities, site);
  }
}
