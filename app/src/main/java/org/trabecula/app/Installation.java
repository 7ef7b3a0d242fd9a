package org.trabecula.app;

import java.nio.file.Path;

/** Where Trabecula is installed. */
final class Installation {
  private Installation() {}

  /** The folder of the launcher, which passes it on; the working directory without a launcher. */
  static Path home() {
    return Path.of(System.getProperty("trabecula.home", ""));
  }

  /** The model package that comes with the installation. */
  static Path starterModel() {
    return home().resolve("models").resolve("starter");
  }
}
