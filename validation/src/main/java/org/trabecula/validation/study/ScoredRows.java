package org.trabecula.validation.study;

import java.util.List;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/**
 * The predictions of a site that have T-scores.
 *
 * @param rows which rows of the site they are
 * @param subjects the subject of each
 */
record ScoredRows(List<Scored> scored, List<Integer> rows, SubjectRows subjects) {
  ScoredRows {
    scored = List.copyOf(scored);
    rows = List.copyOf(rows);
  }

  int size() {
    return scored.size();
  }

  /** T-scores of estimates and truths. */
  PairedValues scores() {
    return PairedValues.of(
        scored.stream().mapToDouble(Scored::estimated).toArray(),
        scored.stream().mapToDouble(Scored::truth).toArray());
  }

  /** Ordered by the estimated T-score, the lowest as the strongest sign. */
  ScoredSubjects byScore(Threshold threshold) {
    return ThresholdAccuracy.scored(threshold, scores());
  }

  /** Ordered by the probability of lying beyond a T-score. */
  ScoredSubjects byRisk(Threshold threshold) {
    return ScoredSubjects.of(risks(threshold), beyond(threshold));
  }

  /** The probability of each of lying beyond a T-score. */
  double[] risks(Threshold threshold) {
    return scored.stream().mapToDouble(one -> one.risk(threshold)).toArray();
  }

  /** Whether each true T-score lies beyond a threshold. */
  boolean[] beyond(Threshold threshold) {
    boolean[] beyond = new boolean[size()];
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] = threshold.holds(scored.get(i).truth());
    }
    return beyond;
  }

  /** Whether each estimated T-score lies beyond a threshold. */
  boolean[] found(Threshold threshold) {
    boolean[] found = new boolean[size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = threshold.holds(scored.get(i).estimated());
    }
    return found;
  }

  /** The calls of a policy, at its own threshold, beside the truth. */
  List<CallAccuracy.Case> calls(CallPolicy policy) {
    return scored.stream()
        .map(one ->
            new CallAccuracy.Case(
                policy.judge(one.prediction().estimate(), one.reference()).call(),
                one.truth() < policy.threshold()))
        .toList();
  }

  /** The calls of a policy, moved to another threshold. */
  Call[] callsAt(Threshold threshold, CallPolicy policy) {
    return scored.stream().map(one -> policy.call(one.risk(threshold))).toArray(Call[]::new);
  }
}
