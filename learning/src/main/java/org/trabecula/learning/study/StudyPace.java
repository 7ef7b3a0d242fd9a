package org.trabecula.learning.study;

import java.util.Locale;

/** How long a study still takes, by the speed of what was trained so far. */
final class StudyPace {
  private final double total;
  private double before;
  private double within;
  private double images;
  private double seconds;

  /**
   * A study of which nothing is done.
   *
   * @param total images to be trained on, each as often as it is seen
   */
  StudyPace(double total) {
    this.total = total;
  }

  /** So many images need not be trained on: they were, earlier. */
  void skipped(double count) {
    before += count;
  }

  /** A training is at this image of its own, and went at this speed since it was last heard. */
  void at(double image, double imagesPerSecond) {
    double more = Math.max(0, image - within);
    images += more;
    seconds += more / imagesPerSecond;
    within = image;
  }

  /** The training is at its end. */
  void ended() {
    before += within;
    within = 0;
  }

  /** How much is done, and how long the rest takes; the time is left out while nothing is known. */
  String sentence() {
    double done = Math.min(total, before + within);
    String share = String.format(Locale.ROOT, "%.0f %% of all training done", 100 * done / total);
    if (!(images > 0)) {
      return share;
    }
    long minutes = Math.round((total - done) * seconds / images / 60);
    return minutes < 60
        ? "%s, about %d min left".formatted(share, minutes)
        : "%s, about %d h %02d min left".formatted(share, minutes / 60, minutes % 60);
  }
}
