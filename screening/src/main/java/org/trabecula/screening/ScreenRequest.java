package org.trabecula.screening;

import java.util.Optional;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.radiography.View;

/**
 * What the user asks of one screening.
 *
 * @param view that the user says the film shows; empty to find out
 * @param reference with whom the subject is compared
 * @param policy when a density is called low
 */
public record ScreenRequest(Optional<View> view, ReferencePopulation reference, CallPolicy policy) {

  /** Find the view; compare with the default reference under the default policy. */
  public static ScreenRequest standard() {
    return new ScreenRequest(
        Optional.empty(),
        ReferencePopulation.preset(ReferencePopulation.DEFAULT),
        CallPolicy.DEFAULT);
  }

  /** The same request for a film of which the user states the view. */
  public ScreenRequest showing(View stated) {
    return new ScreenRequest(Optional.of(stated), reference, policy);
  }
}
