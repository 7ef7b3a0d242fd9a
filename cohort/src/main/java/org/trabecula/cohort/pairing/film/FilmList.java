package org.trabecula.cohort.pairing.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.pairing.sheet.MalformedTableException;
import org.trabecula.cohort.pairing.sheet.Sheet;

/**
 * A list of radiographs: a text file with a path on each line, or a table with a column {@code
 * image} and what else is known of each. Paths start at the folder of the list.
 */
final class FilmList {
  private static final List<String> IMAGE_COLUMNS = List.of("image", "file", "path");
  private static final List<String> ENDINGS =
      List.of(".dcm", ".png", ".jpg", ".jpeg", ".tif", ".tiff");

  private FilmList() {}

  static List<FilmEntry> read(Path list) throws IOException {
    Path folder = list.toAbsolutePath().getParent();
    return list.toString().toLowerCase(Locale.ROOT).endsWith(".txt")
        ? lines(list, folder == null ? list : folder)
        : table(list, folder == null ? list : folder);
  }

  private static List<FilmEntry> lines(Path list, Path folder) throws IOException {
    List<FilmEntry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      String path = line.strip();
      if (!path.isEmpty() && !path.startsWith("#")) {
        entries.add(new FilmEntry(file(folder, path, list), path, Map.of()));
      }
    }
    return entries;
  }

  private static List<FilmEntry> table(Path list, Path folder) throws IOException {
    Sheet sheet = Sheet.read(list, Sheet.Format.ANY);
    String image =
        IMAGE_COLUMNS.stream()
            .filter(sheet::has)
            .findFirst()
            .orElseThrow(() ->
                new MalformedTableException(
                    "%s has no column 'image' with the paths of the radiographs; its columns are %s."
                        .formatted(list, sheet.header())));
    List<FilmEntry> entries = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      Map<String, String> stated = new LinkedHashMap<>();
      for (String column : sheet.header()) {
        if (!column.isEmpty() && !column.equals(image)) {
          stated.put(column, sheet.cell(line, column));
        }
      }
      String path = sheet.cell(line, image);
      entries.add(new FilmEntry(file(folder, path, list), path, stated));
    }
    return entries;
  }

  /** The file, whose ending the list may leave out. */
  private static Path file(Path folder, String path, Path list) throws MalformedTableException {
    try {
      Path file = folder.resolve(path);
      for (String ending : ENDINGS) {
        if (Files.exists(file)) {
          return file;
        }
        Path ended = folder.resolve(path + ending);
        if (Files.exists(ended)) {
          return ended;
        }
      }
      return file;
    } catch (InvalidPathException e) {
      throw new MalformedTableException("%s: '%s' is no path.".formatted(list, path));
    }
  }
}
