package org.trabecula.validation.study;

import java.util.List;

/**
 * How many subjects and radiographs came in, were left out and why, were declined and why, and were
 * evaluated (STARD 2015, item 19).
 *
 * @param steps in order: first those who came in, last those who were evaluated
 */
public record StudyFlow(List<Step> steps) {

  /** What happens at a step. */
  public enum Kind {
    /** They came in. */
    IN,
    /** They were left out before the test. */
    LEFT_OUT,
    /** The test declined them, or has nothing on them. */
    DECLINED,
    /** They were evaluated. */
    EVALUATED
  }

  /**
   * A box of the diagram.
   *
   * @param text in print: what they are, or the reason
   * @param subjects different subjects; one may be in several boxes by different radiographs
   * @param radiographs films
   */
  public record Step(Kind kind, String text, int subjects, int radiographs) {}

  public StudyFlow {
    steps = List.copyOf(steps);
  }
}
