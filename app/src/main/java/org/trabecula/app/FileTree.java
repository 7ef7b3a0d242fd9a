package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
final class FileTree {
  private FileTree() {}

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> walk = Files.walk(folder)) {
      parts = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path part : parts) {
      Files.delete(part);
    }
  }
}
