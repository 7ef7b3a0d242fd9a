package org.trabecula.learning.calibration;

import java.util.List;
import org.trabecula.validation.Bootstrap;

/**
 * How a calibration is chosen and judged.
 *
 * @param candidates the simplest first; the first is what all others must beat
 * @param outerFolds that judge, at least 2
 * @param innerFolds that choose, at least 2
 * @param seed that deals subjects to folds
 * @param bootstrap that makes the intervals of figures
 */
public record CalibrationSettings(
    List<Candidate> candidates, int outerFolds, int innerFolds, long seed, Bootstrap bootstrap) {

  /** What {@code calibrate} does unless told otherwise. */
  public static final CalibrationSettings STANDARD =
      new CalibrationSettings(
          List.of(Candidate.NOTHING, Candidate.OFFSET, Candidate.LINE, Candidate.MONOTONE),
          10,
          10,
          1,
          new Bootstrap(2000, 1, 0.95));

  public CalibrationSettings {
    candidates = candidates.stream().distinct().sorted().toList();
    if (candidates.isEmpty() || outerFolds < 2 || innerFolds < 2) {
      throw new IllegalArgumentException(
          "%s in %d outer and %d inner folds".formatted(candidates, outerFolds, innerFolds));
    }
  }

  /** The same with the network's last layer among the candidates, and half the inner folds. */
  public CalibrationSettings withLastLayer() {
    return new CalibrationSettings(
        List.of(Candidate.values()), outerFolds, Math.max(2, innerFolds / 2), seed, bootstrap);
  }

  /** The same with another seed. */
  public CalibrationSettings withSeed(long other) {
    return new CalibrationSettings(
        candidates,
        outerFolds,
        innerFolds,
        other,
        new Bootstrap(bootstrap.replicates(), other, bootstrap.level()));
  }
}
