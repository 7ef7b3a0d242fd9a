package org.trabecula.learning.network;

import java.util.List;

/**
 * A layer in its place.
 *
 * @param name of the value it makes
 * @param inputs names of the values it takes
 */
public record Node(String name, Layer layer, List<String> inputs) {
  public Node {
    inputs = List.copyOf(inputs);
  }
}
