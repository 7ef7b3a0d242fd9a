package org.trabecula.app;

import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.pairing.PairingSettings;
import org.trabecula.cohort.pairing.PairingSettings.Conflicts;
import org.trabecula.cohort.pairing.PatientIds;
import org.trabecula.cohort.pairing.Window;
import org.trabecula.radiography.View;
import picocli.CommandLine.Option;

/** How radiographs and DXA results are paired. */
final class PairOptions {
  private static final String ANY = "any";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "180",
      description =
          "Most days between radiograph and DXA, to either side; or any, and then dates may be"
              + " missing (default: ${DEFAULT-VALUE}).")
  private String days = "180";

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "lumbar-ap or hip-ap: what all the films show, whatever their headers say.")
  private Optional<String> view = Optional.empty();

  @Option(names = "--ignore-leading-zeros", description = "Patient 00123 is patient 123.")
  private boolean ignoreZeros;

  @Option(names = "--ignore-case", description = "Patient a123 is patient A123.")
  private boolean ignoreCase;

  @Option(names = "--letters-and-digits-only", description = "Patient 12-34/5 is patient 12345.")
  private boolean plainIds;

  @Option(
      names = "--conflicts",
      paramLabel = "RULE",
      defaultValue = "exclude",
      description =
          "What becomes of one picture under two patients or two labels: exclude both, or keep them"
              + " as films of one subject (default: ${DEFAULT-VALUE}).")
  private Conflicts conflicts = Conflicts.EXCLUDE;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns of the list that must agree between duplicates.")
  private List<String> labels = List.of();

  @Option(
      names = "--synthetic",
      description = "All films are simulated; what a film says of itself counts too.")
  private boolean synthetic;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Films read at a time (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException in one sentence, if what was stated cannot be
   */
  PairingSettings settings() {
    return new PairingSettings(
        window(),
        new PatientIds(ignoreZeros, ignoreCase, plainIds),
        conflicts,
        view.map(View::of),
        labels,
        synthetic,
        threads);
  }

  private Window window() {
    if (days.equals(ANY)) {
      return Window.ANY;
    }
    try {
      return Window.of(Long.parseLong(days));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--days %s is neither a number of days nor any".formatted(days), e);
    }
  }
}
