package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;

/**
 * What monitoring takes from the result of a film.
 *
 * @param date of the exposure
 * @param device that made it, in print
 * @param sex of the subject, if known
 * @param ageYears of the subject, if known
 */
public record MonitoredFilm(
    LocalDate date, String device, Optional<Sex> sex, OptionalDouble ageYears, Outcome outcome) {

  /** What screening made of it. */
  public sealed interface Outcome {}

  /** The film was refused, for a reason in code. */
  public record Refused(String reason) implements Outcome {}

  /**
   * Densities were estimated.
   *
   * @param view in code, for instance {@code lumbar-ap}
   * @param undetermined whether the call is
   * @param densities of the sites that the film shows, g/cm²
   * @param tags of the exposure that the header states, in their units
   */
  public record Estimated(
      String view, boolean undetermined, Map<Site, Double> densities, Map<ExposureTag, Double> tags)
      implements Outcome {
    public Estimated {
      densities = Map.copyOf(densities);
      tags = tags.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(tags));
      densities.values().forEach(value -> requirePositive(value, "A density"));
      tags.values().forEach(value -> requirePositive(value, "An exposure tag"));
    }

    private static void requirePositive(double value, String name) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("%s is %s".formatted(name, value));
      }
    }
  }

  public MonitoredFilm {
    if (device.isBlank()) {
      throw new IllegalArgumentException("The device is blank");
    }
  }
}
