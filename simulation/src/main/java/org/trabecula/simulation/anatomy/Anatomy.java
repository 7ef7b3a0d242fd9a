package org.trabecula.simulation.anatomy;

import org.trabecula.simulation.population.SimulatedSubject;

/** The body of one subject. */
public final class Anatomy {
  private final SimulatedSubject subject;

  private Anatomy(SimulatedSubject subject) {
    this.subject = subject;
  }

  /** Builds the body of a subject: the same for the same subject. */
  public static Anatomy of(SimulatedSubject subject) {
    return new Anatomy(subject);
  }

  public SimulatedSubject subject() {
    return subject;
  }
}
