package org.trabecula.cohort.pairing.film;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that should hold a radiograph.
 *
 * @param file to read
 * @param name for reports: its path below the folder that was named
 * @param stated what a list says of it, by column; empty for a folder
 */
public record FilmEntry(Path file, String name, Map<String, String> stated) {
  public FilmEntry {
    stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
  }

  /** What is stated in a column; empty if nothing is. */
  public String stated(String column) {
    return stated.getOrDefault(column, "");
  }
}
