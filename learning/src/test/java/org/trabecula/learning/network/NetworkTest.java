package org.trabecula.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.learning.network.Layer.Activation;
import org.trabecula.learning.network.Layer.Add;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Concat;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.Function;
import org.trabecula.learning.network.Layer.GlobalPool;
import org.trabecula.learning.network.Layer.MaskedPool;
import org.trabecula.learning.network.Layer.Resize;
import org.trabecula.learning.network.Shape.Grid;
import org.trabecula.learning.network.Shape.Vector;

class NetworkTest {

  @Test
  void shapesFollowFromTheLayers() {
    Network.Builder b = Network.builder("n");
    String x = b.input("image", 1, 10, 7);
    x = b.add("c", new Convolution(4, 3, 2, true), x);
    String up = b.add("u", new Resize(2), x);
    String pooled = b.add("p", new GlobalPool(), up);
    String masked = b.add("m", new MaskedPool(), up, up);
    String joined = b.add("j", new Concat(), pooled, masked);
    Network network = b.output("out", b.add("d", new Dense(3), joined)).build();
    assertThat(network.shape("c")).isEqualTo(new Grid(4, 5, 4));
    assertThat(network.shape("u")).isEqualTo(new Grid(4, 10, 8));
    assertThat(network.shape("p")).isEqualTo(new Vector(4));
    assertThat(network.shape("m")).isEqualTo(new Vector(16));
    assertThat(network.shape("d")).isEqualTo(new Vector(3));
    // 4 x 5 x 4 outputs x 9 inputs, 16 pools over 80 pixels, 3 outputs of 20 inputs.
    assertThat(network.multiplyAdds()).isEqualTo(4 * 5 * 4 * 9 + 16 * 80 + 3 * 20);
    assertThat(network.parameterCount()).isEqualTo(4 * 9 + 4 + 3 * 20 + 3);
  }

  @Test
  void trainedParametersComeBeforeStatistics() {
    Network.Builder b = Network.builder("n");
    String x = b.input("image", 2, 4, 4);
    x = b.add("a", new BatchNorm(1), x);
    Network network = b.output("out", b.add("b", new BatchNorm(0), x)).build();
    assertThat(network.parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "a.scale",
            "a.bias",
            "b.scale",
            "b.bias",
            "a.mean",
            "a.variance",
            "b.mean",
            "b.variance");
    assertThat(network.parameterCount()).isEqualTo(8);
  }

  @Test
  void randomWeightsFollowTheirFanIn() {
    Network.Builder b = Network.builder("n");
    String x = b.input("v", 500);
    Network network = b.output("out", b.add("d", new Dense(200), x)).build();
    Weights weights = Weights.random(network, new SplittableRandom(1));
    double sum = 0;
    for (float w : weights.vector("d.weight")) {
      sum += (double) w * w;
    }
    // He et al. 2015: variance 2 / 500; 100,000 draws know it to within 1 %.
    assertThat(sum / 100_000).isBetween(0.99 * 2 / 500, 1.01 * 2 / 500);
    assertThat(weights.vector("d.bias")).containsOnly(0f);
  }

  @Test
  void whatDoesNotFitIsRefusedWhenItIsDescribed() {
    Network.Builder wrong = Network.builder("n");
    String a = wrong.input("a", 1, 4, 4);
    String c = wrong.input("c", 2, 4, 4);
    wrong.add("sum", new Add(), a, c);
    assertThatThrownBy(wrong::build).hasMessageContaining("Shapes differ");

    Network.Builder unknown = Network.builder("n");
    unknown.add("x", new Activation(Function.RELU), "nothing");
    assertThatThrownBy(unknown::build).hasMessageContaining("'nothing'");

    Network.Builder twice = Network.builder("n");
    String v = twice.input("v", 3);
    twice.add("v", new Activation(Function.RELU), v);
    assertThatThrownBy(twice::build).hasMessageContaining("Two values");

    assertThatThrownBy(() -> new Convolution(3, 2, 1, true)).hasMessageContaining("odd");
    assertThatThrownBy(() -> new Vector(0)).hasMessageContaining("empty");
  }

  @Test
  void theNetworksKeepTheirBudget() {
    Network density =
        Networks.density("lumbar-ap", 4, Networks.unitScale(9), Networks.Size.STANDARD);
    assertThat(density.multiplyAdds()).isBetween(250_000_000L, 350_000_000L);
    assertThat(density.parameterCount()).isLessThan(3_000_000);
    assertThat(density.outputs().keySet())
        .containsExactly(
            "mineral_map", "regions", "density_mean", "density_sd", "features", "metal");
    assertThat(density.shape(density.outputs().get("metal"))).isEqualTo(new Grid(1, 256, 192));
    assertThat(density.shape(density.outputs().get("regions"))).isEqualTo(new Grid(4, 256, 192));
    assertThat(density.shape(density.outputs().get("density_sd"))).isEqualTo(new Vector(9));
    Network view = Networks.view(4);
    assertThat(view.multiplyAdds()).isLessThan(50_000_000L);
    assertThat(view.outputs().keySet()).containsExactly("view");
  }

  @Test
  void aSizeThatTheLevelsCannotHalveIsRefused() {
    assertThatThrownBy(() -> new Networks.Size(250, 192, List.of(1, 2, 3, 4, 5), 8))
        .hasMessageContaining("multiples of 32");
  }
}
