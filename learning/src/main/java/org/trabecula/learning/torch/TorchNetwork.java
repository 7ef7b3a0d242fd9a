package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.network.Layer;
import org.trabecula.learning.network.Layer.Activation;
import org.trabecula.learning.network.Layer.Add;
import org.trabecula.learning.network.Layer.Affine;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Concat;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.GlobalPool;
import org.trabecula.learning.network.Layer.MaskedPool;
import org.trabecula.learning.network.Layer.Resize;
import org.trabecula.learning.network.Layer.Softmax;
import org.trabecula.learning.network.Layer.StopGradient;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Parameter;
import org.trabecula.learning.network.Shape.Grid;
import org.trabecula.learning.network.Shape.Vector;
import org.trabecula.learning.network.Weights;

/**
 * A network on libtorch. All parameters are views of one flat tensor, and their gradients of
 * another, so that optimiser, average and checkpoint are a few operations each. One thread.
 */
public final class TorchNetwork implements AutoCloseable {
  private static final double MOMENTUM = 0.05;

  private final Network network;
  private final Precision precision;
  private final int trainedSize;
  private final Tensor flat;
  private final Tensor gradient;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final List<Node> shown;
  // What may be overwritten by the layer that takes it: a third less memory to walk through.
  private final Set<String> passing;

  /** A network with given weights; loads libtorch on first use. */
  public TorchNetwork(Weights weights, Precision precision) {
    this.network = weights.network();
    this.precision = precision;
    this.trainedSize = network.parameterCount();
    this.shown = network.neededFor(Set.copyOf(network.outputs().values()));
    this.passing = passing(network);
    float[] values = weights.values();
    this.flat = Torch.tensor(values, values.length);
    this.gradient = Torch.tensor(new float[trainedSize], trainedSize);
    int offset = 0;
    for (Parameter parameter : network.parameters()) {
      parameters.put(parameter.name(), view(parameter, offset));
      offset += parameter.size();
    }
  }

  /** Values of layers whose gradient does not need them, and that one other layer takes. */
  private static Set<String> passing(Network network) {
    Set<String> passing = new HashSet<>();
    for (Node node : network.nodes()) {
      boolean needless = node.layer() instanceof BatchNorm || node.layer() instanceof Add;
      long takers = network.nodes().stream().filter(n -> n.inputs().contains(node.name())).count();
      if (needless && takers == 1 && !network.outputs().containsValue(node.name())) {
        passing.add(node.name());
      }
    }
    return passing;
  }

  private Tensor view(Parameter parameter, int offset) {
    Tensor view = shaped(flat.narrow(0, offset, parameter.size()), parameter).detach();
    if (parameter.role() != Parameter.Role.STATISTIC) {
      view.requires_grad_(true);
      view.mutable_grad()
          .put(shaped(gradient.narrow(0, offset, parameter.size()), parameter).detach());
    }
    return view;
  }

  private static Tensor shaped(Tensor part, Parameter parameter) {
    long[] shape = parameter.shape().stream().mapToLong(Integer::longValue).toArray();
    Tensor view = part.view(shape);
    return shape.length == 4 ? view.permute(0, 3, 1, 2) : view;
  }

  public Network network() {
    return network;
  }

  /** How many of the leading numbers are trained. */
  int trainedSize() {
    return trainedSize;
  }

  /** All numbers, trained first: owned by this network. */
  Tensor flat() {
    return flat;
  }

  /** The gradient of the trained numbers: owned by this network. */
  Tensor gradient() {
    return gradient;
  }

  /** A copy of the weights. */
  public Weights weights() {
    return Weights.copyOf(network, Torch.array(flat));
  }

  /** Replaces all weights. */
  public void load(float[] values) {
    Torch.fill(flat, values);
  }

  /**
   * Computes the outputs for a batch without gradients.
   *
   * @param inputs per input, batch x size numbers
   * @param batch examples
   */
  public Map<String, float[]> predict(Map<String, float[]> inputs, int batch) {
    return Torch.withoutGradient(() -> {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String name : network.inputs().keySet()) {
        tensors.put(name, input(name, Objects.requireNonNull(inputs.get(name)), batch));
      }
      Map<String, Tensor> values = forward(tensors, shown, false);
      Map<String, float[]> outputs = new LinkedHashMap<>();
      network
          .outputs()
          .forEach((name, value) ->
              outputs.put(name, Torch.array(Objects.requireNonNull(values.get(value)))));
      return outputs;
    });
  }

  /** A copy of an input's numbers. */
  Tensor input(String name, float @Nullable [] numbers, int batch) {
    if (numbers == null) {
      throw new IllegalArgumentException("Input '%s' is missing".formatted(name));
    }
    return switch (network.shape(name)) {
      case Grid g -> Torch.tensor(numbers, batch, g.channels(), g.rows(), g.columns());
      case Vector v -> Torch.tensor(numbers, batch, v.channels());
    };
  }

  /**
   * The values of some nodes, by name; call inside a {@code PointerScope}.
   *
   * @param nodes in order of computation, with all that they need
   */
  Map<String, Tensor> forward(Map<String, Tensor> inputs, List<Node> nodes, boolean training) {
    Map<String, Tensor> values = new HashMap<>(inputs);
    for (Node node : nodes) {
      List<Tensor> taken = new ArrayList<>();
      for (String input : node.inputs()) {
        taken.add(Objects.requireNonNull(values.get(input), input));
      }
      values.put(node.name(), apply(node, taken, training));
    }
    return values;
  }

  private Tensor apply(Node node, List<Tensor> in, boolean training) {
    Tensor x = in.getFirst();
    return switch (node.layer()) {
      case Convolution c -> convolution(node, c, x);
      case BatchNorm ignored -> batchNorm(node, x, training);
      case Activation(Layer.Function function)
          when function == Layer.Function.RELU && passing.contains(node.inputs().getFirst()) -> {
        x.relu_();
        yield x;
      }
      case Activation a -> activation(a.function(), x);
      case Softmax ignored -> x.softmax(1);
      case Add ignored when passing.contains(node.inputs().getFirst()) -> {
        x.add_(in.get(1));
        yield x;
      }
      case Add ignored -> x.add(in.get(1));
      case Concat ignored -> torch.cat(new TensorVector(in.toArray(Tensor[]::new)), 1);
      case Resize r -> resize(node, r, x);
      case GlobalPool ignored -> single(x).mean(2, 3);
      case MaskedPool ignored -> maskedPool(single(x), single(in.get(1)));
      case Dense ignored ->
          torch.linear(
              single(x), parameter(node, "weight"), new TensorOptional(parameter(node, "bias")));
      case Affine a -> affine(a, x);
      case StopGradient ignored -> x.detach();
    };
  }

  private Tensor parameter(Node node, String role) {
    return Objects.requireNonNull(parameters.get(node.name() + "." + role));
  }

  private static Tensor single(Tensor x) {
    return x.to(ScalarType.Float);
  }

  private Tensor convolution(Node node, Convolution c, Tensor x) {
    // The image itself and the heads stay in single precision: bfloat16 has 8 bits.
    boolean brain = precision == Precision.BRAIN && !c.bias() && x.size(1) > 1;
    Tensor in = x.to(brain ? ScalarType.BFloat16 : ScalarType.Float);
    Tensor weight = parameter(node, "weight");
    Tensor out =
        torch.conv2d(
            in,
            brain ? weight.to(ScalarType.BFloat16) : weight,
            c.bias() ? new TensorOptional(parameter(node, "bias")) : new TensorOptional(),
            new long[] {c.stride(), c.stride()},
            new long[] {c.padding(), c.padding()},
            new long[] {1, 1},
            1);
    return out.contiguous(MemoryFormat.ChannelsLast);
  }

  private Tensor batchNorm(Node node, Tensor x, boolean training) {
    return torch.batch_norm(
        x,
        new TensorOptional(parameter(node, "scale")),
        new TensorOptional(parameter(node, "bias")),
        new TensorOptional(parameter(node, "mean")),
        new TensorOptional(parameter(node, "variance")),
        training,
        MOMENTUM,
        BatchNorm.EPSILON,
        false);
  }

  private static Tensor activation(Layer.Function function, Tensor x) {
    return switch (function) {
      case RELU -> x.relu();
      case SILU -> torch.silu(x);
      case SIGMOID -> x.sigmoid();
      case SOFTPLUS -> torch.softplus(x);
    };
  }

  private Tensor resize(Node node, Resize r, Tensor x) {
    Grid to = network.shape(node.name()).grid();
    return r.factor() == 1
        ? x
        : torch.upsample_bilinear2d(x, new long[] {to.rows(), to.columns()}, false);
  }

  private static Tensor maskedPool(Tensor features, Tensor masks) {
    long batch = features.size(0);
    Tensor f = features.flatten(2, 3);
    Tensor m = masks.flatten(2, 3);
    Tensor sums = torch.bmm(m, f.transpose(1, 2));
    Tensor areas =
        m.sum(new long[] {2}, true, new ScalarTypeOptional()).add(Torch.scalar(MaskedPool.EPSILON));
    return sums.div(areas).reshape(batch, -1);
  }

  private static Tensor affine(Affine a, Tensor x) {
    int n = a.scale().size();
    long[] shape = x.dim() == 4 ? new long[] {1, n, 1, 1} : new long[] {1, n};
    return x.mul(Torch.tensor(Torch.floats(a.scale()), shape))
        .add(Torch.tensor(Torch.floats(a.offset()), shape));
  }

  @Override
  public void close() {
    parameters.values().forEach(Tensor::close);
    gradient.close();
    flat.close();
  }
}
