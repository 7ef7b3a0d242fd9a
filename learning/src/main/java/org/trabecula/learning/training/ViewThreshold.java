package org.trabecula.learning.training;

import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.screening.ViewModel;

/**
 * From which probability on a view counts as recognised, and how often that errs on the films it
 * was set by.
 *
 * @param minimum probability
 * @param goodRefused share of films of a view that are not recognised
 * @param otherAccepted share of other films that are
 */
public record ViewThreshold(double minimum, double goodRefused, double otherAccepted) {
  /** Thresholds are tried in steps of this. */
  private static final double STEP = 0.01;

  /** Fewer films of either kind say too little. */
  private static final int FEWEST = 20;

  /**
   * The threshold with the smallest sum of both errors: of equals the middle one.
   *
   * @param good scores of films that show a view
   * @param other scores of films that show none
   */
  static ViewThreshold of(List<Double> good, List<Double> other) {
    if (good.size() < FEWEST || other.size() < FEWEST) {
      return at(ViewModel.STANDARD_MINIMUM, good, other);
    }
    List<ViewThreshold> tried =
        DoubleStream.iterate(0.05, t -> t < 0.951, t -> t + STEP)
            .mapToObj(t -> at(Math.rint(t * 100) / 100, good, other))
            .toList();
    double least = tried.stream().mapToDouble(ViewThreshold::errors).min().orElseThrow();
    List<ViewThreshold> best = tried.stream().filter(t -> t.errors() <= least + 1e-12).toList();
    return best.get(best.size() / 2);
  }

  private double errors() {
    return goodRefused + otherAccepted;
  }

  private static ViewThreshold at(double minimum, List<Double> good, List<Double> other) {
    return new ViewThreshold(
        minimum,
        good.stream().filter(s -> s < minimum).count() / Math.max(1.0, good.size()),
        other.stream().filter(s -> s >= minimum).count() / Math.max(1.0, other.size()));
  }
}
