package org.trabecula.app.real;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the real radiographs are, if they are anywhere, and where the project is. */
public final class RealData {
  private RealData() {}

  /** A folder of the real data; the test is skipped, saying so, where it is absent. */
  static Path folder(String name) {
    Optional<Path> found =
        candidates().map(data -> data.resolve(name)).filter(Files::isDirectory).findFirst();
    assumeThat(found)
        .as("real data folder '%s' beside the project or at -Dtrabecula.data", name)
        .isPresent();
    return found.orElseThrow();
  }

  /** The starter model of this project; the test is skipped where it has not been made. */
  public static Path starterModel() {
    Optional<Path> found =
        ancestors()
            .map(folder -> folder.resolve("models/starter"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found).as("starter model at models/starter").isPresent();
    return found.orElseThrow();
  }

  private static Stream<Path> candidates() {
    String stated = System.getProperty("trabecula.data");
    Stream<Path> beside = ancestors().map(folder -> folder.resolve("../shared/data").normalize());
    return stated == null ? beside : Stream.concat(Stream.of(Path.of(stated)), beside);
  }

  private static Stream<Path> ancestors() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
  }
}
