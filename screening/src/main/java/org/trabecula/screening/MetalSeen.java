package org.trabecula.screening;

import java.util.BitSet;
import org.trabecula.radiography.CanonicalFrame;

/**
 * Where the network takes what a film shows for metal: parts that it thinks likely, with a core of
 * which it is sure. Training counts a pixel of metal five times, so what it calls 0.5 is one to
 * five, and 0.95 four to one. On films unlike its training dense bone often is the former, more
 * seldom the latter.
 */
final class MetalSeen {
  /** A part reaches as far as this probability. */
  private static final float LIKELY = 0.5f;

  /** Its core is above this probability: 0.8 without the fivefold count. */
  private static final float SURE = 0.95f;

  /** Smaller cores, below 0.11 cm², are no metal that the network was trained on. */
  private static final int LEAST_PIXELS = 5;

  private MetalSeen() {}

  /** Pixels of metal in the field; none if the network was not trained to tell. */
  static BitSet of(NetworkOutput output, VisibleField field) {
    return output
        .metal()
        .map(probability -> of(probability, field))
        .orElseGet(() -> new BitSet(ModelInput.IMAGE_SIZE));
  }

  /** Pixels of metal by their probability. */
  static BitSet of(PixelMap probability, VisibleField field) {
    BitSet sure = over(SURE, probability, field);
    BitSet metal = new BitSet(ModelInput.IMAGE_SIZE);
    for (BitSet part : Components.of(over(LIKELY, probability, field))) {
      BitSet core = (BitSet) part.clone();
      core.and(sure);
      if (core.cardinality() >= LEAST_PIXELS) {
        metal.or(part);
      }
    }
    return metal;
  }

  private static BitSet over(float cut, PixelMap probability, VisibleField field) {
    BitSet over = new BitSet(ModelInput.IMAGE_SIZE);
    for (int row = field.top(); row < field.bottom(); row++) {
      for (int column = field.left(); column < field.right(); column++) {
        over.set(row * CanonicalFrame.COLUMNS + column, probability.at(row, column) > cut);
      }
    }
    return over;
  }
}
