package org.trabecula.validation.study;

import static org.trabecula.validation.study.IntervalMethod.PENCINA;
import static org.trabecula.validation.study.IntervalMethod.RESAMPLED;

import java.util.List;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;

/** Lists the estimate beside other predictions of the same radiographs. */
record ComparatorFigures(FigureList list, ComparatorStudy other) {

  void add() {
    int of = other.radiographs();
    list.density("mae_beside", "comparator", other.meanAbsoluteError(), of, RESAMPLED);
    list.density("mae_of_other", "comparator", other.comparatorError(), of, RESAMPLED);
    list.density("mae_difference", "comparator", other.difference(), of, RESAMPLED);
    for (ComparatorStudy.AtThreshold one : other.thresholds()) {
      String at = one.threshold().label() + "; comparator";
      int scored = sum(one.positives()) + sum(one.negatives());
      list.areas(at, one.areas(), scored);
      reclassification("by call", at, one.byCall(), one);
      reclassification("category-free", at, one.continuous(), one);
      list.pure("idi", at, one.byCall().discrimination(), scored, PENCINA);
      for (NetBenefit point : one.comparatorCurve()) {
        list.gain("net_benefit_of_other", at, point, point.ofTest(), scored);
      }
    }
  }

  private void reclassification(
      String how, String at, Reclassification nri, ComparatorStudy.AtThreshold one) {
    int low = sum(one.positives());
    int not = sum(one.negatives());
    list.pure("nri_of_low", at + "; " + how, nri.ofPositives(), low, PENCINA);
    list.pure("nri_of_not_low", at + "; " + how, nri.ofNegatives(), not, PENCINA);
    list.pure("nri", at + "; " + how, nri.net(), low + not, PENCINA);
  }

  private static int sum(List<List<Integer>> table) {
    return table.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }
}
