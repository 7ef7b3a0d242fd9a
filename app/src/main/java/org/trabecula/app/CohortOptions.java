package org.trabecula.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.Distortion;
import org.trabecula.simulation.population.Prevalence;
import picocli.CommandLine.Option;

/** Whom a cohort draws, and how. */
final class CohortOptions {
  @Option(
      names = "--cohort",
      paramLabel = "NAME",
      defaultValue = "reference-v1",
      description =
          "How subjects and films are drawn: reference-v1; training, which is wider but without the"
              + " looks held back; or hospital, one site that differs from both (default:"
              + " ${DEFAULT-VALUE}).")
  private String cohort = "reference-v1";

  @Option(
      names = "--prevalence",
      paramLabel = "NAME=SHARE",
      description =
          "How common something is at every age, 0 to 1, with --cohort training; repeatable. Names"
              + " are those that 'trabecula census' prints, such as scoliosis=0.5.")
  private Map<String, Double> shares = new LinkedHashMap<>();

  /** Whether any prevalence was stated. */
  boolean prevalenceStated() {
    return !shares.isEmpty();
  }

  /**
   * The cohort's protocol.
   *
   * @throws IllegalArgumentException in one sentence, if a name or share is wrong
   */
  Protocol protocol() {
    Protocol protocol = Protocol.of(cohort);
    if (shares.isEmpty()) {
      return protocol;
    }
    Prevalence prevalence = protocol.prevalence();
    for (Map.Entry<String, Double> stated : shares.entrySet()) {
      prevalence =
          prevalence.with(
              Distortion.of(stated.getKey()), share(stated.getKey(), stated.getValue()));
    }
    return protocol.with(prevalence);
  }

  private static ByAge share(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "--prevalence %s=%s is not a share of 0 to 1".formatted(name, share));
    }
    return ByAge.always(share);
  }
}
