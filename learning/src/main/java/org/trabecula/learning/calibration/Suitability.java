package org.trabecula.learning.calibration;

import static java.util.Locale.ROOT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.agreement.Agreement;

/** Whether the pairs of a site can carry a calibration. The limits are judgements. */
public final class Suitability {
  /** Fewer subjects are no ground for a calibration. */
  public static final int FEWEST_SUBJECTS = 30;

  /** Densities that a DXA of an adult reads, on any scale, g/cm2. */
  private static final double LOWEST = 0.2;

  private static final double HIGHEST = 2.2;

  /** Share of the subjects whose density may lie outside. */
  private static final double STRAYS = 0.05;

  /** Spread of densities below which no correlation can be seen, standard deviation, g/cm2. */
  private static final double LEAST_SPREAD = 0.04;

  /** A mean difference beyond this is no matter of calibration, g/cm2. */
  private static final double MOST_BIAS = 0.4;

  private static final double LEVEL = 0.95;

  private Suitability() {}

  /** Why the pairs are not suitable, as the rest of a sentence that begins with the site's name. */
  static Optional<String> objection(SitePairs pairs) {
    int n = pairs.subjects();
    if (n < FEWEST_SUBJECTS) {
      return Optional.of(
          "has %d subject%s with both an estimate and a DXA density; a calibration needs %d"
              .formatted(n, n == 1 ? "" : "s", FEWEST_SUBJECTS));
    }
    double strays = pairs.mean(p -> p.truth() < LOWEST || p.truth() > HIGHEST ? 1 : 0);
    if (strays > STRAYS) {
      return Optional.of(
          String.format(
              ROOT,
              "has DXA densities outside %.1f to %.1f g/cm2 in %.0f %% of its subjects; check unit and column",
              LOWEST,
              HIGHEST,
              100 * strays));
    }
    double truth = pairs.mean(LocalPair::truth);
    double spread = Math.sqrt(pairs.mean(p -> (p.truth() - truth) * (p.truth() - truth)));
    if (spread < LEAST_SPREAD) {
      return Optional.of(
          String.format(
              ROOT,
              "has DXA densities that hardly differ (standard deviation %.3f g/cm2; %.2f are needed)",
              spread,
              LEAST_SPREAD));
    }
    double bias = pairs.mean(p -> p.mean() - p.truth());
    if (Math.abs(bias) > MOST_BIAS) {
      return Optional.of(
          String.format(
              ROOT,
              "has estimates that differ from DXA by %.2f g/cm2 in the mean; check unit, scale and column",
              bias));
    }
    return uncorrelated(pairs);
  }

  /** One value for each subject, as Fisher's interval asks for. */
  private static Optional<String> uncorrelated(SitePairs pairs) {
    Map<String, double[]> bySubject = new LinkedHashMap<>();
    for (LocalPair pair : pairs.pairs()) {
      double[] sums = bySubject.computeIfAbsent(pair.subjectId(), id -> new double[2]);
      sums[0] += pairs.weight(pair) * pair.mean();
      sums[1] += pairs.weight(pair) * pair.truth();
    }
    double[] estimates = bySubject.values().stream().mapToDouble(s -> s[0]).toArray();
    double[] truths = bySubject.values().stream().mapToDouble(s -> s[1]).toArray();
    Optional<Estimate> r = Agreement.pearson(PairedValues.of(estimates, truths), LEVEL).known();
    if (r.isPresent() && r.get().low() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        r.isEmpty()
            ? "has estimates that do not vary"
            : "has estimates that do not rise with DXA beyond chance (r %s); check that films and"
                    .formatted(r.get().text(2))
                + " densities belong to the same subjects");
  }
}
