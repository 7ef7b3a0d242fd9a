package org.trabecula.simulation;

/** Told after every subject, from any thread. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /** So many subjects are complete. */
  void at(int done, int total);
}
