package org.trabecula.cohort.pairing.film;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds radiographs: in folders, by a DICOMDIR, by a list, or named one by one. */
public final class FilmFiles {
  private FilmFiles() {}

  /**
   * Lists files in a stable order; folders are walked by name, hidden files left out.
   *
   * @throws NoSuchFileException if one that was named does not exist
   * @throws org.trabecula.cohort.pairing.sheet.MalformedTableException if a list or DICOMDIR cannot
   *     be understood
   */
  public static List<FilmEntry> of(List<Path> named) throws IOException {
    List<FilmEntry> entries = new ArrayList<>();
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      if (Files.isDirectory(path)) {
        entries.addAll(walk(path));
      } else if (path.endsWith("DICOMDIR")) {
        entries.addAll(DicomDirectory.read(path));
      } else if (isList(path)) {
        entries.addAll(FilmList.read(path));
      } else {
        entries.add(new FilmEntry(path, path.toString(), Map.of()));
      }
    }
    return List.copyOf(entries);
  }

  private static boolean isList(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".txt") || name.endsWith(".csv") || name.endsWith(".xlsx");
  }

  private static List<FilmEntry> walk(Path root) throws IOException {
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
            // The index of a disc is no image; its files are found without it.
            if (!hidden(file) && !file.endsWith("DICOMDIR")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Reading it fails again, and is reported there.
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(Path::toString));
    return files.stream()
        .map(file -> new FilmEntry(file, root.relativize(file).toString(), Map.of()))
        .toList();
  }

  private static boolean hidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
