package org.trabecula.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The files that a command works on, in a stable order. */
final class Inputs {
  /**
   * One file.
   *
   * @param file to read
   * @param name for lists: as the user named it, or its path below the folder that was named
   * @param folder below the output folder, unique in the run
   */
  record Input(Path file, String name, String folder) {}

  private final List<Input> found = new ArrayList<>();
  private final Set<String> folders = new HashSet<>();

  private Inputs() {}

  /**
   * Lists files; folders are walked recursively by name, hidden files left out.
   *
   * @throws NoSuchFileException if one does not exist
   */
  static List<Input> of(List<Path> named) throws IOException {
    Inputs inputs = new Inputs();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        inputs.walk(path);
      } else if (Files.exists(path)) {
        inputs.add(path, path.toString(), Objects.requireNonNull(path.getFileName()).toString());
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return List.copyOf(inputs.found);
  }

  private void walk(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hidden(folder) && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // DICOMDIR is the index of a disc, not an image.
            if (attributes.isRegularFile() && !hidden(file) && !file.endsWith("DICOMDIR")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Reading it will fail again, and be reported where the user sees it.
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(Path::toString));
    for (Path file : files) {
      String below = root.relativize(file).toString();
      add(file, below, below);
    }
  }

  private static boolean hidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private void add(Path file, String name, String wanted) {
    String folder = wanted;
    // Lower case: some file systems do not tell 'A' from 'a'.
    for (int i = 2; !folders.add(folder.toLowerCase(Locale.ROOT)); i++) {
      folder = wanted + "-" + i;
    }
    found.add(new Input(file, name, folder));
  }
}
