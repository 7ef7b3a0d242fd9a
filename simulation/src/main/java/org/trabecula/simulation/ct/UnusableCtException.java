package org.trabecula.simulation.ct;

import java.io.IOException;
import java.io.Serial;

/**
 * A CT or its label map cannot be used; the message is one sentence for the person who chose it.
 */
public final class UnusableCtException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** With the sentence. */
  public UnusableCtException(String sentence) {
    super(sentence);
  }
}
