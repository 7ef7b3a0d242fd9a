package org.trabecula.learning.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Parameter;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxExport;
import org.trabecula.learning.onnx.OnnxParameters;

/** A network that starts from a file computes what the file does. */
class UnfoldingTest {
  private static final int BATCH = 4;
  private static final Networks.Size SIZE = new Networks.Size(64, 64, List.of(4, 6, 8, 10, 12), 16);

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void beforeAnyStepItPredictsWhatItsParentDoes(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Weights parent = trained(density(3), random);
    List<Batch> films = films(parent.network(), 3, random);
    assertSame(warm(parent, density(3), films), parent, films);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inTrainingItPredictsNearlyTheSame(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Weights parent = trained(density(3), random);
    List<Batch> films = films(parent.network(), 1, random);
    Weights warm = warm(parent, density(3), films);
    Batch batch = films.getFirst();
    try (TorchNetwork asParent = new TorchNetwork(parent, Precision.SINGLE);
        TorchNetwork inTraining = new TorchNetwork(warm, Precision.SINGLE)) {
      float[] expected = asParent.predict(inputs(batch), BATCH).get("mineral_map");
      float[] found = inTraining(inTraining, batch);
      double most = 0;
      for (int i = 0; i < found.length; i++) {
        most = Math.max(most, Math.abs(found[i] - expected[i]) / (1.0 + Math.abs(expected[i])));
      }
      assertThat(most).isLessThan(5e-3);
    }
  }

  @Test
  void aDeadChannelStaysDead() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    Weights parent = trained(density(3), random);
    float[] kernel = parent.vector("down1.weight");
    java.util.Arrays.fill(kernel, 0, kernel.length / 6, 0);
    Weights dead = parent.with(Map.of("down1.weight", kernel));
    List<Batch> films = films(dead.network(), 2, random);
    Weights warm = warm(dead, density(3), films);
    for (float value : warm.values()) {
      assertThat(value).isFinite();
    }
    assertSame(warm, dead, films);
  }

  @Test
  void kernelsHaveTheLengthOfAStartAtRandom() throws IOException {
    SplittableRandom random = new SplittableRandom(12);
    Weights parent = trained(density(3), random);
    Weights warm = warm(parent, density(3), films(parent.network(), 1, random));
    float[] kernel = warm.vector("down2.weight");
    double square = 0;
    for (float value : kernel) {
      square += (double) value * value;
    }
    int channels = warm.network().shape("down2").channels();
    assertThat(square / channels).isCloseTo(2, within(1e-4));
  }

  @Test
  void layersOfAnotherShapeStartAsAlways() throws IOException {
    SplittableRandom random = new SplittableRandom(13);
    Weights parent = trained(density(3), random);
    Weights fresh = Weights.random(density(4), new SplittableRandom(1));
    OnnxParameters.Inherited inherited = read(parent).passOn(fresh);
    assertThat(inherited.fresh()).containsExactly("region.logits", "mlp1", "density.z");
    assertThat(inherited.taken()).contains("stem", "up0", "map.logits", "mlp2", "density.raw");
    assertThat(inherited.weights().vector("region.logits.weight"))
        .isEqualTo(fresh.vector("region.logits.weight"));
    assertThat(inherited.weights().vector("mlp2.weight")).isEqualTo(parent.vector("mlp2.weight"));
  }

  @Test
  void aNetworkWithNothingInCommonIsRefused() throws IOException {
    Weights view = trained(Networks.view(4, 64, 32), new SplittableRandom(14));
    Weights fresh = Weights.random(density(3), new SplittableRandom(1));
    OnnxParameters parameters = read(view);
    assertThatThrownBy(() -> parameters.passOn(fresh))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no layer in common with the network 'hip'");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Path file = folder.resolve("text.onnx");
    Files.writeString(file, "This is no model.");
    assertThatThrownBy(() -> OnnxParameters.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no ONNX model");
  }

  @Test
  void theScaleOfTheSitesIsReadBack() throws IOException {
    Networks.SiteScale scale =
        new Networks.SiteScale(List.of(0.9437, 1.05, 0.7), List.of(0.1523, 0.2, 0.11));
    Network network = Networks.density("hip", 3, scale, SIZE);
    OnnxParameters parameters = read(Weights.random(network, new SplittableRandom(15)));
    assertThat(parameters.siteScale(3)).contains(scale);
    assertThat(parameters.siteScale(4)).isEmpty();
  }

  private static Network density(int regions) {
    return Networks.density("hip", regions, Networks.unitScale(9), SIZE);
  }

  private OnnxParameters read(Weights parent) throws IOException {
    Path file = folder.resolve("parent.onnx");
    Files.write(file, OnnxExport.bytes(parent));
    return OnnxParameters.read(file);
  }

  private Weights warm(Weights parent, Network network, List<Batch> films) throws IOException {
    Weights fresh = Weights.random(network, new SplittableRandom(99));
    OnnxParameters.Inherited inherited = read(parent).passOn(fresh);
    assertThat(inherited.fresh()).isEmpty();
    return Unfolding.of(inherited.weights(), inherited.norms(), films, 1);
  }

  private static void assertSame(Weights warm, Weights parent, List<Batch> films) {
    try (TorchNetwork a = new TorchNetwork(parent, Precision.SINGLE);
        TorchNetwork b = new TorchNetwork(warm, Precision.SINGLE)) {
      for (Batch batch : films) {
        Map<String, float[]> expected = a.predict(inputs(batch), BATCH);
        Map<String, float[]> found = b.predict(inputs(batch), BATCH);
        expected.forEach((name, values) -> {
          float[] others = found.get(name);
          for (int i = 0; i < values.length; i++) {
            double bound = 2e-4 * Math.max(1, Math.abs(values[i]));
            assertThat((double) others[i]).as(name).isCloseTo(values[i], within(bound));
          }
        });
      }
    }
  }

  private static float[] inTraining(TorchNetwork network, Batch batch) {
    return Torch.withoutGradient(() -> {
      Map<String, Tensor> inputs = new HashMap<>();
      inputs(batch)
          .forEach((name, numbers) -> inputs.put(name, network.input(name, numbers, BATCH)));
      return Torch.array(
          network
              .forward(inputs, network.network().nodes(), true)
              .get(network.network().outputs().get("mineral_map")));
    });
  }

  private static Map<String, float[]> inputs(Batch batch) {
    return Map.of("image", batch.get("image"), "covariates", batch.get("covariates"));
  }

  private static List<Batch> films(Network network, int batches, SplittableRandom random) {
    List<Batch> films = new ArrayList<>();
    for (int b = 0; b < batches; b++) {
      Map<String, float[]> numbers = new LinkedHashMap<>();
      network
          .inputs()
          .forEach((name, shape) -> {
            float[] values = new float[BATCH * shape.size()];
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) random.nextGaussian();
            }
            numbers.put(name, values);
          });
      films.add(new Batch(BATCH, numbers));
    }
    return films;
  }

  /** Weights as after a training: norms have statistics and scales of their own. */
  private static Weights trained(Network network, SplittableRandom random) {
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
}
