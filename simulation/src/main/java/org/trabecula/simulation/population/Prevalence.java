package org.trabecula.simulation.population;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How common what distorts a film is, each as a share of subjects.
 *
 * @param shares of what occurs; what is not among them does not
 */
public record Prevalence(Map<Distortion, ByAge> shares) {

  /** Of those large enough to show in a radiograph [K]; the protocol gives no share. */
  private static final ByAge SCHMORL_NODES = new ByAge(0.20, 0.30);

  /** As the reference cohort's protocol has it, which leaves metal out. */
  public static final Prevalence STANDARD =
      new Prevalence(
          Map.of(
              Distortion.OSTEOPHYTES,
              new ByAge(0.20, 0.60),
              Distortion.CALCIFIED_AORTA,
              new ByAge(0.10, 0.50),
              Distortion.FRACTURES,
              new ByAge(0.02, 0.20),
              Distortion.SCOLIOSIS,
              ByAge.always(0.10),
              Distortion.SCHMORL_NODES,
              SCHMORL_NODES,
              Distortion.GAS_OVER_SPINE,
              ByAge.always(0.60)));

  public Prevalence {
    Map<Distortion, ByAge> all = new EnumMap<>(Distortion.class);
    for (Distortion distortion : Distortion.values()) {
      all.put(distortion, shares.getOrDefault(distortion, ByAge.always(0)));
    }
    shares = Collections.unmodifiableMap(all);
  }

  /** How common one of them is. */
  public ByAge of(Distortion distortion) {
    return shares.getOrDefault(distortion, ByAge.always(0));
  }

  /** The same with another share of one of them. */
  public Prevalence with(Distortion distortion, ByAge share) {
    Map<Distortion, ByAge> others = new EnumMap<>(shares);
    others.put(distortion, share);
    return new Prevalence(others);
  }

  /** Every share by its name, as a cohort's fingerprint holds it. */
  @Override
  public String toString() {
    return shares.entrySet().stream()
        .map(e -> e.getKey().label() + "=" + e.getValue())
        .collect(Collectors.joining(", ", "Prevalence[", "]"));
  }

  /** The same with foreign bodies. */
  public Prevalence with(ByAge spine, ByAge hip, ByAge things) {
    return with(Distortion.SPINE_IMPLANTS, spine)
        .with(Distortion.HIP_IMPLANTS, hip)
        .with(Distortion.OBJECTS, things);
  }
}
