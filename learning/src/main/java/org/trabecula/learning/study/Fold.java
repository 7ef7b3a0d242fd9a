package org.trabecula.learning.study;

import java.util.Locale;
import org.trabecula.radiography.View;

/**
 * One training of a cross-validation.
 *
 * @param view of the films
 * @param arm what the network starts from
 * @param number of the fold that is judged, from 0
 * @param of how many folds
 */
public record Fold(View view, Arm arm, int number, int of) {
  public Fold {
    if (of < 2 || number < 0 || number >= of) {
      throw new IllegalArgumentException("Fold %d of %d".formatted(number, of));
    }
  }

  /** A name for files: {@code lumbar-ap-scratch-2}, counted from 1. */
  public String fileName() {
    return "%s-%s-%d".formatted(view.code(), arm.name().toLowerCase(Locale.ROOT), number + 1);
  }

  @Override
  public String toString() {
    return "%s %s, fold %d of %d".formatted(view.code(), arm.label(), number + 1, of);
  }
}
