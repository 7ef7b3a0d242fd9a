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
  FILM_LIKE(new Ranges(0, 0.2, 0, 0.3, 3, 7, 0), false),
  /** Equalises contrast over scales, strongly. */
  MULTISCALE(new Ranges(0.4, 1, 0.1, 0.7, 0, 3, 0), false),
  /** Boosts edges on a nearly straight curve. */
  SHARPENED(new Ranges(0, 0.4, 0.4, 1, 0, 2, 0), false),
  /** A bit of everything. */
  BALANCED(new Ranges(0.1, 0.7, 0, 0.5, 1, 5, 0), false),
  /** Held back from training: strong in both scale and curve. */
  HELD_BACK_HARD(new Ranges(0.7, 1, 0.5, 1, 4, 8, 0), true),
  /** Held back from training: equalises its histogram. */
  HELD_BACK_EQUALISED(new Ranges(0.2, 0.6, 0, 0.4, 0, 2, 0.8), true);

  private final Ranges ranges;
  private final boolean heldBack;

  private record Ranges(
      double multiscaleLow,
      double multiscaleHigh,
      double edgeLow,
      double edgeHigh,
      double steepnessLow,
      double steepnessHigh,
      double equalisation) {}

  VendorFamily(Ranges ranges, boolean heldBack) {
    this.ranges = ranges;
    this.heldBack = heldBack;
  }

  /** Whether networks must not be trained on it, so that it can test them. */
  public boolean heldBack() {
    return heldBack;
  }

  /** The families on one side of that line. */
  public static List<VendorFamily> list(boolean heldBack) {
    return Stream.of(values()).filter(f -> f.heldBack == heldBack).toList();
  }

  /** Draws the processing of one film. */
  public Presentation draw(RandomGenerator random) {
    return new Presentation(
        new Scales(
            random.nextDouble(ranges.multiscaleLow, ranges.multiscaleHigh),
            random.nextDouble(ranges.edgeLow, ranges.edgeHigh),
            random.nextDouble()),
        new Tone(
            random.nextDouble(ranges.steepnessLow, ranges.steepnessHigh),
            random.nextDouble(0.35, 0.65),
            0.6 * Math.pow(1.6 / 0.6, random.nextDouble()),
            ranges.equalisation * random.nextDouble(0.5, 1)),
        new Window(random.nextDouble(0, 0.02), random.nextDouble(0.985, 1)));
  }
}
