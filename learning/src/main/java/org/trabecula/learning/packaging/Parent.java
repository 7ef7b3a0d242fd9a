package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;

/**
 * A model package that another one is trained from.
 *
 * @param folder of the package
 * @param model what it says of itself
 * @param named what the other one says of it
 */
public record Parent(Path folder, ModelPackage model, Provenance.Parent named) {

  /**
   * Reads a package.
   *
   * @throws IOException with one sentence, if it is not valid
   */
  public static Parent read(Path folder) throws IOException {
    ModelPackage model = ModelPackage.read(folder);
    String sha256 = NetworkFile.of(folder.resolve(ModelPackage.FILE_NAME)).sha256();
    return new Parent(folder, model, new Provenance.Parent(model.name(), model.version(), sha256));
  }

  /**
   * The numbers of its density network for a view, if it has one.
   *
   * @throws IOException if its file cannot be read
   */
  public Optional<OnnxParameters> density(View view) throws IOException {
    Optional<DensityModel> density = model.densityModel(view);
    return density.isEmpty()
        ? Optional.empty()
        : Optional.of(OnnxParameters.read(file(density.get().network())));
  }

  /** The numbers of its view network. */
  OnnxParameters view() throws IOException {
    return OnnxParameters.read(file(model.viewNetwork().network()));
  }

  /** What is said of a view before its training. */
  String sentence(View view) {
    return model.densityModel(view).isPresent()
        ? "The parent model is %s %s".formatted(named.name(), named.version())
        : "The parent model %s %s does not read %s: the network starts at random"
            .formatted(named.name(), named.version(), view.code());
  }

  private Path file(NetworkFile network) {
    return folder.resolve(network.file());
  }
}
