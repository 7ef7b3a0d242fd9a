package org.trabecula.learning.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.learning.onnx.ShuffledWeights;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** A copy of a model package whose density networks have their weights shuffled. */
final class ShuffledPackage {
  private ShuffledPackage() {}

  /**
   * Opens a copy that reads one view, made in an empty folder.
   *
   * @throws IOException if the package cannot be read or the copy not be written
   */
  static Screener open(Path model, View view, long seed, Path folder) throws IOException {
    ModelPackage trained = ModelPackage.read(model);
    copy(model, folder, trained.viewNetwork().network().file());
    List<DensityModel> shuffled = new ArrayList<>();
    for (DensityModel density : trained.densityModels()) {
      if (density.view() == view) {
        Path file = folder.resolve(density.network().file());
        byte[] bytes = Files.readAllBytes(model.resolve(density.network().file()));
        Files.write(file, ShuffledWeights.of(bytes, seed));
        shuffled.add(
            new DensityModel(
                view,
                NetworkFile.of(file),
                density.mirrored(),
                density.regions(),
                density.sites(),
                density.features(),
                density.gate(),
                density.fractures()));
      }
    }
    new ModelPackage(
            trained.name() + ", weights shuffled",
            trained.version(),
            trained.synthetic(),
            trained.scale(),
            trained.viewNetwork(),
            shuffled,
            trained.provenance())
        .write(folder);
    return Screener.open(folder, new ScreenerOptions(1));
  }

  private static void copy(Path from, Path to, String name) throws IOException {
    Files.copy(from.resolve(name), to.resolve(name));
  }
}
