package org.trabecula.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.learning.network.Layer;
import org.trabecula.learning.network.Layer.Function;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Parameter;
import org.trabecula.learning.network.Shape;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.TorchNetwork;

/** libtorch and ONNX Runtime compute the same from one description. */
class TwoInterpretersTest {
  private static final int BATCH = 2;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreeOnRandomNetworks(long seed) throws OrtException {
    SplittableRandom random = new SplittableRandom(seed);
    assertAgreement(randomNetwork(random), random);
  }

  @Test
  void agreeOnTheDensityNetwork() throws OrtException {
    Networks.Size size = new Networks.Size(64, 64, List.of(4, 6, 8, 10, 12), 16);
    assertAgreement(
        Networks.density("hip", 3, Networks.unitScale(9), size), new SplittableRandom(5));
  }

  @Test
  void agreeOnTheViewNetwork() throws OrtException {
    assertAgreement(Networks.view(4, 64, 32), new SplittableRandom(6));
  }

  @Test
  void sameWeightsGiveTheSameBytes() {
    Weights weights = Weights.random(Networks.view(4, 32, 32), new SplittableRandom(3));
    assertThat(OnnxExport.bytes(weights)).isEqualTo(OnnxExport.bytes(weights));
  }

  static void assertAgreement(Network network, SplittableRandom random) throws OrtException {
    Weights weights = perturbed(network, random);
    Map<String, float[]> inputs = new LinkedHashMap<>();
    network
        .inputs()
        .forEach((name, shape) -> inputs.put(name, gaussian(BATCH * shape.size(), random)));
    Map<String, float[]> torch;
    try (TorchNetwork interpreter = new TorchNetwork(weights, Precision.SINGLE)) {
      torch = interpreter.predict(inputs, BATCH);
    }
    Map<String, float[]> onnx = onnx(weights, inputs);
    assertThat(onnx.keySet()).isEqualTo(torch.keySet());
    torch.forEach((name, values) -> {
      float[] others = onnx.get(name);
      assertThat(others).hasSameSizeAs(values);
      for (int i = 0; i < values.length; i++) {
        double bound = 1e-4 * Math.max(1, Math.abs(values[i]));
        assertThat((double) others[i]).as(name).isCloseTo(values[i], within(bound));
      }
    });
  }

  /** Random weights with statistics and scales away from their start, so folding shows. */
  private static Weights perturbed(Network network, SplittableRandom random) {
    Weights start = Weights.random(network, random);
    float[] values = start.values();
    for (Parameter p : network.parameters()) {
      int from = start.offset(p.name());
      for (int i = from; i < from + p.size(); i++) {
        if (p.role() != Parameter.Role.WEIGHT) {
          values[i] = (float) (0.5 + random.nextDouble());
        }
      }
    }
    return Weights.copyOf(network, values);
  }

  private static float[] gaussian(int length, SplittableRandom random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Map<String, float[]> onnx(Weights weights, Map<String, float[]> inputs)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, float[]> outputs = new HashMap<>();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try (OrtSession session =
        environment.createSession(OnnxExport.bytes(weights), new OrtSession.SessionOptions())) {
      for (Map.Entry<String, float[]> input : inputs.entrySet()) {
        long[] shape =
            switch (weights.network().shape(input.getKey())) {
              case Shape.Grid g -> new long[] {BATCH, g.channels(), g.rows(), g.columns()};
              case Shape.Vector v -> new long[] {BATCH, v.channels()};
            };
        tensors.put(
            input.getKey(),
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.getValue()), shape));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> entry : result) {
          FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
          float[] values = new float[buffer.remaining()];
          buffer.get(values);
          outputs.put(entry.getKey(), values);
        }
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
    return outputs;
  }

  /** A chain of random layers that ends in all kinds of pooling. */
  private static Network randomNetwork(SplittableRandom random) {
    Network.Builder b = Network.builder("random");
    int channels = random.nextInt(1, 4);
    String x = b.input("image", channels, 4 * random.nextInt(1, 5), 4 * random.nextInt(1, 5));
    String v = b.input("covariates", 5);
    for (int i = 0; i < 6; i++) {
      String name = "n" + i;
      switch (random.nextInt(7)) {
        case 0 -> {
          channels = random.nextInt(1, 9);
          int stride = random.nextInt(1, 3);
          x = b.add(name, new Layer.Convolution(channels, 3, stride, random.nextBoolean()), x);
        }
        case 1 -> {
          channels = random.nextInt(1, 9);
          x = b.add(name + "c", new Layer.Convolution(channels, 5, 1, false), x);
          x = b.add(name, new Layer.BatchNorm(1), x);
        }
        case 2 -> x = b.add(name, new Layer.BatchNorm(1), x);
        case 3 -> {
          Function[] all = Function.values();
          x = b.add(name, new Layer.Activation(all[random.nextInt(all.length)]), x);
        }
        case 4 -> x = b.add(name, new Layer.Resize(random.nextInt(1, 4)), x);
        case 5 -> x = b.add(name, new Layer.Add(), x, x);
        default -> {
          x = b.add(name, new Layer.Concat(), x, x);
          channels *= 2;
        }
      }
    }
    String mask = b.add("mask", new Layer.Activation(Function.SIGMOID), x);
    String held = b.add("held", new Layer.StopGradient(), mask);
    String pooled = b.add("pooled", new Layer.MaskedPool(), x, held);
    String mean = b.add("mean", new Layer.GlobalPool(), x);
    String all = b.add("all", new Layer.Concat(), pooled, mean, v);
    String dense = b.add("dense", new Layer.Dense(4), all);
    String scaled =
        b.add(
            "scaled",
            new Layer.Affine(List.of(1.0, 2.0, 0.5, -1.0), List.of(0.0, 1.0, -1.0, 0.3)),
            dense);
    String soft = b.add("soft", new Layer.Softmax(), dense);
    return b.output("grid", x).output("scaled_out", scaled).output("probabilities", soft).build();
  }
}
