package org.trabecula.screening.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.screening.FakeNetworks;

class OnnxNetworkTest {
  @TempDir Path folder;

  @Test
  void inputsAndOutputsAreThoseOfTheFile() throws IOException {
    FakeNetworks.writePackage(folder);
    try (OnnxNetwork network = OnnxNetwork.open(folder.resolve("lumbar-ap.onnx"), 1)) {
      assertThat(network.inputs()).containsExactlyInAnyOrder("image", "covariates");
      assertThat(network.outputs())
          .containsEntry("mineral_map", List.of(1L, 1L, 256L, 192L))
          .containsEntry("density_mean", List.of(1L, 9L));
    }
  }

  @Test
  void aRunGivesTheFunctionOfItsInputs() throws IOException {
    FakeNetworks.writePackage(folder);
    float[] image = new float[256 * 192];
    image[0] = 2;
    image[1] = -2;
    try (OnnxNetwork network = OnnxNetwork.open(folder.resolve("lumbar-ap.onnx"), 1)) {
      Tensor map =
          network
              .run(
                  Map.of(
                      "image", Tensor.copyOf(image, 1, 1, 256, 192),
                      "covariates", Tensor.copyOf(new float[12], 1, 12)))
              .get("mineral_map");

      assertThat(map.shape()).containsExactly(1L, 1L, 256L, 192L);
      assertThat(map.slice(0, 3)).containsExactly(0.2f, 0, 0);
    }
  }

  @Test
  void inputsThatDoNotFitAreAnArgumentsFault() throws IOException {
    FakeNetworks.writePackage(folder);
    try (OnnxNetwork network = OnnxNetwork.open(folder.resolve("view.onnx"), 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.run(Map.of("image", Tensor.copyOf(new float[4], 1, 1, 2, 2))));
      assertThatIllegalArgumentException().isThrownBy(() -> network.run(Map.of()));
    }
  }

  @Test
  void aFileThatIsNoNetworkIsAnInputFault() throws IOException {
    Path file = folder.resolve("text.onnx");
    Files.writeString(file, "text");

    assertThatIOException()
        .isThrownBy(() -> OnnxNetwork.open(file, 1))
        .withMessageContaining("text.onnx is not a network that can be run");
    assertThatIllegalArgumentException().isThrownBy(() -> OnnxNetwork.open(file, 0));
  }

  @Test
  void valuesMustFillTheShape() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.copyOf(new float[5], 2, 3));
  }
}
