package org.trabecula.cohort.pairing.sheet;

import java.io.IOException;
import java.io.Serial;

/** A table, or what is stated of it, that cannot be understood; the message is one sentence. */
public final class MalformedTableException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** A sentence: what is wrong, where, and what to do. */
  public MalformedTableException(String sentence) {
    super(sentence);
  }
}
