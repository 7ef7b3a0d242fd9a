package org.trabecula.dicom.deidentify;

import java.util.Arrays;

/** What is done to an attribute (PS3.15 section E.3, table E.1-1a). */
public enum ActionCode {
  /** A dummy value of the same representation. */
  DUMMY("D"),
  /** An empty or a dummy value. */
  EMPTY("Z"),
  REMOVE("X"),
  KEEP("K"),
  /** A value of like meaning that identifies nobody. */
  CLEAN("C"),
  /** A UID that is another one, the same one wherever the original stood. */
  REPLACE_UID("U"),
  EMPTY_OR_DUMMY("Z/D"),
  REMOVE_OR_EMPTY("X/Z"),
  REMOVE_OR_DUMMY("X/D"),
  REMOVE_EMPTY_OR_DUMMY("X/Z/D"),
  /** Remove, empty, or replace the UIDs inside the sequence. */
  REMOVE_EMPTY_OR_UIDS("X/Z/U*");

  private final String code;

  ActionCode(String code) {
    this.code = code;
  }

  /** The code as the table prints it. */
  public String code() {
    return code;
  }

  /** Whether the type of the attribute settles what is done. */
  boolean conditional() {
    return code.contains("/");
  }

  /** Whether a dummy value may be asked for. */
  boolean mayBeDummy() {
    return code.contains("D");
  }

  static ActionCode of(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no action code"));
  }
}
