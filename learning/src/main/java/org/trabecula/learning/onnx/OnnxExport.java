package org.trabecula.learning.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.trabecula.learning.network.Shape;
import org.trabecula.learning.network.Weights;

/** A network as an ONNX model, operator set 17; the same weights give the same bytes. */
public final class OnnxExport {
  private static final int OPERATOR_SET = 17;
  private static final int IR_VERSION = 8;

  private final Network network;
  private final Weights weights;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> constants = new HashSet<>();

  private OnnxExport(Weights weights) {
    this.network = weights.network();
    this.weights = weights;
  }

  /** The model's bytes. */
  public static byte[] bytes(Weights weights) {
    return new OnnxExport(weights).model().toByteArray();
  }

  private ModelProto model() {
    graph.setName(network.name());
    network.inputs().forEach((name, shape) -> graph.addInput(info(name, shape)));
    Map<String, Node> folded = Folding.of(network);
    for (Node node : network.nodes()) {
      if (folded.containsKey(node.name())) {
        FoldedConvolution.of(weights, node, folded.get(node.name())).write(this);
      } else if (!folded.containsValue(node)) {
        write(node);
      }
    }
    network
        .outputs()
        .forEach((output, value) -> {
          add("Identity", output, List.of(value));
          graph.addOutput(info(output, network.shape(value)));
        });
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("trabecula")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setGraph(graph)
        .build();
  }

  private void write(Node node) {
    List<String> in = node.inputs();
    String out = node.name();
    switch (node.layer()) {
      case Convolution ignored -> FoldedConvolution.of(weights, node).write(this);
      case BatchNorm ignored -> batchNorm(node);
      case Activation a -> activation(a, in.getFirst(), out);
      case Softmax ignored -> addWith("Softmax", out, in, integer("axis", 1));
      case Add ignored -> add("Add", out, in);
      case Concat ignored -> addWith("Concat", out, in, integer("axis", 1));
      case Resize r -> resize(r, in.getFirst(), out);
      case GlobalPool ignored -> {
        add("GlobalAveragePool", out + "/mean", in);
        addWith("Flatten", out, List.of(out + "/mean"), integer("axis", 1));
      }
      case MaskedPool ignored -> maskedPool(node);
      case Dense ignored -> dense(node);
      case Affine a -> affine(a, node);
      case StopGradient ignored -> add("Identity", out, in);
    }
  }

  private void batchNorm(Node node) {
    for (String role : List.of("scale", "bias", "mean", "variance")) {
      String name = node.name() + "." + role;
      float[] values = weights.vector(name);
      floats(name, values, values.length);
    }
    String name = node.name();
    addWith(
        "BatchNormalization",
        name,
        List.of(
            node.inputs().getFirst(),
            name + ".scale",
            name + ".bias",
            name + ".mean",
            name + ".variance"),
        real("epsilon", BatchNorm.EPSILON));
  }

  private void activation(Activation a, String in, String out) {
    switch (a.function()) {
      case RELU -> add("Relu", out, List.of(in));
      case SIGMOID -> add("Sigmoid", out, List.of(in));
      case SOFTPLUS -> add("Softplus", out, List.of(in));
      case SILU -> {
        add("Sigmoid", out + "/gate", List.of(in));
        add("Mul", out, List.of(in, out + "/gate"));
      }
    }
  }

  private void resize(Resize r, String in, String out) {
    String scales = "scales." + r.factor();
    floats(scales, new float[] {1, 1, r.factor(), r.factor()}, 4);
    addWith(
        "Resize",
        out,
        List.of(in, "", scales),
        text("mode", "linear"),
        text("coordinate_transformation_mode", "half_pixel"));
  }

  private void maskedPool(Node node) {
    String out = node.name();
    Shape.Grid features = network.shape(node.inputs().get(0)).grid();
    Shape.Grid masks = network.shape(node.inputs().get(1)).grid();
    longs(out + "/f.shape", 0, features.channels(), features.pixels());
    longs(out + "/m.shape", 0, masks.channels(), masks.pixels());
    longs(out + "/shape", 0, (long) features.channels() * masks.channels());
    longs("axis.last", 2);
    floats("mask.epsilon", new float[] {(float) MaskedPool.EPSILON}, 1);
    add("Reshape", out + "/f", List.of(node.inputs().get(0), out + "/f.shape"));
    add("Reshape", out + "/m", List.of(node.inputs().get(1), out + "/m.shape"));
    addWith("Transpose", out + "/ft", List.of(out + "/f"), integers("perm", List.of(0L, 2L, 1L)));
    add("MatMul", out + "/sum", List.of(out + "/m", out + "/ft"));
    addWith("ReduceSum", out + "/area", List.of(out + "/m", "axis.last"), integer("keepdims", 1));
    add("Add", out + "/area.safe", List.of(out + "/area", "mask.epsilon"));
    add("Div", out + "/mean", List.of(out + "/sum", out + "/area.safe"));
    add("Reshape", out, List.of(out + "/mean", out + "/shape"));
  }

  private void dense(Node node) {
    String name = node.name();
    int length = network.shape(name).channels();
    int in = network.shape(node.inputs().getFirst()).channels();
    floats(name + ".weight", weights.vector(name + ".weight"), length, in);
    floats(name + ".bias", weights.vector(name + ".bias"), length);
    addWith(
        "Gemm",
        name,
        List.of(node.inputs().getFirst(), name + ".weight", name + ".bias"),
        integer("transB", 1));
  }

  private void affine(Affine a, Node node) {
    String name = node.name();
    int n = a.scale().size();
    long[] shape =
        network.shape(name) instanceof Shape.Grid ? new long[] {1, n, 1, 1} : new long[] {1, n};
    floats(name + ".scale", single(a.scale()), shape);
    floats(name + ".offset", single(a.offset()), shape);
    add("Mul", name + "/scaled", List.of(node.inputs().getFirst(), name + ".scale"));
    add("Add", name, List.of(name + "/scaled", name + ".offset"));
  }

  private static float[] single(List<Double> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i).floatValue();
    }
    return array;
  }

  void add(String operator, String out, List<String> in) {
    addWith(operator, out, in);
  }

  void addWith(String operator, String out, List<String> in, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(out)
            .setOpType(operator)
            .addAllInput(in)
            .addOutput(out)
            .addAllAttribute(List.of(attributes)));
  }

  void floats(String name, float[] values, long... shape) {
    if (!constants.add(name)) {
      return;
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(LittleEndian.bytes(values));
    for (long length : shape) {
      tensor.addDims(length);
    }
    graph.addInitializer(tensor);
  }

  private void longs(String name, long... values) {
    if (!constants.add(name)) {
      return;
    }
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length)
            .setRawData(LittleEndian.bytes(values)));
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto integers(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  private static AttributeProto real(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  private static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  private static ValueInfoProto info(String name, Shape shape) {
    TensorShapeProto.Builder dimensions =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(shape.channels()));
    if (shape instanceof Shape.Grid grid) {
      dimensions
          .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(grid.rows()))
          .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(grid.columns()));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(dimensions)))
        .build();
  }
}
