package org.trabecula.cohort.pairing;

import java.util.List;
import java.util.Optional;
import org.trabecula.radiography.View;

/**
 * How a cohort is paired.
 *
 * @param window how far a DXA scan may be from a radiograph
 * @param ids when two patient identifiers are the same
 * @param conflicts what becomes of one picture that stands under two patients or two labels
 * @param view of all films, if the user states it
 * @param labels columns of a list that must agree between duplicates
 * @param synthetic whether all films are simulated; what a film says of itself counts too
 * @param threads that read films
 */
public record PairingSettings(
    Window window,
    PatientIds ids,
    Conflicts conflicts,
    Optional<View> view,
    List<String> labels,
    boolean synthetic,
    int threads) {

  /** What becomes of a conflict. */
  public enum Conflicts {
    /** All its films are left out. */
    EXCLUDE,
    /** All stay, as films of one subject. */
    KEEP
  }

  /** Exact ids, 180 days, conflicts left out, two threads. */
  public static final PairingSettings STANDARD =
      new PairingSettings(
          Window.STANDARD,
          PatientIds.EXACT,
          Conflicts.EXCLUDE,
          Optional.empty(),
          List.of(),
          false,
          2);

  public PairingSettings {
    labels = List.copyOf(labels);
    if (threads < 1) {
      throw new IllegalArgumentException("threads is %d, not positive".formatted(threads));
    }
  }
}
