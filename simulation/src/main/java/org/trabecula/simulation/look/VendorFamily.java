package org.trabecula.simulation.look;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.trabecula.simulation.look.Rendering.Presentation;
import org.trabecula.simulation.look.Rendering.Scales;
import org.trabecula.simulation.look.Rendering.Window;

/**
 * Invented families of display processing, each a region of the space that real makers span. Their
 * ranges are choices, not measurements [K].
 */
public enum VendorFamily {
  /** Imitates screen and film: an S-curve, hardly any processing by scale. */
  FILM_LIKE(false),
  /** Equalises contrast over scales, strongly. */
  MULTISCALE(false),
  /** Boosts edges on a nearly straight curve. */
  SHARPENED(false),
  /** A bit of everything. */
  BALANCED(false),
  /** Held back from training: strong in both scale and curve. */
  HELD_BACK_HARD(true),
  /** Held back from training: equalises its histogram. */
  HELD_BACK_EQUALISED(true),
  /**
   * Of training alone: any processing by scale and curve that no held-back family does, so that a
   * network does not learn a few families by heart.
   */
  ANY(false);

  /** The families of the reference cohort, version 1. */
  public static final List<VendorFamily> REFERENCE_V1 =
      List.of(FILM_LIKE, MULTISCALE, SHARPENED, BALANCED, HELD_BACK_HARD, HELD_BACK_EQUALISED);

  /** What networks are trained on: the reference's families half of the time, else any look. */
  public static final List<VendorFamily> TRAINING =
      List.of(FILM_LIKE, MULTISCALE, SHARPENED, BALANCED, ANY, ANY, ANY, ANY);

  private final boolean heldBack;

  private record Ranges(
      double multiscaleLow,
      double multiscaleHigh,
      double edgeLow,
      double edgeHigh,
      double steepnessLow,
      double steepnessHigh,
      double shoulderLow,
      double shoulderHigh,
      double equalisation) {

    /** Whether a film could have been processed within these, whatever its shoulder. */
    boolean include(Presentation presentation) {
      double scale = presentation.scales().multiscale();
      double edge = presentation.scales().edge();
      double steepness = presentation.tone().steepness();
      return equalisation > 0 == presentation.tone().equalisation() > 0
          && multiscaleLow <= scale
          && scale <= multiscaleHigh
          && edgeLow <= edge
          && edge <= edgeHigh
          && steepnessLow <= steepness
          && steepness <= steepnessHigh;
    }
  }

  VendorFamily(boolean heldBack) {
    this.heldBack = heldBack;
  }

  /** Whether networks must not be trained on it, so that it can test them. */
  public boolean heldBack() {
    return heldBack;
  }

  private Ranges ranges() {
    return switch (this) {
      case FILM_LIKE -> new Ranges(0, 0.2, 0, 0.3, 3, 7, 0.5, 3, 0);
      case MULTISCALE -> new Ranges(0.4, 1, 0.1, 0.7, 0, 3, 0.5, 2, 0);
      case SHARPENED -> new Ranges(0, 0.4, 0.4, 1, 0, 2, 0, 2, 0);
      case BALANCED -> new Ranges(0.1, 0.7, 0, 0.5, 1, 5, 0.5, 2.5, 0);
      case HELD_BACK_HARD -> new Ranges(0.7, 1, 0.5, 1, 4, 8, 0.5, 2.5, 0);
      case HELD_BACK_EQUALISED -> new Ranges(0.2, 0.6, 0, 0.4, 0, 2, 0, 1, 0.8);
      case ANY -> new Ranges(0, 1, 0, 1, 0, 8, 0, 3, 0);
    };
  }

  /** Draws the processing of one film. */
  public Presentation draw(RandomGenerator random) {
    Presentation drawn = drawWithin(ranges(), random);
    while (!heldBack && likeHeldBack(drawn)) {
      drawn = drawWithin(ranges(), random);
    }
    return drawn;
  }

  /** Whether a held-back family could have processed a film this way. */
  static boolean likeHeldBack(Presentation presentation) {
    return Stream.of(values()).anyMatch(f -> f.heldBack && f.ranges().include(presentation));
  }

  private static Presentation drawWithin(Ranges ranges, RandomGenerator random) {
    double shoulder = random.nextDouble(ranges.shoulderLow, ranges.shoulderHigh);
    return new Presentation(
        new Scales(
            random.nextDouble(ranges.multiscaleLow, ranges.multiscaleHigh),
            random.nextDouble(ranges.edgeLow, ranges.edgeHigh),
            random.nextDouble()),
        new Tone(
            random.nextDouble(ranges.steepnessLow, ranges.steepnessHigh),
            // Over 233 real lumbar crops the median lies at 0.48 to 0.81 of the grey scale that is
            // used, 10th to 90th percentile; a centre around 0.5 left films darker and bones
            // whiter. A shoulder lifts the median, so it is put that much lower before.
            Tone.beforeShoulder(random.nextDouble(0.45, 0.8), shoulder),
            0.6 * Math.pow(1.6 / 0.6, random.nextDouble()),
            shoulder,
            ranges.equalisation * random.nextDouble(0.5, 1)),
        new Window(
            random.nextDouble(0, 0.02), random.nextDouble(0.985, 1), random.nextDouble() < 0.8));
  }
}
