package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Surfaces of real bones, which are not part of the project. */
final class RealData {
  private RealData() {}

  /** A file of them; the test is skipped, saying so, where it is absent. */
  static Path file(String name) {
    String stated = System.getProperty("trabecula.data");
    Stream<Path> beside =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("../shared/data").normalize());
    Stream<Path> folders =
        stated == null ? beside : Stream.concat(Stream.of(Path.of(stated)), beside);
    Optional<Path> found =
        folders.map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst();
    assumeThat(found)
        .as("real data file '%s' beside the project or at -Dtrabecula.data", name)
        .isPresent();
    return found.orElseThrow();
  }
}
