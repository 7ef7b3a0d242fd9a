package org.trabecula.cohort;

import java.io.IOException;

/** A manifest that breaks its format. */
public final class MalformedManifestException extends IOException {
  private final long line;
  private final String column;

  MalformedManifestException(String origin, long line, String column, String problem) {
    super("%s, line %d, column %s: %s".formatted(origin, line, column, problem));
    this.line = line;
    this.column = column;
  }

  /** The line at fault, counted from 1 (the header). */
  public long line() {
    return line;
  }

  /** The name of the column at fault. */
  public String column() {
    return column;
  }
}
