package org.trabecula.report.content;

import java.util.Optional;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Radiograph;

/**
 * The file that a result is about.
 *
 * @param name of the file without its folder, so that a result does not depend on where it lay
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param radiograph that it holds, if it could be read
 */
public record Film(String name, String sha256, Optional<Radiograph> radiograph) {
  public Film {
    if (name.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A film '%s' with SHA-256 '%s'".formatted(name, sha256));
    }
  }

  /** The subject, as far as header and user tell. */
  public Subject subject() {
    return radiograph.map(film -> film.description().subject()).orElse(Subject.UNKNOWN);
  }
}
