package org.trabecula.screening;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model can be traced back to.
 *
 * @param settings of the training, by name
 * @param seed of the training
 * @param commit of the code that trained it
 * @param dataSha256 hash of the manifest that it was trained on
 * @param command that makes it again
 * @param parent whose weights its training started from, if it did not start at random
 */
public record Provenance(
    Map<String, String> settings,
    long seed,
    String commit,
    String dataSha256,
    String command,
    Optional<Parent> parent) {

  /**
   * A model package that another one was trained from.
   *
   * @param name of the package
   * @param version of the package
   * @param sha256 of its {@code model.json}, 64 lower-case hexadecimal digits
   */
  public record Parent(String name, String version, String sha256) {
    public Parent {
      if (name.isBlank() || version.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "A parent needs name, version and SHA-256, not '%s', '%s', '%s'"
                .formatted(name, version, sha256));
      }
    }
  }

  /** What a model without a parent can be traced back to. */
  public Provenance(
      Map<String, String> settings, long seed, String commit, String dataSha256, String command) {
    this(settings, seed, commit, dataSha256, command, Optional.empty());
  }

  public Provenance {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    if (commit.isBlank() || dataSha256.isBlank() || command.isBlank()) {
      throw new IllegalArgumentException("Provenance needs commit, dataSha256 and command");
    }
  }
}
