package org.trabecula.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffledWeightsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void eachInitializerIsAPermutationOfItself(long seed) throws IOException {
    ModelProto before = model();
    ModelProto after = ModelProto.parseFrom(ShuffledWeights.of(before.toByteArray(), seed));
    for (int i = 0; i < 2; i++) {
      TensorProto was = before.getGraph().getInitializer(i);
      TensorProto is = after.getGraph().getInitializer(i);
      assertThat(is.getDimsList()).isEqualTo(was.getDimsList());
      assertThat(values(is)).isNotEqualTo(values(was));
      assertThat(sorted(is)).isEqualTo(sorted(was));
    }
  }

  @Test
  void whatWasNotLearnedStays() throws IOException {
    ModelProto before = model();
    ModelProto after = ModelProto.parseFrom(ShuffledWeights.of(before.toByteArray(), 1));
    assertThat(after.getGraph().getInitializer(2)).isEqualTo(before.getGraph().getInitializer(2));
    assertThat(after.getGraph().getInitializer(3)).isEqualTo(before.getGraph().getInitializer(3));
    assertThat(after.getGraph().getNodeList()).isEqualTo(before.getGraph().getNodeList());
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    byte[] model = model().toByteArray();
    assertThat(ShuffledWeights.of(model, 5)).isEqualTo(ShuffledWeights.of(model, 5));
    assertThat(ShuffledWeights.of(model, 5)).isNotEqualTo(ShuffledWeights.of(model, 6));
  }

  @Test
  void whatIsNoModelIsSaidSo() {
    assertThatThrownBy(() -> ShuffledWeights.of(new byte[] {1, 2, 3}, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no ONNX model");
  }

  /** A raw and a listed tensor of weights, the sizes of an enlargement, and whole numbers. */
  private static ModelProto model() {
    SplittableRandom random = new SplittableRandom(9);
    float[] raw = new float[48];
    TensorProto.Builder listed = floats("listed").addDims(20);
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < 20; i++) {
      listed.addFloatData((float) random.nextGaussian());
    }
    return ModelProto.newBuilder()
        .setGraph(
            GraphProto.newBuilder()
                .addInitializer(
                    floats("raw").addDims(6).addDims(8).setRawData(LittleEndian.bytes(raw)))
                .addInitializer(listed)
                .addInitializer(floats("twice").addDims(4).addAllFloatData(List.of(1f, 1f, 2f, 2f)))
                .addInitializer(
                    TensorProto.newBuilder()
                        .setName("shape")
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(2)
                        .addInt64Data(1)
                        .addInt64Data(2))
                .addNode(
                    NodeProto.newBuilder()
                        .setOpType("Resize")
                        .addAllInput(List.of("x", "", "twice"))
                        .addOutput("y")))
        .build();
  }

  private static TensorProto.Builder floats(String name) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT.getNumber());
  }

  private static float[] sorted(TensorProto tensor) {
    float[] values = values(tensor);
    Arrays.sort(values);
    return values;
  }

  private static float[] values(TensorProto tensor) {
    if (tensor.hasRawData()) {
      var buffer = LittleEndian.floats(tensor.getRawData());
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
    float[] values = new float[tensor.getFloatDataCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.getFloatData(i);
    }
    return values;
  }
}
