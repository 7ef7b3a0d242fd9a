package org.trabecula.radiography;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real data beside the project, which never become part of it. */
final class RealData {
  private RealData() {}

  /** A folder of the data; the test is skipped where there is none. */
  static Path folder(String name) {
    Optional<Path> found =
        roots().map(root -> root.resolve(name)).filter(Files::isDirectory).findFirst();
    assumeTrue(
        found.isPresent(), "Skipped: no folder 'shared/data/" + name + "' beside the project");
    return found.orElseThrow();
  }

  private static Stream<Path> roots() {
    Stream<Path> stated = Stream.ofNullable(System.getProperty("trabecula.data")).map(Path::of);
    Stream<Path> beside =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(ancestor -> ancestor.resolve("../shared/data").normalize());
    return Stream.concat(stated, beside);
  }

  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Every so many of the files. */
  static List<Path> some(String folder, int each) throws IOException {
    List<Path> all = files(folder);
    return Stream.iterate(0, i -> i < all.size(), i -> i + each).map(all::get).toList();
  }
}
