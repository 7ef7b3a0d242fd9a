package org.trabecula.learning.calibration;

import java.util.Optional;

/**
 * What the parent model states of a site of one film, beside what a scanner read of the subject.
 *
 * @param subjectId who
 * @param film which film of the subject
 * @param mean stated, g/cm2, on the scale of the truth
 * @param sd stated, g/cm2, positive: the stated 90 % interval is mean +- 1.645 sd
 * @param truth by DXA, g/cm2
 * @param features that the network's last layer reads, if they were asked for
 */
public record LocalPair(
    String subjectId,
    String film,
    double mean,
    double sd,
    double truth,
    Optional<Features> features) {
  public LocalPair {
    if (subjectId.isBlank()) {
      throw new IllegalArgumentException("subjectId is blank");
    }
    if (!Double.isFinite(mean) || !(sd > 0 && Double.isFinite(sd)) || !(truth > 0)) {
      throw new IllegalArgumentException(
          "mean %s, sd %s, truth %s g/cm2".formatted(mean, sd, truth));
    }
  }

  /** A pair without features. */
  public static LocalPair of(String subjectId, String film, double mean, double sd, double truth) {
    return new LocalPair(subjectId, film, mean, sd, truth, Optional.empty());
  }
}
