package org.trabecula.screening;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.View;

/**
 * Finds implants on a canonical view by what they look like on every maker's films: bars, evenly
 * bright inside, with an edge within a millimetre or two. Where bones are as bright they are
 * thinner, and neither even nor sharp.
 *
 * <p>Narrow is what a morphological opening removes (the white top-hat, Soille, Morphological Image
 * Analysis, 2nd ed., 4.5). Levels were set on simulated spines and hips with and without planted
 * titanium under the looks of the reference cohort.
 */
final class MetalFinder {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  /** Radius of the opening, canonical pixels: removes what is narrower than 19 mm. */
  private static final int RADIUS = 6;

  /** This share of the field is no more prominent than bone is. */
  private static final double BONE_SHARE = 0.9;

  /** How prominent metal is, in multiples of bone. */
  private static final double LEVEL = 2.7;

  /** How prominent metal is at least where makers' grey scales flatten what is bright. */
  private static final double FLATTENED_LEVEL = 2.0;

  /**
   * Least mean probability that the network gives a part that prominent: less than it needs alone,
   * for here the look speaks for metal too.
   */
  private static final double LEAST_SEEN = 0.2;

  /** Less than this, in units of the field's contrast, is no metal on any film. */
  private static final double LEAST = 0.1;

  /** Largest variation inside, as a share of the prominence. */
  private static final double UNEVEN = 0.25;

  /** Least gradient at the rim, as a share of the prominence per canonical pixel. */
  private static final double SHARP = 0.3;

  /** Least share of pixels that are not rim: bright lines of a spine are thinner than a screw. */
  private static final double SPINE_CORE_SHARE = 0.42;

  /** The cortex of a femur is as wide as a screw, not as a stem. */
  private static final double HIP_CORE_SHARE = 0.6;

  private static final int LEAST_PIXELS = 20;

  private final float[] samples;
  private final VisibleField field;
  private final double coreShare;

  private MetalFinder(float[] samples, VisibleField field, double coreShare) {
    this.samples = samples;
    this.field = field;
    this.coreShare = coreShare;
  }

  /** Returns the pixels that show metal on a film of a view, by their look alone. */
  static BitSet find(CanonicalView view, View shown) {
    return find(view, shown, LEVEL, part -> true);
  }

  /**
   * The same for parts that stand out less, but of which the network, too, thinks that they may be
   * metal: two weak witnesses who agree.
   *
   * @param seen probability of metal
   */
  static BitSet find(CanonicalView view, View shown, PixelMap seen) {
    return find(
        view,
        shown,
        FLATTENED_LEVEL,
        part ->
            part.stream().mapToDouble(p -> seen.at(p / COLUMNS, p % COLUMNS)).average().orElse(0)
                >= LEAST_SEEN);
  }

  private static BitSet find(
      CanonicalView view, View shown, double multiple, Predicate<BitSet> believed) {
    VisibleField field = VisibleField.of(view);
    BitSet metal = new BitSet(ModelInput.IMAGE_SIZE);
    VisibleField inner = field.inset(RADIUS);
    if (inner.bottom() - inner.top() < RADIUS || inner.right() - inner.left() < RADIUS) {
      return metal;
    }
    MetalFinder finder =
        new MetalFinder(
            view.samples(), field, shown == View.HIP_AP ? HIP_CORE_SHARE : SPINE_CORE_SHARE);
    float[] prominence = finder.prominence();
    double level = Math.max(LEAST, multiple * bone(prominence, inner));
    BitSet narrow = new BitSet(ModelInput.IMAGE_SIZE);
    for (int p = 0; p < prominence.length; p++) {
      narrow.set(p, inner.contains(p / COLUMNS, p % COLUMNS) && prominence[p] > level);
    }
    for (BitSet part : Components.of(narrow)) {
      if (part.cardinality() >= LEAST_PIXELS
          && finder.isMetal(part, prominence)
          && believed.test(part)) {
        metal.or(part);
      }
    }
    return metal;
  }

  /** By how much each pixel stands out over the opened image; 0 outside the field. */
  private float[] prominence() {
    float[] lowest = extreme(samples, -1);
    float[] opened = extreme(lowest, 1);
    for (int p = 0; p < opened.length; p++) {
      boolean inside = field.contains(p / COLUMNS, p % COLUMNS);
      opened[p] = inside ? samples[p] - opened[p] : 0;
    }
    return opened;
  }

  /**
   * The largest (sign 1) or smallest (sign -1) value under the disk, within the field. The disk is
   * taken as a pile of horizontal runs: each run's extreme follows from that of a shorter one.
   */
  private float[] extreme(float[] from, int sign) {
    float[] signed = new float[from.length];
    for (int p = 0; p < from.length; p++) {
      boolean inside = field.contains(p / COLUMNS, p % COLUMNS);
      signed[p] = inside ? sign * from[p] : Float.NEGATIVE_INFINITY;
    }
    float[] run = signed.clone();
    float[] pile = new float[from.length];
    Arrays.fill(pile, Float.NEGATIVE_INFINITY);
    for (int half = 0; half <= RADIUS; half++) {
      lengthen(run, signed, half);
      for (int down = -RADIUS; down <= RADIUS; down++) {
        if (half == (int) Math.sqrt(RADIUS * RADIUS - down * down)) {
          pileUp(pile, run, down);
        }
      }
    }
    for (int p = 0; p < pile.length; p++) {
      pile[p] *= sign;
    }
    return pile;
  }

  /** Runs of {@code half} pixels to each side, from those of one fewer. */
  private void lengthen(float[] run, float[] signed, int half) {
    for (int row = field.top(); row < field.bottom(); row++) {
      for (int column = field.left(); column < field.right(); column++) {
        int p = row * COLUMNS + column;
        if (column - half >= field.left()) {
          run[p] = Math.max(run[p], signed[p - half]);
        }
        if (column + half < field.right()) {
          run[p] = Math.max(run[p], signed[p + half]);
        }
      }
    }
  }

  /** Takes the runs some rows below into account. */
  private void pileUp(float[] pile, float[] run, int down) {
    int first = Math.max(field.top(), field.top() - down);
    int end = Math.min(field.bottom(), field.bottom() - down);
    for (int row = first; row < end; row++) {
      for (int column = field.left(); column < field.right(); column++) {
        int p = row * COLUMNS + column;
        pile[p] = Math.max(pile[p], run[p + down * COLUMNS]);
      }
    }
  }

  private static double bone(float[] prominence, VisibleField field) {
    float[] values = new float[field.size()];
    int n = 0;
    for (int row = field.top(); row < field.bottom(); row++) {
      for (int column = field.left(); column < field.right(); column++) {
        values[n++] = prominence[row * COLUMNS + column];
      }
    }
    Arrays.sort(values);
    return values[(int) (BONE_SHARE * (n - 1))];
  }

  private boolean isMetal(BitSet part, float[] prominence) {
    double mean = part.stream().mapToDouble(p -> prominence[p]).average().orElse(0);
    BitSet core = core(part);
    if (core.cardinality() < coreShare * part.cardinality()) {
      return false;
    }
    double middle = core.stream().mapToDouble(p -> prominence[p]).average().orElse(0);
    double variance =
        core.stream()
            .mapToDouble(p -> (prominence[p] - middle) * (prominence[p] - middle))
            .average()
            .orElse(0);
    BitSet rim = (BitSet) part.clone();
    rim.andNot(core);
    double slope = rim.stream().mapToDouble(this::gradient).average().orElse(0);
    return Math.sqrt(variance) < UNEVEN * mean && slope > SHARP * mean;
  }

  /** The pixels of a part that have no neighbour outside it. */
  private static BitSet core(BitSet part) {
    BitSet core = new BitSet(ModelInput.IMAGE_SIZE);
    part.stream()
        .filter(p -> Arrays.stream(Components.neighbours(p)).allMatch(n -> n >= 0 && part.get(n)))
        .forEach(core::set);
    return core;
  }

  /** Size of the gradient by central differences, per canonical pixel. */
  private double gradient(int pixel) {
    int row = Math.clamp(pixel / COLUMNS, 1, ROWS - 2);
    int column = Math.clamp(pixel % COLUMNS, 1, COLUMNS - 2);
    int p = row * COLUMNS + column;
    double down = samples[p + COLUMNS] - (double) samples[p - COLUMNS];
    double right = samples[p + 1] - (double) samples[p - 1];
    return Math.hypot(down, right) / 2;
  }
}
