package org.trabecula.radiography;

/** What reading a file gives: a radiograph, or the reason why there is none. */
public sealed interface Reading {
  /** The file was read. */
  record Read(Radiograph radiograph) implements Reading {}

  /** The file is not a radiograph that can be screened. */
  record Refused(Refusal refusal) implements Reading {}
}
