package org.trabecula.learning.network;

import org.trabecula.learning.network.Layer.Activation;
import org.trabecula.learning.network.Layer.Add;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.Function;
import org.trabecula.learning.network.Layer.Resize;

/** The repeated parts of networks: each adds layers and returns the name of the last. */
record Blocks(Network.Builder to) {
  String unit(String name, String from, int channels, int kernel, int stride) {
    String x = to.add(name, new Convolution(channels, kernel, stride, false), from);
    x = to.add(name + ".norm", new BatchNorm(1), x);
    return to.add(name + ".relu", new Activation(Function.RELU), x);
  }

  String residual(String name, String from, int channels) {
    String x = unit(name + ".a", from, channels, 3, 1);
    x = to.add(name + ".b", new Convolution(channels, 3, 1, false), x);
    // He et al. 2018 (arXiv 1812.01187): a zero last scale lets the block start as identity.
    x = to.add(name + ".b.norm", new BatchNorm(0), x);
    x = to.add(name + ".sum", new Add(), x, from);
    return to.add(name + ".relu", new Activation(Function.RELU), x);
  }

  String level(String name, String from, int channels) {
    return residual(name + ".block", unit(name, from, channels, 3, 2), channels);
  }

  String merge(String name, String deep, String skip, int inner, int channels) {
    String x = unit(name + ".lateral", deep, inner, 1, 1);
    x = to.add(name + ".resize", new Resize(2), x);
    x = to.add(name + ".join", new Add(), x, skip);
    return unit(name, x, channels, 3, 1);
  }

  String dense(String name, String from, int length) {
    String x = to.add(name, new Dense(length), from);
    return to.add(name + ".relu", new Activation(Function.RELU), x);
  }
}
