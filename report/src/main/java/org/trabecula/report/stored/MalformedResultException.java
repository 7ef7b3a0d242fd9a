package org.trabecula.report.stored;

import java.io.IOException;
import java.io.Serial;

/** A file is not what {@code screen} writes; the message says what is wrong. */
public final class MalformedResultException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  MalformedResultException(String message) {
    super(message);
  }
}
