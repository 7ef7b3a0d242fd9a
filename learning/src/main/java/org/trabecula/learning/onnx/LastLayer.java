package org.trabecula.learning.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.learning.network.Networks;

/**
 * The last layer of a density network as {@link OnnxExport} wrote it: the linear one from the means
 * under the regions, the hidden layer and the covariates to the standardised densities. Everything
 * else of the network, maps, regions, features and standard deviations, is not touched.
 */
public final class LastLayer {
  private static final String LAYER = "density.z";

  private final ModelProto model;
  private final NodeProto node;
  private final List<Float> spreads;
  private final int size;

  private LastLayer(ModelProto model, NodeProto node, List<Float> spreads, int size) {
    this.model = model;
    this.node = node;
    this.spreads = spreads;
    this.size = size;
  }

  /**
   * Finds the layer; empty if the network has another form.
   *
   * @param bytes of the model
   * @throws IOException if they are no ONNX model
   */
  public static Optional<LastLayer> of(byte[] bytes) throws IOException {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("The network is no ONNX model: " + e.getMessage(), e);
    }
    Optional<NodeProto> node =
        model.getGraph().getNodeList().stream()
            .filter(n -> n.getOpType().equals("Gemm") && n.getOutputList().contains(LAYER))
            .findFirst();
    Optional<TensorProto> weight = node.flatMap(n -> initializer(model, n.getInput(1)));
    Optional<TensorProto> bias = node.flatMap(n -> initializer(model, n.getInput(2)));
    Optional<TensorProto> spread = initializer(model, Networks.MEAN + ".scale");
    if (weight.isEmpty() || bias.isEmpty() || spread.isEmpty()) {
      return Optional.empty();
    }
    int size = Math.toIntExact(weight.get().getDims(1));
    return Optional.of(new LastLayer(model, node.orElseThrow(), numbers(spread.get()), size));
  }

  private static Optional<TensorProto> initializer(ModelProto model, String name) {
    return model.getGraph().getInitializerList().stream()
        .filter(t -> t.getName().equals(name) && t.hasRawData())
        .findFirst();
  }

  private static List<Float> numbers(TensorProto tensor) {
    float[] values = values(tensor);
    List<Float> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(value);
    }
    return List.copyOf(numbers);
  }

  private static float[] values(TensorProto tensor) {
    var buffer = LittleEndian.floats(tensor.getRawData());
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /** How many numbers the layer reads. */
  public int size() {
    return size;
  }

  /** The name under which {@link #exposing} gives what the layer reads. */
  public String input() {
    return node.getInput(0);
  }

  /** The bytes of a model that also gives what the layer reads. */
  public byte[] exposing() {
    ModelProto.Builder copy = model.toBuilder();
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
    copy.getGraphBuilder()
        .addOutput(
            ValueInfoProto.newBuilder()
                .setName(input())
                .setType(TypeProto.newBuilder().setTensorType(tensor)));
    return copy.build().toByteArray();
  }

  /**
   * What is added to the mean of a site.
   *
   * @param offset g/cm2
   * @param weights g/cm2 for each number that the layer reads
   */
  public record Change(double offset, List<Double> weights) {
    public Change {
      weights = List.copyOf(weights);
    }
  }

  /**
   * The bytes of a model whose means change.
   *
   * @param changes by index of the site
   */
  public byte[] changed(Map<Integer, Change> changes) {
    ModelProto.Builder copy = model.toBuilder();
    GraphProto.Builder graph = copy.getGraphBuilder();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto tensor = graph.getInitializer(i);
      boolean weight = tensor.getName().equals(node.getInput(1));
      if (weight || tensor.getName().equals(node.getInput(2))) {
        float[] values = values(tensor);
        changes.forEach((site, change) -> add(values, site, change, weight));
        graph.setInitializer(i, tensor.toBuilder().setRawData(LittleEndian.bytes(values)));
      }
    }
    return copy.build().toByteArray();
  }

  private void add(float[] values, int site, Change change, boolean weight) {
    if (change.weights().size() != size) {
      throw new IllegalArgumentException(
          "%d weights for a layer of %d".formatted(change.weights().size(), size));
    }
    double spread = spreads.get(site);
    if (!weight) {
      values[site] += (float) (change.offset() / spread);
      return;
    }
    for (int k = 0; k < size; k++) {
      values[site * size + k] += (float) (change.weights().get(k) / spread);
    }
  }
}
