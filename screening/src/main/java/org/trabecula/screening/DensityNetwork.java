package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.inference.OnnxNetwork;
import org.trabecula.screening.inference.Tensor;

/** A density network that keeps the contract of {@code trabecula-model/1}. */
final class DensityNetwork implements AutoCloseable {
  private final OnnxNetwork network;
  private final boolean mirrored;

  private DensityNetwork(OnnxNetwork network, boolean mirrored) {
    this.network = network;
    this.mirrored = mirrored;
  }

  static DensityNetwork open(Path folder, DensityModel model, int threads) throws IOException {
    OnnxNetwork network = OnnxNetwork.open(folder.resolve(model.network().file()), threads);
    try {
      check(network, model);
      return new DensityNetwork(network, model.mirrored());
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  private static void check(OnnxNetwork network, DensityModel model) throws IOException {
    String file = model.network().file();
    if (!network.inputs().contains("image")) {
      throw new IOException("%s has no input called image".formatted(file));
    }
    for (String input : network.inputs()) {
      if (!input.equals("image") && !input.equals("covariates")) {
        throw new IOException("%s asks for an unknown input, %s".formatted(file, input));
      }
    }
    Map<String, List<Long>> outputs = network.outputs();
    if (!outputs.keySet().containsAll(NetworkOutput.NAMES)) {
      throw new IOException(
          "%s gives %s, not %s".formatted(file, outputs.keySet(), NetworkOutput.NAMES));
    }
    checkMaps(file, outputs, "regions", model.regions().size());
    if (outputs.containsKey(NetworkOutput.METAL)) {
      checkMaps(file, outputs, NetworkOutput.METAL, 1);
    }
  }

  private static void checkMaps(
      String file, Map<String, List<Long>> outputs, String name, int count) throws IOException {
    List<Long> shape = outputs.getOrDefault(name, List.of());
    if (shape.size() != 4 || (shape.get(1) != -1 && shape.get(1) != count)) {
      throw new IOException("%s gives %s of shape %s, not %d".formatted(file, name, shape, count));
    }
  }

  /** One film at a time: what else is in a batch must not matter to the last bit. */
  NetworkOutput run(ModelInput input) {
    Map<String, Tensor> outputs = outputs(input);
    return NetworkOutput.of(
        mirrored ? MirrorImage.mean(outputs, outputs(input.mirrored())) : outputs);
  }

  private Map<String, Tensor> outputs(ModelInput input) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(
        "image", Tensor.copyOf(input.image(), 1, 1, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS));
    if (network.inputs().contains("covariates")) {
      inputs.put("covariates", Tensor.copyOf(input.covariates(), 1, ModelInput.COVARIATE_COUNT));
    }
    return network.run(inputs);
  }

  @Override
  public void close() {
    network.close();
  }
}
