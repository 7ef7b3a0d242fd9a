package org.trabecula.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the gate's limits from good films, so that no more than a chosen share of such films is
 * refused. Every other film describes the features, the rest set the limits: films would look too
 * much alike if they were compared with themselves.
 *
 * <p>Unsureness and feature distance have no natural limit and are taken as found. The other checks
 * have one, in anatomy or physics; good films can loosen it somewhat but not tighten it. What a
 * network takes for metal can be loosened without bound: it may be wrong about whole bones. Signs
 * of fractures bring their own limit.
 */
public final class GateCalibration {
  /** Fewer films say nothing about their tails. */
  static final int FEWEST_FILMS = 20;

  /** A variance below this share of the median variance is raised to it. */
  private static final double VARIANCE_FLOOR = 0.01;

  /** How far good films can loosen a natural limit: a network may miss a region of a good film. */
  private static final double LOOSEST = 1.5;

  private final List<float[]> described = new ArrayList<>();
  private final List<float[]> compared = new ArrayList<>();
  private final List<GateFindings> findings = new ArrayList<>();

  /** Whether there are enough films to calibrate on. */
  public boolean suffices() {
    return findings.size() >= FEWEST_FILMS;
  }

  /** Takes note of a good film. */
  public void add(Measured film) {
    add(film.findings(), film.output().features());
  }

  /** Takes note of a good film of which only this was kept. */
  public void add(GateFindings film, float[] features) {
    findings.add(film);
    (findings.size() % 2 == 1 ? described : compared).add(features.clone());
  }

  /** Returns what the features of the good films look like. */
  public FeatureStatistics features() {
    requireFilms();
    int count = described.getFirst().length;
    List<Double> means = new ArrayList<>();
    double[] variances = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (float[] features : described) {
        sum += features[i];
      }
      double mean = sum / described.size();
      means.add(mean);
      for (float[] features : described) {
        variances[i] += (features[i] - mean) * (features[i] - mean) / (described.size() - 1);
      }
    }
    double[] sorted = variances.clone();
    Arrays.sort(sorted);
    double floor = Math.max(VARIANCE_FLOOR * sorted[count / 2], Float.MIN_NORMAL);
    return new FeatureStatistics(
        means, Arrays.stream(variances).map(v -> Math.max(v, floor)).boxed().toList());
  }

  /**
   * Returns limits that refuse about this share of good films, over all checks together.
   *
   * @param falseRefusalRate in (0, 0.5)
   */
  public GateLimits limits(double falseRefusalRate) {
    requireFilms();
    if (!(falseRefusalRate > 0 && falseRefusalRate < 0.5)) {
      throw new IllegalArgumentException(
          "falseRefusalRate is %s, not within (0, 0.5)".formatted(falseRefusalRate));
    }
    double share = 1 - falseRefusalRate / GateCheck.values().length;
    Map<GateCheck, Double> limits = new EnumMap<>(GateCheck.class);
    for (GateCheck check : GateCheck.values()) {
      double found = quantile(values(check), share);
      double standard = check.standardLimit();
      limits.put(
          check,
          switch (check) {
            case UNSURENESS, DISTANCE -> found;
            case METAL_SEEN -> Math.max(found, standard);
            // Its scale has its limit in it, which good films have set.
            case FRACTURE -> standard;
            default -> Math.clamp(found, standard, LOOSEST * standard);
          });
    }
    return new GateLimits(limits);
  }

  private double[] values(GateCheck check) {
    if (check == GateCheck.DISTANCE) {
      FeatureStatistics statistics = features();
      return compared.stream().mapToDouble(statistics::distance).toArray();
    }
    return findings.stream()
        .mapToDouble(film -> film.worst(check))
        .filter(value -> value < PlausibleAnatomy.IMPOSSIBLE)
        .toArray();
  }

  /** The smallest value that at least this share of values does not exceed. */
  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.clamp(index, 0, sorted.length - 1)];
  }

  private void requireFilms() {
    if (!suffices()) {
      throw new IllegalArgumentException(
          "%d good films, not at least %d".formatted(findings.size(), FEWEST_FILMS));
    }
  }
}
