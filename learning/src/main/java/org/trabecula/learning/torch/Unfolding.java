package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Weights;

/**
 * Gives batch normalisations whose effect a convolution has taken up their work back: the network
 * computes what it did, and in training mode nearly so.
 *
 * <p>A convolution gives x, a folded norm adds b to it. With the mean m and the variance v of x
 * over films, the norm (x - m) / sqrt(v + e) * scale + bias does the same for scale = sqrt(v + e)
 * and bias = b + m, whatever m and v are; hence one pass over the films serves all norms.
 *
 * <p>Kernels are brought to the length with which training starts at random (variance 2 / fan-in,
 * He et al. 2015, arXiv 1502.01852): a norm hides that length from the outputs, but not from the
 * optimiser, whose steps are of a given size.
 */
public final class Unfolding {
  private final Network network;
  private final Map<String, Node> norms = new LinkedHashMap<>();
  private final Map<String, Moments> moments = new HashMap<>();

  private Unfolding(Network network, List<String> names) {
    this.network = network;
    for (Node node : network.nodes()) {
      if (names.contains(node.name())) {
        norms.put(node.name(), node);
        moments.put(node.name(), new Moments(network.shape(node.name()).channels()));
      }
    }
  }

  /** Sums over all pixels of a value, by channel. */
  private static final class Moments {
    final double[] sums;
    final double[] squares;
    double count;

    Moments(int channels) {
      sums = new double[channels];
      squares = new double[channels];
    }

    void add(Tensor x) {
      Torch.scoped(() -> {
        Tensor exact = x.to(ScalarType.Double);
        float[] sum = Torch.array(exact.mean(0, 2, 3));
        float[] square = Torch.array(exact.mul(exact).mean(0, 2, 3));
        long pixels = x.numel() / sums.length;
        for (int c = 0; c < sums.length; c++) {
          sums[c] += (double) sum[c] * pixels;
          squares[c] += (double) square[c] * pixels;
        }
        count += pixels;
        return sums;
      });
    }

    double mean(int channel) {
      return sums[channel] / count;
    }

    double variance(int channel) {
      return Math.max(0, squares[channel] / count - mean(channel) * mean(channel));
    }
  }

  /**
   * Weights that compute the same, with the statistics of films in some norms.
   *
   * @param folded weights in which these norms have mean 0, variance 1 - epsilon and scale 1
   * @param norms that each follow a convolution
   * @param films at least one batch of the network's inputs
   */
  public static Weights of(Weights folded, List<String> norms, List<Batch> films, int threads) {
    if (films.isEmpty()) {
      throw new IllegalArgumentException("There are no films to take statistics of");
    }
    Torch.load(threads);
    Unfolding unfolding = new Unfolding(folded.network(), norms);
    try (TorchNetwork torch = new TorchNetwork(folded, Precision.SINGLE)) {
      films.forEach(batch -> unfolding.measure(torch, batch));
    }
    return folded.with(unfolding.parameters(folded));
  }

  private void measure(TorchNetwork torch, Batch batch) {
    Set<String> read = new HashSet<>();
    norms.values().forEach(norm -> read.add(norm.inputs().getFirst()));
    List<Node> needed = new ArrayList<>(network.neededFor(read));
    Torch.withoutGradient(() -> {
      Map<String, Tensor> inputs = new HashMap<>();
      for (String name : network.inputs().keySet()) {
        inputs.put(name, torch.input(name, batch.get(name), batch.size()));
      }
      Map<String, Tensor> values = torch.forward(inputs, needed, false);
      norms.forEach((name, norm) ->
          moments(name).add(Objects.requireNonNull(values.get(norm.inputs().getFirst()))));
      return values;
    });
  }

  private Moments moments(String norm) {
    return Objects.requireNonNull(moments.get(norm), norm);
  }

  private Map<String, float[]> parameters(Weights folded) {
    Map<String, float[]> parameters = new HashMap<>();
    norms.forEach((name, norm) -> {
      String kernel = norm.inputs().getFirst() + ".weight";
      float[] weight = folded.vector(kernel);
      float[] bias = folded.vector(name + ".bias");
      int channels = bias.length;
      float[] scale = new float[channels];
      float[] mean = new float[channels];
      float[] variance = new float[channels];
      int length = weight.length / channels;
      for (int c = 0; c < channels; c++) {
        double factor = factor(weight, c * length, length);
        for (int i = c * length; i < (c + 1) * length; i++) {
          weight[i] *= (float) factor;
        }
        double m = moments(name).mean(c);
        bias[c] += (float) m;
        mean[c] = (float) (factor * m);
        variance[c] = (float) (factor * factor * moments(name).variance(c));
        scale[c] = (float) (Math.sqrt(variance[c] + BatchNorm.EPSILON) / factor);
      }
      parameters.put(kernel, weight);
      parameters.put(name + ".scale", scale);
      parameters.put(name + ".bias", bias);
      parameters.put(name + ".mean", mean);
      parameters.put(name + ".variance", variance);
    });
    return parameters;
  }

  /** What brings a kernel to the usual length; 1 for one that is nothing. */
  private static double factor(float[] weight, int from, int length) {
    double square = 0;
    for (int i = from; i < from + length; i++) {
      square += (double) weight[i] * weight[i];
    }
    return square < 1e-12 ? 1 : Math.sqrt(2 / square);
  }
}
