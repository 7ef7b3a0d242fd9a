package org.trabecula.radiography;

/**
 * Why an object is not screened. Data, not an exception: a batch goes on.
 *
 * @param reason the kind of reason, a stable code
 * @param sentence one sentence: what is wrong and where
 * @param advice one sentence: what to do
 */
public record Refusal(Reason reason, String sentence, String advice) {
  /** The kinds of reason; names are written to files and do not change. */
  public enum Reason {
    UNREADABLE,
    NOT_AN_IMAGE,
    UNSUPPORTED_ENCODING,
    WRONG_MODALITY,
    WRONG_ANATOMY,
    WRONG_VIEW,
    TOO_SMALL,
    BAD_EXPOSURE,
    REGION_OUTSIDE_FIELD,
    METAL,
    UNLIKE_TRAINING
  }

  public Refusal {
    if (sentence.isBlank() || advice.isBlank()) {
      throw new IllegalArgumentException("A refusal of " + reason + " needs sentence and advice");
    }
  }
}
