package org.trabecula.cohort.pairing;

import java.util.Optional;
import org.trabecula.cohort.pairing.dxa.DxaFault;

/**
 * What became of a line of a DXA table, or of a report.
 *
 * @param origin file and line
 * @param use what for
 * @param films radiographs that take part with it
 * @param fault what is wrong with it, if anything is
 */
public record DxaOutcome(String origin, Use use, int films, Optional<DxaFault> fault) {
  /** What a line is used for; labels are written to files and do not change. */
  public enum Use {
    PAIRED("its exam is paired with a radiograph that takes part"),
    RADIOGRAPH_LEFT_OUT("its exam is paired only with radiographs that are left out"),
    NOT_NEEDED("no radiograph of the patient takes it: too far in time, or other sites"),
    NO_RADIOGRAPH("no radiograph of the patient"),
    FAULT("line not usable");

    private final String label;

    Use(String label) {
      this.label = label;
    }

    /** The use in a few words. */
    public String label() {
      return label;
    }
  }
}
