package org.trabecula.simulation.census;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Mean and standard deviation of what was counted.
 *
 * @param count how many, at least 1
 * @param mean in the unit of what was counted
 * @param sd in the same unit, of the group itself
 */
public record Spread(int count, double mean, double sd) {
  static <T> Spread of(List<T> all, ToDoubleFunction<T> value) {
    double mean = all.stream().mapToDouble(value).average().orElseThrow();
    double square = all.stream().mapToDouble(t -> Math.pow(value.applyAsDouble(t) - mean, 2)).sum();
    return new Spread(all.size(), mean, Math.sqrt(square / all.size()));
  }

  /** Pearson's correlation of two values; 0 where one of them does not vary. */
  static <T> double correlation(List<T> all, ToDoubleFunction<T> one, ToDoubleFunction<T> other) {
    Spread a = of(all, one);
    Spread b = of(all, other);
    double product =
        all.stream()
            .mapToDouble(t -> (one.applyAsDouble(t) - a.mean) * (other.applyAsDouble(t) - b.mean))
            .average()
            .orElseThrow();
    return a.sd == 0 || b.sd == 0 ? 0 : product / (a.sd * b.sd);
  }
}
