package org.trabecula.screening;

import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

/** What is said of a film that shows a view, but not upright. */
final class UprightFilm {
  /** Less probable after the turn, a film is not said to be turned. */
  static final double LEAST = 0.9;

  /** What is recognised as surely as this is upright, whatever it looks like after a turn. */
  private static final double SURE = 0.9;

  /** By how much the odds must speak for a turn where the film is recognised as it is, too. */
  private static final double LEAST_ODDS = 3;

  private static final String ADVICE =
      "Turn the film upright and give it again; one that is upright is too unlike the training.";

  private UprightFilm() {}

  /** Whether a film that shows a view with a probability shows it much better after a turn. */
  static boolean betterTurned(double asItIs, double turned) {
    return asItIs < SURE
        && turned > LEAST
        && turned * (1 - asItIs) > LEAST_ODDS * asItIs * (1 - turned);
  }

  static Refusal upsideDown(View view) {
    return new Refusal(
        Refusal.Reason.WRONG_VIEW,
        "The film seems to be upside down: turned by 180 degrees it looks like %s."
            .formatted(named(view)),
        ADVICE);
  }

  static Refusal lying(View view) {
    return new Refusal(
        Refusal.Reason.WRONG_VIEW,
        "The film seems to lie on its side: turned by 90 degrees it looks like %s."
            .formatted(named(view)),
        ADVICE);
  }

  private static String named(View view) {
    return switch (view) {
      case LUMBAR_AP -> "a frontal lumbar spine";
      case HIP_AP -> "a frontal hip";
    };
  }
}
