package org.trabecula.simulation.skeleton;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Hydroxyapatite per volume of cortical and of trabecular bone, g/cm³, by density group.
 *
 * <p>Cortical bone of ICRU-44 holds 1.08 g/cm³.
 */
public final class Mineral {
  /** Of fully mineralised cortical bone, g/cm³. */
  public static final double CORTICAL = 1.08;

  /** The pair of densities of one group. */
  public record Pair(double cortical, double trabecular) {
    public Pair {
      if (!(cortical > 0 && cortical < 3 && trabecular >= 0 && trabecular < 2)) {
        throw new IllegalArgumentException(
            "Cortical %s and trabecular %s g/cm³".formatted(cortical, trabecular));
      }
    }
  }

  private final Map<DensityGroup, Pair> pairs = new EnumMap<>(DensityGroup.class);

  public Mineral(Map<DensityGroup, Pair> pairs) {
    for (DensityGroup group : DensityGroup.values()) {
      this.pairs.put(group, Objects.requireNonNull(pairs.get(group), group.name()));
    }
  }

  public Pair of(DensityGroup group) {
    return Objects.requireNonNull(pairs.get(group));
  }
}
