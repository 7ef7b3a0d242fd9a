package org.trabecula.validation.diagnosis;

import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/**
 * A test with a third answer, undetermined, against the truth. Undetermined answers are reported
 * and never dropped silently (Shinkins et al. 2013, doi:10.1136/bmj.f2778): accuracy among the
 * determined stands beside the yield and beside accuracy where the undetermined count as failures.
 *
 * @param low answers in those who are low in truth
 * @param notLow answers in the others
 */
public record ThreeWayTable(Answers low, Answers notLow) {

  /**
   * How many had each answer.
   *
   * @param likely called likely low
   * @param undetermined left open
   * @param unlikely called unlikely low
   */
  public record Answers(int likely, int undetermined, int unlikely) {
    public Answers {
      if (likely < 0 || undetermined < 0 || unlikely < 0) {
        throw new IllegalArgumentException(
            "Counts %d, %d, %d".formatted(likely, undetermined, unlikely));
      }
    }

    /** How many there are. */
    public int size() {
      return likely + undetermined + unlikely;
    }
  }

  /** Figures that take the undetermined in one way. */
  public record Accuracy(Statistic sensitivity, Statistic specificity) {}

  /** How many there are. */
  public int size() {
    return low.size() + notLow.size();
  }

  /** The share with an answer, in all. */
  public Statistic determined(double level) {
    int open = low.undetermined + notLow.undetermined;
    return Proportion.of(size() - open, size(), level, "there is no call");
  }

  /** The undetermined left out: accuracy where there is an answer. */
  public Accuracy amongDetermined(double level) {
    return new Accuracy(
        Proportion.of(
            low.likely, low.likely + low.unlikely, level, "nobody is low in truth and determined"),
        Proportion.of(
            notLow.unlikely,
            notLow.likely + notLow.unlikely,
            level,
            "everybody determined is low in truth"));
  }

  /** The undetermined counted as wrong in either group: the worst case. */
  public Accuracy undeterminedAsWrong(double level) {
    return accuracy(low.likely, level);
  }

  /** The undetermined sent on to DXA like the likely low: what a clinic does. */
  public Accuracy undeterminedAsLikely(double level) {
    return accuracy(low.likely + low.undetermined, level);
  }

  private Accuracy accuracy(int found, double level) {
    return new Accuracy(
        Proportion.of(found, low.size(), level, "nobody is low in truth"),
        Proportion.of(notLow.unlikely, notLow.size(), level, "everybody is low in truth"));
  }
}
