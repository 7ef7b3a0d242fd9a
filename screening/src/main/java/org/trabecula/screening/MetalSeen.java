package org.trabecula.screening;

import java.util.BitSet;
import org.trabecula.radiography.CanonicalFrame;

/** Where the network takes what a film shows for metal. */
final class MetalSeen {
  /** A pixel shows metal from this probability on. */
  private static final float CUT = 0.5f;

  /** Smaller specks, below 0.11 cm², are no metal that the network was trained on. */
  private static final int LEAST_PIXELS = 5;

  private MetalSeen() {}

  /** Pixels of metal in the field; none if the network was not trained to tell. */
  static BitSet of(NetworkOutput output, VisibleField field) {
    BitSet metal = new BitSet(ModelInput.IMAGE_SIZE);
    output
        .metal()
        .ifPresent(probability -> {
          BitSet likely = new BitSet(ModelInput.IMAGE_SIZE);
          for (int row = field.top(); row < field.bottom(); row++) {
            for (int column = field.left(); column < field.right(); column++) {
              likely.set(row * CanonicalFrame.COLUMNS + column, probability.at(row, column) > CUT);
            }
          }
          for (BitSet part : Components.of(likely)) {
            if (part.cardinality() >= LEAST_PIXELS) {
              metal.or(part);
            }
          }
        });
    return metal;
  }
}
