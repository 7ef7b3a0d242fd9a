package org.trabecula.validation.monitoring;

/** What a baseline period gives for a quantity: something to judge by, or why there is nothing. */
public sealed interface Fit {

  /** The quantity can be judged. */
  record Fitted(Baseline baseline) implements Fit {}

  /**
   * Not enough to judge.
   *
   * @param reason in words
   */
  record NotEnough(String reason) implements Fit {
    public NotEnough {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason is blank");
      }
    }
  }
}
