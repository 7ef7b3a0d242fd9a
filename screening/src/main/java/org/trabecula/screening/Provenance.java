package org.trabecula.screening;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model can be traced back to.
 *
 * @param settings of the training, by name
 * @param seed of the training
 * @param commit of the code that trained it
 * @param dataSha256 hash of the manifest that it was trained on
 * @param command that makes it again
 */
public record Provenance(
    Map<String, String> settings, long seed, String commit, String dataSha256, String command) {
  public Provenance {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    if (commit.isBlank() || dataSha256.isBlank() || command.isBlank()) {
      throw new IllegalArgumentException("Provenance needs commit, dataSha256 and command");
    }
  }
}
