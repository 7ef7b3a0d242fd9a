package org.trabecula.learning.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.screening.inference.OnnxNetwork;
import org.trabecula.screening.inference.Tensor;

class LastLayerTest {
  private static final int SITES = 9;
  private static final int CHANGED = 4;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  private static byte[] network(SplittableRandom random) {
    Networks.Size size = new Networks.Size(64, 64, List.of(4, 4, 4, 4, 4), 8);
    Networks.SiteScale scale =
        new Networks.SiteScale(Collections.nCopies(SITES, 0.9), Collections.nCopies(SITES, 0.15));
    return OnnxExport.bytes(Weights.random(Networks.density("lumbar-ap", 4, scale, size), random));
  }

  private Map<String, Tensor> run(byte[] model, SplittableRandom random) throws IOException {
    Path file = Files.write(folder.resolve("network.onnx"), model);
    try (OnnxNetwork network = OnnxNetwork.open(file, 1)) {
      return network.run(
          Map.of(
              "image", Tensor.copyOf(gaussian(64 * 64, random), 1, 1, 64, 64),
              "covariates", Tensor.copyOf(gaussian(12, random), 1, 12)));
    }
  }

  private static float[] gaussian(int length, SplittableRandom random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] values(Map<String, Tensor> outputs, String name) {
    return Objects.requireNonNull(outputs.get(name), name).values();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aChangeAddsWhatItSaysToOneMeanAndTouchesNothingElse(long seed) throws IOException {
    byte[] bytes = network(new SplittableRandom(seed));
    LastLayer layer = LastLayer.of(bytes).orElseThrow();
    Map<String, Tensor> before = run(layer.exposing(), new SplittableRandom(seed + 100));
    float[] read = values(before, layer.input());
    SplittableRandom random = new SplittableRandom(seed + 200);
    List<Double> weights =
        IntStream.range(0, layer.size()).mapToObj(k -> 0.02 * random.nextGaussian()).toList();
    double added = -0.03;
    for (int k = 0; k < read.length; k++) {
      added += weights.get(k) * read[k];
    }

    byte[] changed = layer.changed(Map.of(CHANGED, new LastLayer.Change(-0.03, weights)));
    Map<String, Tensor> after = run(changed, new SplittableRandom(seed + 100));

    assertThat(read).hasSize(layer.size());
    for (int site = 0; site < SITES; site++) {
      double expected = values(before, "density_mean")[site] + (site == CHANGED ? added : 0);
      assertThat((double) values(after, "density_mean")[site]).isCloseTo(expected, within(1e-5));
    }
    for (String name : List.of("density_sd", "mineral_map", "regions", "features", "metal")) {
      assertThat(values(after, name)).as(name).isEqualTo(values(before, name));
    }
  }

  @Test
  void withoutAChangeTheBytesAreTheSame() throws IOException {
    byte[] bytes = network(new SplittableRandom(1));

    assertThat(LastLayer.of(bytes).orElseThrow().changed(Map.of())).isEqualTo(bytes);
  }

  @Test
  void anotherNetworkHasNoSuchLayer() throws IOException {
    byte[] view =
        OnnxExport.bytes(Weights.random(Networks.view(4, 32, 32), new SplittableRandom(3)));

    assertThat(LastLayer.of(view)).isEmpty();
    assertThatIOException()
        .isThrownBy(() -> LastLayer.of(new byte[] {1, 2, 3}))
        .withMessageContaining("no ONNX model");
  }

  @Test
  void weightsMustFit() throws IOException {
    LastLayer layer = LastLayer.of(network(new SplittableRandom(1))).orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.changed(Map.of(0, new LastLayer.Change(0, List.of(1.0)))))
        .withMessageContaining("1 weights");
  }
}
