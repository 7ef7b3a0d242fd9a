package org.trabecula.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.trabecula.radiography.CanonicalFrame;

/** Connected parts of a set of canonical pixels; pixels touch by their sides. */
final class Components {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  private Components() {}

  /** Returns the connected parts, each as a set of pixel indices, in the order of their first. */
  static List<BitSet> of(BitSet pixels) {
    List<BitSet> parts = new ArrayList<>();
    BitSet left = (BitSet) pixels.clone();
    for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed)) {
      parts.add(flood(left, seed));
    }
    return parts;
  }

  /** Returns the largest connected part; the first of equals; empty if there are no pixels. */
  static BitSet largest(BitSet pixels) {
    BitSet largest = new BitSet();
    for (BitSet part : of(pixels)) {
      if (part.cardinality() > largest.cardinality()) {
        largest = part;
      }
    }
    return largest;
  }

  /** Takes the part that holds the seed out of {@code left}. */
  private static BitSet flood(BitSet left, int seed) {
    BitSet part = new BitSet(ModelInput.IMAGE_SIZE);
    int[] stack = new int[64];
    int depth = 0;
    stack[depth++] = seed;
    left.clear(seed);
    while (depth > 0) {
      int pixel = stack[--depth];
      part.set(pixel);
      for (int neighbour : neighbours(pixel)) {
        if (neighbour >= 0 && left.get(neighbour)) {
          left.clear(neighbour);
          stack = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
          stack[depth++] = neighbour;
        }
      }
    }
    return part;
  }

  /** The four neighbours of a pixel, -1 where there is none. */
  static int[] neighbours(int pixel) {
    int row = pixel / COLUMNS;
    int column = pixel % COLUMNS;
    return new int[] {
      row > 0 ? pixel - COLUMNS : -1,
      column > 0 ? pixel - 1 : -1,
      column < COLUMNS - 1 ? pixel + 1 : -1,
      row < ROWS - 1 ? pixel + COLUMNS : -1
    };
  }

  /** Returns the pixels and all that touch them, {@code times} over. */
  static BitSet grown(BitSet pixels, int times) {
    BitSet grown = (BitSet) pixels.clone();
    for (int i = 0; i < times; i++) {
      BitSet ring = new BitSet(ModelInput.IMAGE_SIZE);
      for (int p = grown.nextSetBit(0); p >= 0; p = grown.nextSetBit(p + 1)) {
        for (int neighbour : neighbours(p)) {
          if (neighbour >= 0) {
            ring.set(neighbour);
          }
        }
      }
      grown.or(ring);
    }
    return grown;
  }
}
