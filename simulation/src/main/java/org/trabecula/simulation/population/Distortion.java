package org.trabecula.simulation.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What distorts a film and has a {@link Prevalence}. */
public enum Distortion {
  OSTEOPHYTES("osteophytes, sclerosis"),
  CALCIFIED_AORTA("calcified aorta"),
  FRACTURES("fracture, T12-L4"),
  SCOLIOSIS("scoliosis over 10 degrees"),
  /** In at least one end-plate of T7 to L5. */
  SCHMORL_NODES("Schmorl nodes"),
  /** Over at least one of L2 to L4. */
  GAS_OVER_SPINE("gas over L2-L4"),
  /** Metal or cement. */
  SPINE_IMPLANTS("implant in the spine"),
  /** Metal, as a share of femora. */
  HIP_IMPLANTS("implant in the right femur"),
  /** Harmless things in or on the body. */
  OBJECTS("objects"),
  /** Close enough for wide films to show it. */
  ARMS("an arm beside the body");

  private final String words;

  Distortion(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** For options and files: lower case, words joined by hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The distortion of that label.
   *
   * @throws IllegalArgumentException naming all labels, if there is none
   */
  public static Distortion of(String label) {
    return Arrays.stream(values())
        .filter(d -> d.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No prevalence is called '%s'; there are %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(Distortion::label)
                            .collect(Collectors.joining(", ")))));
  }
}
