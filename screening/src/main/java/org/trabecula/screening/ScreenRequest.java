package org.trabecula.screening;

import java.util.Optional;
import org.trabecula.radiography.View;

/**
 * What the user asks of one screening.
 *
 * @param view that the user says the film shows; empty to find out
 */
public record ScreenRequest(Optional<View> view) {
  /** Find out everything. */
  public static final ScreenRequest AUTO = new ScreenRequest(Optional.empty());
}
