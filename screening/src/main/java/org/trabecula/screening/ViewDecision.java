package org.trabecula.screening;

import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/**
 * Which view a film was taken to show, and how that was known.
 *
 * @param view that it was read as
 * @param laterality of a hip; {@code UNPAIRED} for a spine
 * @param probability that the view network gives it, in [0, 1]
 */
public record ViewDecision(View view, Laterality laterality, double probability) {
  public ViewDecision {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is %s, not within 0 to 1".formatted(probability));
    }
  }
}
