package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.radiography.View;

class ModelPackageTest {
  @TempDir Path folder;
  ModelPackage written;

  @BeforeEach
  void write() throws IOException {
    written = FakeNetworks.writePackage(folder);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(ModelPackage.read(folder)).isEqualTo(written);
  }

  @Test
  void theSamePackageGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(folder.resolve("model.json"));
    ModelPackage.read(folder).write(folder);

    assertThat(folder.resolve("model.json")).hasBinaryContent(first);
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".partial"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"view.onnx", "lumbar-ap.onnx", "hip-ap.onnx"})
  void aNetworkThatWasTamperedWithIsRefused(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve(name), bytes);

    assertThatIOException()
        .isThrownBy(() -> ModelPackage.read(folder))
        .withMessageContaining(name)
        .withMessageContaining("SHA-256");
  }

  @Test
  void aMissingNetworkIsNamed() throws IOException {
    Files.delete(folder.resolve("hip-ap.onnx"));

    assertThatIOException()
        .isThrownBy(() -> ModelPackage.read(folder))
        .withMessageContaining("hip-ap.onnx");
  }

  @Test
  void aMissingPackageIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> ModelPackage.read(folder.resolve("nowhere")))
        .withMessageContaining("There is no model package");
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "trabecula-model/1|trabecula-model/2|trabecula-model/2",
        "\"rows\" : 256|\"rows\" : 255|input",
        "\"seed\" : 1|\"seed\" : \"one\"|provenance.seed is not an integer",
        "\"synthetic\" : true|\"synthetik\" : true|labels.synthetic is missing",
        "\"minimum_probability\" : 0.5|\"minimum_probability\" : 1.5|minimumProbability",
        "view.onnx|../view.onnx|plain file name",
        "\"lumbar-ap\"|\"chest-pa\"|chest-pa",
        "HOLOGIC|HOLY|HOLY",
        "{|[|JSON"
      })
  void aPackageThatBreaksTheFormatIsRefusedInOneSentence(
      String there, String instead, String message) throws IOException {
    Path file = folder.resolve("model.json");
    String text = Files.readString(file);
    assertThat(text).contains(there);
    Files.writeString(file, text.replace(there, instead));

    assertThatIOException()
        .isThrownBy(() -> ModelPackage.read(folder))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aFileThatIsNoNetworkIsRefusedInOneSentence() throws IOException {
    Files.writeString(folder.resolve("lumbar-ap.onnx"), "not a network");
    DensityModel broken =
        FakeNetworks.densityModel(View.LUMBAR_AP, folder.resolve("lumbar-ap.onnx"));
    replaced(broken).write(folder);

    assertThatIOException()
        .isThrownBy(() -> Screener.open(folder, ScreenerOptions.STANDARD))
        .withMessageContaining("lumbar-ap.onnx is not a network that can be run");
  }

  @Test
  void aNetworkOfAnotherContractIsRefused() throws IOException {
    Path file = folder.resolve("lumbar-ap.onnx");
    Files.write(file, FakeNetworks.density(FakeMasks.hip()));
    replaced(FakeNetworks.densityModel(View.LUMBAR_AP, file)).write(folder);
    assertThatIOException()
        .isThrownBy(() -> Screener.open(folder, ScreenerOptions.STANDARD))
        .withMessageContaining("regions of shape");

    Files.write(file, FakeNetworks.view());
    replaced(FakeNetworks.densityModel(View.LUMBAR_AP, file)).write(folder);
    assertThatIOException()
        .isThrownBy(() -> Screener.open(folder, ScreenerOptions.STANDARD))
        .withMessageContaining("mineral_map");
  }

  private ModelPackage replaced(DensityModel lumbar) {
    return new ModelPackage(
        "fake",
        "0.1",
        true,
        ScannerScale.HOLOGIC,
        written.viewNetwork(),
        List.of(lumbar),
        written.provenance());
  }

  @Test
  void signsOfFracturesAreReadAsWrittenAndMayBeAbsent() throws IOException {
    assertThat(ModelPackage.read(folder).densityModel(View.LUMBAR_AP).orElseThrow().fractures())
        .isEqualTo(FractureSigns.NONE);
    FractureSigns signs =
        new FractureSigns(
            Collections.nCopies(VertebraPatches.LENGTH, 1 / 3.0), List.of(0.1, 0.2, 0.3, 0.4), 0.4);
    ModelPackage suspecting =
        replaced(written.densityModel(View.LUMBAR_AP).orElseThrow().suspecting(signs));
    suspecting.write(folder);

    assertThat(ModelPackage.read(folder)).isEqualTo(suspecting);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written.densityModel(View.HIP_AP).orElseThrow().suspecting(signs))
        .withMessageContaining("no vertebrae");
  }

  @Test
  void aPackageFromBeforeGrainHasItsStandardLimit() throws IOException {
    Path file = folder.resolve("model.json");
    String text = Files.readString(file);
    assertThat(text).contains("\"grain\" : 0.053").contains("\"fracture\" : 1.0");
    Files.writeString(
        file,
        text.replace("\"grain\" : 0.053", "\"noise\" : 0.2").replace("\"fracture\" : 1.0,", ""));

    GateLimits limits = ModelPackage.read(folder).densityModel(View.LUMBAR_AP).orElseThrow().gate();
    assertThat(limits).isEqualTo(GateLimits.STANDARD);
  }

  @Test
  void partsAreValidAtBirth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkFile("../x.onnx", "0".repeat(64)));
    assertThatIllegalArgumentException().isThrownBy(() -> new NetworkFile("x.onnx", "00"));
    assertThatIllegalArgumentException().isThrownBy(() -> new SiteCalibration(0, 0, 1.6, 0.3, 1.8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteCalibration(1, Double.NaN, 1.6, 0.3, 1.8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureStatistics(List.of(1.0), List.of(0.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateLimits(Map.of(GateCheck.GRAIN, Double.NaN)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Provenance(Map.of(), 1, " ", "hash", "command"));
  }
}
