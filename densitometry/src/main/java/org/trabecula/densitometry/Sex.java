package org.trabecula.densitometry;

/** Sex as the reference populations tabulate it. */
public enum Sex {
  FEMALE,
  MALE
}
