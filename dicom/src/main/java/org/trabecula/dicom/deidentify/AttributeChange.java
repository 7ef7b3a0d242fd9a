package org.trabecula.dicom.deidentify;

/**
 * What was done to an attribute; its value is never told.
 *
 * @param path tags from the top level down, with keyword
 * @param kind what was done
 */
public record AttributeChange(String path, Kind kind) {
  /** What can be done. */
  public enum Kind {
    REMOVED("removed"),
    PRIVATE_REMOVED("private, removed"),
    UNKNOWN_REMOVED("unknown to the dictionary, removed"),
    EMPTIED("emptied"),
    REPLACED("replaced"),
    SHIFTED("date shifted"),
    CLEANED("text cleaned"),
    KEPT_BY_OPTION("kept by an option");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }
}
