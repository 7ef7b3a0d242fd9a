package org.trabecula.cohort.pairing.dxa;

import java.io.Serial;

/** Leaves the reading of one line; never leaves this package. */
final class RowProblem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final DxaFault.Reason reason;
  private final String advice;

  RowProblem(DxaFault.Reason reason, String sentence, String advice) {
    super(sentence, null, false, false);
    this.reason = reason;
    this.advice = advice;
  }

  DxaFault at(String origin) {
    return new DxaFault(origin, reason, String.valueOf(getMessage()), advice);
  }
}
