package org.trabecula.learning.data;

/** Hears how far a long task is. Called from any thread. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress SILENT = (task, done, total) -> {};

  /**
   * So much of a task is done.
   *
   * @param task short name of the task
   * @param done parts done
   * @param total parts in all
   */
  void at(String task, long done, long total);
}
