package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.screening.inference.Tensor;

class MirrorImageTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoMirroringsAreNone(long seed) {
    ModelInput input = input(seed);
    assertThat(input.mirrored().mirrored().image()).isEqualTo(input.image());
    assertThat(input.mirrored().image()).isNotEqualTo(input.image());
    assertThat(input.mirrored().covariates()).isEqualTo(input.covariates());
    // Row 3, column 10 is 10 from the left; its mirror image is 10 from the right.
    assertThat(input.mirrored().image()[3 * 192 + 181]).isEqualTo(input.image()[3 * 192 + 10]);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFilmAndItsMirrorImageGetTheSameDensities(long seed) throws IOException {
    ModelInput input = input(seed);
    try (DensityNetwork network = network(true)) {
      NetworkOutput film = network.run(input);
      NetworkOutput mirror = network.run(input.mirrored());
      for (Site site : Site.values()) {
        assertThat(mirror.mean(site)).isEqualTo(film.mean(site));
        assertThat(mirror.sd(site)).isEqualTo(film.sd(site));
      }
      assertThat(mirror.features()).isEqualTo(film.features());
      assertThat(mirror.mineral().values()).isEqualTo(MirrorImage.of(film.mineral().values()));
      float[] mask = film.regions().get(2).values();
      assertThat(mirror.regions().get(2).values()).isEqualTo(MirrorImage.of(mask));
    }
  }

  @Test
  void theMeanOfBothCounts() throws IOException {
    ModelInput input = input(9);
    try (DensityNetwork plain = network(false);
        DensityNetwork mirrored = network(true)) {
      double film = plain.run(input).mean(Site.L2);
      double mirror = plain.run(input.mirrored()).mean(Site.L2);
      assertThat(mirror).isNotEqualTo(film);
      assertThat(mirrored.run(input).mean(Site.L2)).isCloseTo((film + mirror) / 2, within(1e-6));
    }
  }

  @Test
  void outputsThatDoNotMatchAreNoMean() {
    Map<String, Tensor> one = Map.of("a", Tensor.copyOf(new float[2], 1, 2));
    Map<String, Tensor> other = Map.of("a", Tensor.copyOf(new float[3], 1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> MirrorImage.mean(one, other));
  }

  @Test
  void aHipHasNoMirrorImage() throws IOException {
    DensityModel hip = model(View.HIP_AP, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mirrored(hip))
        .withMessageContaining("no mirror image");
  }

  @Test
  void aPackageSaysWhetherItIsAskedTwice() throws IOException {
    ModelPackage fake = FakeNetworks.writePackage(folder);
    DensityModel asked = mirrored(fake.densityModel(View.LUMBAR_AP).orElseThrow());
    new ModelPackage(
            fake.name(),
            fake.version(),
            fake.synthetic(),
            fake.scale(),
            fake.viewNetwork(),
            java.util.List.of(asked),
            fake.provenance())
        .write(folder);
    assertThat(ModelPackage.read(folder).densityModels().getFirst().mirrored()).isTrue();

    Path file = folder.resolve("model.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("    \"mirrored\" : true,\n", ""));
    assertThat(ModelPackage.read(folder).densityModels().getFirst().mirrored()).isFalse();
  }

  private DensityNetwork network(boolean mirrored) throws IOException {
    return DensityNetwork.open(folder, model(View.LUMBAR_AP, mirrored), 1);
  }

  private DensityModel model(View view, boolean mirrored) throws IOException {
    Path file = folder.resolve(view.code() + ".onnx");
    Files.write(
        file, FakeNetworks.density(view == View.LUMBAR_AP ? FakeMasks.lumbar() : FakeMasks.hip()));
    DensityModel plain = FakeNetworks.densityModel(view, file);
    return mirrored ? mirrored(plain) : plain;
  }

  private static DensityModel mirrored(DensityModel m) {
    return new DensityModel(
        m.view(), m.network(), true, m.regions(), m.sites(), m.features(), m.gate(), m.fractures());
  }

  private static ModelInput input(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] image = new float[ModelInput.IMAGE_SIZE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) (random.nextGaussian() + 0.002 * (i % 192));
    }
    return ModelInput.copyOf(image, new float[ModelInput.COVARIATE_COUNT]);
  }
}
