package org.trabecula.densitometry;

import java.io.IOException;

/** A reference file that breaks its format. */
public final class MalformedReferenceException extends IOException {
  private final int line;

  MalformedReferenceException(String origin, int line, String problem) {
    super("%s, line %d: %s".formatted(origin, line, problem));
    this.line = line;
  }

  /** The line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
