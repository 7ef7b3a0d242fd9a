package org.trabecula.radiography;

/** A projection that is screened. */
public enum View {
  LUMBAR_AP("lumbar-ap"),
  HIP_AP("hip-ap");

  private final String code;

  View(String code) {
    this.code = code;
  }

  /** The name on the command line and in files. */
  public String code() {
    return code;
  }

  /**
   * Returns the view with the given code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static View of(String code) {
    for (View view : values()) {
      if (view.code.equals(code)) {
        return view;
      }
    }
    throw new IllegalArgumentException("No view is called '%s'".formatted(code));
  }
}
