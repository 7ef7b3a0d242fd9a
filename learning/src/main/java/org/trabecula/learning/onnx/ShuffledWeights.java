package org.trabecula.learning.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A network that has forgotten what it learned: the numbers of each initializer are exchanged among
 * themselves, so that shapes and distributions stay (Adebayo et al. 2018, arXiv:1810.03292).
 */
public final class ShuffledWeights {
  private ShuffledWeights() {}

  /**
   * The bytes of the model with its floating-point initializers shuffled.
   *
   * @throws IOException if they are no ONNX model
   */
  public static byte[] of(byte[] model, long seed) throws IOException {
    try {
      ModelProto.Builder copy = ModelProto.parseFrom(model).toBuilder();
      RandomGenerator random = new SplittableRandom(seed);
      GraphProto.Builder graph = copy.getGraphBuilder();
      Set<String> sizes = sizes(graph);
      for (int i = 0; i < graph.getInitializerCount(); i++) {
        TensorProto tensor = graph.getInitializer(i);
        if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()
            && !sizes.contains(tensor.getName())) {
          graph.setInitializer(i, shuffled(tensor, random));
        }
      }
      return copy.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("The network is no ONNX model: " + e.getMessage(), e);
    }
  }

  /** Inputs that say how large a result is: nothing that was learned. */
  private static Set<String> sizes(GraphProto.Builder graph) {
    return graph.getNodeList().stream()
        .filter(node -> node.getOpType().equals("Resize"))
        .flatMap(node -> node.getInputList().stream().skip(1))
        .collect(Collectors.toSet());
  }

  private static TensorProto shuffled(TensorProto tensor, RandomGenerator random) {
    boolean raw = tensor.hasRawData();
    float[] values = raw ? raw(tensor) : listed(tensor);
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      float kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
    TensorProto.Builder result = tensor.toBuilder();
    if (raw) {
      return result.setRawData(LittleEndian.bytes(values)).build();
    }
    for (int i = 0; i < values.length; i++) {
      result.setFloatData(i, values[i]);
    }
    return result.build();
  }

  private static float[] raw(TensorProto tensor) {
    var buffer = LittleEndian.floats(tensor.getRawData());
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static float[] listed(TensorProto tensor) {
    float[] values = new float[tensor.getFloatDataCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.getFloatData(i);
    }
    return values;
  }
}
