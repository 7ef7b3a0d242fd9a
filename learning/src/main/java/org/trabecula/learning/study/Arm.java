package org.trabecula.learning.study;

/** What the network of a fold starts from. */
public enum Arm {
  /** From another network's weights, learned on subjects of an independent cohort. */
  PRETRAINED("pretrained"),
  /** From nothing: the participants of the other folds are all that it ever sees. */
  SCRATCH("from scratch");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  /** The name in print. */
  public String label() {
    return label;
  }
}
