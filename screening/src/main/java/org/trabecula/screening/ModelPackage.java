package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.radiography.View;

/**
 * What {@code model.json} says: a folder of networks, what they read, how their outputs become
 * statements, and where they come from. Schema {@code trabecula-model/1}.
 *
 * @param name of the package
 * @param version of the package
 * @param synthetic whether it was trained on simulated radiographs only
 * @param scale on which its densities are stated
 * @param viewNetwork tells which view a film shows
 * @param densityModels at most one per view
 * @param provenance what it can be traced back to
 */
public record ModelPackage(
    String name,
    String version,
    boolean synthetic,
    ScannerScale scale,
    ViewModel viewNetwork,
    List<DensityModel> densityModels,
    Provenance provenance) {

  /** The version of the file format. */
  public static final String SCHEMA = "trabecula-model/1";

  /** The name of the file within the package's folder. */
  public static final String FILE_NAME = "model.json";

  public ModelPackage {
    densityModels = List.copyOf(densityModels);
    if (name.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("A model package needs a name and a version");
    }
    if (densityModels.isEmpty()) {
      throw new IllegalArgumentException("The model package " + name + " has no density network");
    }
    Set<View> views = EnumSet.noneOf(View.class);
    for (DensityModel model : densityModels) {
      if (!views.add(model.view())) {
        throw new IllegalArgumentException(
            "The model package %s has two networks for %s".formatted(name, model.view().code()));
      }
    }
  }

  /** The density network of a view, if there is one. */
  public Optional<DensityModel> densityModel(View view) {
    return densityModels.stream().filter(model -> model.view() == view).findFirst();
  }

  /**
   * Reads {@code model.json} of a folder and verifies every file that it names.
   *
   * @throws IOException with one sentence, if the package is not there, not of this schema, not
   *     valid, or a file's SHA-256 is not the one stated
   */
  public static ModelPackage read(Path folder) throws IOException {
    return ModelPackageFile.read(folder);
  }

  /** Writes {@code model.json} into a folder; the networks must be there already. */
  public void write(Path folder) throws IOException {
    ModelPackageFile.write(this, folder);
  }
}
