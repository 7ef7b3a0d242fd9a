package org.trabecula.learning.study;

/** What a network is told beside the film. */
public enum Knowledge {
  /** Whatever a header would tell of age, sex, height, weight and tube voltage. */
  AS_KNOWN("with covariates"),
  /** Nothing. */
  IMAGE_ALONE("image alone");

  private final String label;

  Knowledge(String label) {
    this.label = label;
  }

  /** The name in print. */
  public String label() {
    return label;
  }
}
