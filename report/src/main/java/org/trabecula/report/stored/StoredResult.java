package org.trabecula.report.stored;

import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;

/**
 * A result as far as it is of use beyond its film.
 *
 * @param sha256 of the film, if the file tells; a film that was screened twice has it twice
 * @param acquisition when and how the film was made
 * @param subject sex and age, as far as known
 * @param finding what screening made of it
 */
public record StoredResult(
    Optional<String> sha256, Acquisition acquisition, Subject subject, Finding finding) {

  /** What screening made of a film. */
  public sealed interface Finding {}

  /** The film was refused, for a reason in code. */
  public record Refused(String reason) implements Finding {}

  /**
   * Densities were estimated.
   *
   * @param view in code
   * @param call in code
   * @param densities of the sites that the film shows, g/cm²
   */
  public record Estimated(String view, String call, Map<Site, Double> densities)
      implements Finding {
    public Estimated {
      densities = Map.copyOf(densities);
    }
  }
}
