package org.trabecula.learning.study;

import java.util.List;
import org.trabecula.validation.study.SiteEvaluation;

/**
 * How good a network is after so many subjects.
 *
 * @param way how the subjects were used
 * @param subjects that it learned from or was adapted to, 0 or more
 * @param repeats trainings that are pooled, each on other subjects
 * @param sites evaluations on the test subjects
 */
public record CurvePoint(Way way, int subjects, int repeats, List<SiteEvaluation> sites) {
  /** How subjects are used. */
  public enum Way {
    /** A network that has seen none but them. */
    SCRATCH("trained from scratch"),
    /** The same network, which one number for each site taught and no map. */
    SCALAR_ONLY("trained from scratch, densities alone"),
    /** A pretrained network that knows nothing of the site. */
    AS_IT_IS("as it is"),
    /** Scale and offset fitted to the site's pairs, the network untouched. */
    LINE("scale and offset"),
    /** All weights trained on the site's pairs, one number per region. */
    FINE_TUNED("fine-tuned");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** The name in print. */
    public String label() {
      return label;
    }
  }

  public CurvePoint {
    sites = List.copyOf(sites);
    if (subjects < 0 || repeats < 1) {
      throw new IllegalArgumentException("%d subjects, %d repeats".formatted(subjects, repeats));
    }
  }
}
