package org.trabecula.app;

/** What the process answers to its caller; the numbers are part of the interface. */
enum ExitCode {
  /** Everything asked for was done; every image was screened. */
  DONE(0),
  /** The run is complete, but at least one image was refused. */
  SOME_REFUSED(1),
  /** The run is complete, and at least one alarm is listed. */
  ALARM(1),
  /** The command line is wrong. */
  USAGE(2),
  /** Model, file system or installation failed. */
  FAILED(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
