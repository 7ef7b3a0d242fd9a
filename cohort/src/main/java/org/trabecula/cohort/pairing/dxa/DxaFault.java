package org.trabecula.cohort.pairing.dxa;

/**
 * Why a line of a DXA table, or a report, is not used. Data, not an exception: the run goes on.
 *
 * @param origin file and line
 * @param reason the kind
 * @param sentence what is wrong and where
 * @param advice what to do
 */
public record DxaFault(String origin, Reason reason, String sentence, String advice) {
  /** The kinds of reason; labels are written to files and do not change. */
  public enum Reason {
    NO_PATIENT("no patient id"),
    NO_DENSITY("no density"),
    NOT_A_NUMBER("a cell is not a number"),
    IMPLAUSIBLE("density out of range"),
    UNKNOWN_SITE("unknown site"),
    UNKNOWN_SCALE("scanner scale unknown"),
    BAD_DATE("date not understood"),
    BAD_PERSON("age, sex or size not understood"),
    UNREADABLE("report unreadable"),
    UNSUPPORTED("report of a kind that is not supported");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The reason in a few words. */
    public String label() {
      return label;
    }
  }

  public DxaFault {
    if (sentence.isBlank() || advice.isBlank()) {
      throw new IllegalArgumentException("A fault needs sentence and advice");
    }
  }
}
