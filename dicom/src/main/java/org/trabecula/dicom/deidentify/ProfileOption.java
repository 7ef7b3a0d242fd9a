package org.trabecula.dicom.deidentify;

/** The options of the profile (PS3.15 section E.3), in the order of the columns of table E.1-1. */
public enum ProfileOption {
  RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option"),
  RETAIN_UIDS("113110", "Retain UIDs Option"),
  RETAIN_DEVICE("113109", "Retain Device Identity Option"),
  RETAIN_INSTITUTION("113112", "Retain Institution Identity Option"),
  RETAIN_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
  RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
  RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
  CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
  CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
  CLEAN_GRAPHICS("113103", "Clean Graphics Option");

  private final String code;
  private final String meaning;

  ProfileOption(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The code of scheme DCM (PS3.16 CID 7050). */
  public String code() {
    return code;
  }

  /** What the code means. */
  public String meaning() {
    return meaning;
  }

  /** Whether it is offered: the others would need a person who reads. */
  public boolean offered() {
    return switch (this) {
      case RETAIN_SAFE_PRIVATE, CLEAN_STRUCTURED_CONTENT, CLEAN_GRAPHICS -> false;
      default -> true;
    };
  }
}
