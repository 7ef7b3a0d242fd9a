package org.trabecula.learning.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.learning.onnx.LastLayer;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelInput;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.Screening;
import org.trabecula.screening.inference.OnnxNetwork;
import org.trabecula.screening.inference.Tensor;

/**
 * The density networks of a package, asked for what their last layer reads. Owns native memory:
 * close it. Safe for many threads.
 */
final class FeatureNetworks implements AutoCloseable {
  private record Opened(OnnxNetwork network, String output, boolean mirrored) {}

  private final Map<View, Opened> networks = new EnumMap<>(View.class);

  private FeatureNetworks() {}

  /** None: no film has features. */
  static FeatureNetworks none() {
    return new FeatureNetworks();
  }

  /**
   * Opens those of a package that have a last layer as this software writes it.
   *
   * @throws IOException if a file cannot be read
   */
  static FeatureNetworks open(Path folder, ModelPackage model) throws IOException {
    FeatureNetworks all = new FeatureNetworks();
    try {
      for (DensityModel density : model.densityModels()) {
        byte[] bytes = Files.readAllBytes(folder.resolve(density.network().file()));
        Optional<LastLayer> layer = LastLayer.of(bytes);
        if (layer.isPresent()) {
          all.networks.put(density.view(), open(layer.get(), density.mirrored()));
        }
      }
      return all;
    } catch (IOException e) {
      all.close();
      throw e;
    }
  }

  private static Opened open(LastLayer layer, boolean mirrored) throws IOException {
    Path file = Files.createTempFile("trabecula-features", ".onnx");
    try {
      Files.write(file, layer.exposing());
      return new Opened(OnnxNetwork.open(file, 1), layer.input(), mirrored);
    } finally {
      Files.delete(file);
    }
  }

  /** What the last layer reads of a film; of a film and its mirror image the mean. */
  Optional<Features> of(Screening.Estimated film) {
    Opened opened = networks.get(film.view().view());
    if (opened == null) {
      return Optional.empty();
    }
    ModelInput input = ModelInput.of(film.canonical(), film.radiograph().description());
    float[] values = values(opened, input);
    float[] mirror = opened.mirrored ? values(opened, input.mirrored()) : values;
    double[] mean = new double[values.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (values[i] + (double) mirror[i]) / 2;
    }
    return Optional.of(Features.copyOf(mean));
  }

  private static float[] values(Opened opened, ModelInput input) {
    Map<String, Tensor> given = new LinkedHashMap<>();
    given.put(
        "image", Tensor.copyOf(input.image(), 1, 1, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS));
    if (opened.network.inputs().contains("covariates")) {
      given.put("covariates", Tensor.copyOf(input.covariates(), 1, ModelInput.COVARIATE_COUNT));
    }
    return Objects.requireNonNull(opened.network.run(given).get(opened.output)).values();
  }

  @Override
  public void close() {
    networks.values().forEach(opened -> opened.network.close());
  }
}
