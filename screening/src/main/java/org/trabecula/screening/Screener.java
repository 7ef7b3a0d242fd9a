package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.radiography.Radiograph;

/**
 * Screens radiographs with one model package. Owns native memory: close it. Safe for many threads;
 * a result does not depend on what else is screened.
 */
public final class Screener implements AutoCloseable {
  private final ModelPackage model;

  private Screener(ModelPackage model) {
    this.model = model;
  }

  /**
   * Opens a model package.
   *
   * @throws IOException with one sentence, if the package is not valid
   */
  public static Screener open(Path folder, ScreenerOptions options) throws IOException {
    return new Screener(ModelPackage.read(folder));
  }

  /** Screens a radiograph. */
  public Screening screen(Radiograph radiograph, ScreenRequest request) {
    throw new UnsupportedOperationException("Being built");
  }

  /** What the model package says of itself. */
  public ModelPackage model() {
    return model;
  }

  @Override
  public void close() {}
}
