package org.trabecula.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.View;

/** The exposures that a cohort kept as areal masses: a darkroom full of undeveloped film. */
public final class KeptProjections {
  private static final String FOLDER = "projections";

  private final Path folder;
  private final List<Manifest.Row> first;
  private final int positions;

  private KeptProjections(Path folder, List<Manifest.Row> first, int positions) {
    this.folder = folder;
    this.first = List.copyOf(first);
    this.positions = positions;
  }

  /**
   * Opens the kept exposures of a cohort.
   *
   * @param folder of the cohort, with its {@code manifest.csv}
   * @throws IOException if the manifest cannot be read, or the cohort kept nothing
   */
  public static KeptProjections of(Path folder) throws IOException {
    Map<String, Manifest.Row> subjects = new LinkedHashMap<>();
    for (Manifest.Row row : Manifest.read(folder.resolve("manifest.csv")).rows()) {
      subjects.putIfAbsent(row.subjectId(), row);
    }
    List<Manifest.Row> first = new ArrayList<>(subjects.values());
    int positions = 0;
    while (!first.isEmpty()
        && Files.exists(file(folder, first.getFirst().subjectId(), positions))) {
      positions++;
    }
    if (positions == 0) {
      throw new IOException(
          "%s kept no projections; simulate it again with --keep-projections".formatted(folder));
    }
    return new KeptProjections(folder, first, positions);
  }

  static Path file(Path folder, String subject, int position) {
    return folder.resolve(FOLDER).resolve(subject + "-" + position + ".projection");
  }

  /** How many subjects there are. */
  public int subjects() {
    return first.size();
  }

  /** How often each subject was laid down. */
  public int positions() {
    return positions;
  }

  /** What the films show. */
  public View view() {
    return first.getFirst().view();
  }

  /** Name of a subject: films of one person must share it, or splits by subject would leak. */
  String subject(int number) {
    return first.get(number).subjectId();
  }

  Scene scene(int number) {
    return new KeptScene(folder, first.get(number));
  }
}
