package org.trabecula.learning.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.View;

/**
 * A prepared radiograph of a study.
 *
 * @param manifest that lists it
 * @param row of the manifest
 * @param set that holds its example
 * @param slot in the set
 */
public record Film(Manifest manifest, Manifest.Row row, PreparedSet set, int slot) {

  /** The example: read anew at each call. */
  public Example example() {
    return set.example(slot);
  }

  /**
   * Prepares all included films of a view.
   *
   * @throws IOException if a file cannot be read; refused radiographs are left out
   */
  public static List<Film> prepare(List<Manifest> manifests, View view, Preparation.Options options)
      throws IOException {
    List<Film> films = new ArrayList<>();
    for (Manifest manifest : manifests) {
      Manifest ours = manifest.where(row -> row.included() && row.view() == view);
      if (ours.rows().isEmpty()) {
        continue;
      }
      PreparedSet set = Preparation.of(ours, options);
      for (int slot : set.ready()) {
        films.add(new Film(ours, ours.rows().get(slot), set, slot));
      }
    }
    return List.copyOf(films);
  }
}
