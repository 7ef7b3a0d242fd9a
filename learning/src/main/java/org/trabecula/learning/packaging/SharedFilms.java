package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.trabecula.cohort.Manifest;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.Provenance;

/**
 * Films that trained the parent must not calibrate its child: the network has seen them, its errors
 * on them are too small, and so are the intervals (coverage fell from 90 to 86 %). They do not
 * where both divide a manifest in the same way.
 */
final class SharedFilms {
  private final Provenance parent;
  private final Set<String> seen;

  SharedFilms(Provenance parent) {
    this.parent = parent;
    this.seen = Set.of(parent.dataSha256().split("\\+", -1));
  }

  /**
   * Checks the films of one view.
   *
   * @param files of the manifests, in their order
   * @throws IOException with one sentence, if a manifest trained the parent under another division
   */
  void check(View view, List<Path> files, List<Manifest> manifests, TrainingSettings how)
      throws IOException {
    String fractions = parent.settings().getOrDefault(view.code() + ".fractions", "");
    boolean same = fractions.equals(how.fractions().toString()) && parent.seed() == how.seed();
    // A network that the parent has from its own parent, or not at all, says nothing of a division.
    if (same || fractions.isEmpty()) {
      return;
    }
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      boolean shows = manifest.rows().stream().anyMatch(row -> row.view() == view);
      if (shows && seen.contains(manifest.sha256())) {
        throw new IOException(
            ("%s trained the parent model under another division (%s, seed %d), so that films"
                    + " which its %s network has seen would calibrate this one; give the same"
                    + " shares and seed, other films, or --keep %s.")
                .formatted(files.get(i), fractions, parent.seed(), view.code(), view.code()));
      }
    }
  }
}
