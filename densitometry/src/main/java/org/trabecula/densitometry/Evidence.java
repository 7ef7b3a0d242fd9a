package org.trabecula.densitometry;

/**
 * Where a reference value comes from and how far it can be trusted.
 *
 * @param strength whether anyone has checked it
 * @param source the publication or the derivation, never blank
 */
public record Evidence(Strength strength, String source) {

  /** How far a number can be trusted. */
  public enum Strength {
    /** Read in the named public source. */
    VERIFIED("V", "verified"),
    /** Computed from verified numbers, or a verified number under a stated assumption. */
    DERIVED("D", "derived"),
    /** Recalled, not read: a default that a site should replace. */
    UNVERIFIED("M", "unverified");

    private final String tag;
    private final String label;

    Strength(String tag, String label) {
      this.tag = tag;
      this.label = label;
    }

    /** The letter that stands for it in a reference file. */
    public String tag() {
      return tag;
    }

    /** The word that is printed beside a value. */
    public String label() {
      return label;
    }
  }

  public Evidence {
    if (source.isBlank()) {
      throw new IllegalArgumentException("source is blank");
    }
  }
}
