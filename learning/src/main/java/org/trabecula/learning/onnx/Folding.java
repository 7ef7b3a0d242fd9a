package org.trabecula.learning.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Node;

/** Which batch normalisations a file does not hold, because a convolution took them up. */
final class Folding {
  private Folding() {}

  /** Convolutions by name whose only reader is a batch normalisation, with that reader. */
  static Map<String, Node> of(Network network) {
    Map<String, Integer> readers = new HashMap<>();
    network.outputs().values().forEach(value -> readers.merge(value, 1, Integer::sum));
    for (Node node : network.nodes()) {
      node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
    }
    Set<String> convolutions = new HashSet<>();
    Map<String, Node> folded = new LinkedHashMap<>();
    for (Node node : network.nodes()) {
      if (node.layer() instanceof Convolution) {
        convolutions.add(node.name());
      }
      String input = node.inputs().getFirst();
      if (node.layer() instanceof BatchNorm
          && convolutions.contains(input)
          && readers.getOrDefault(input, 0) == 1) {
        folded.put(input, node);
      }
    }
    return folded;
  }
}
