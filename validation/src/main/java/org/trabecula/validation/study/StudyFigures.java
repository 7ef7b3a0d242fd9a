package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ThreeWayTable;

/** Lists the figures of a site, each with how many it is of and how its interval was made. */
final class StudyFigures {
  private static final String DENSITY = "g/cm2";
  private static final String PER_DENSITY = "per g/cm2";
  private static final String PURE = "";

  private final SiteStudy study;
  private final List<Figure> figures = new ArrayList<>();
  private final int n;
  private String group = Figure.ALL;

  private StudyFigures(SiteStudy study) {
    this.study = study;
    this.n = study.evaluation().sample().radiographs();
  }

  static List<Figure> of(SiteStudy study) {
    StudyFigures list = new StudyFigures(study);
    list.errors();
    list.concordance();
    list.lines();
    list.context();
    study.thresholds().forEach(list::threshold);
    list.calls();
    list.classes();
    study.comparator().ifPresent(list::comparator);
    study.evaluation().subgroups().forEach(list::subgroup);
    return List.copyOf(list.figures);
  }

  private void errors() {
    SiteEvaluation.Errors errors = study.evaluation().errors();
    add("mae", PURE, DENSITY, errors.meanAbsolute(), n, IntervalMethod.RESAMPLED);
    add("rmse", PURE, DENSITY, errors.rootMeanSquare(), n, IntervalMethod.RESAMPLED);
    add("bias", PURE, DENSITY, errors.bias(), n, IntervalMethod.RESAMPLED);
  }

  private void concordance() {
    SiteEvaluation.Concordance all = study.evaluation().concordance();
    Statistic none = Statistic.undefined("fewer than two pairs");
    add(
        "loa_lower",
        PURE,
        DENSITY,
        all.limits().map(l -> Statistic.of(l.lower())).orElse(none),
        n,
        IntervalMethod.CARKEET);
    add(
        "loa_upper",
        PURE,
        DENSITY,
        all.limits().map(l -> Statistic.of(l.upper())).orElse(none),
        n,
        IntervalMethod.CARKEET);
    add(
        "proportional_bias",
        PURE,
        PER_DENSITY,
        all.limits().map(l -> l.proportionalBias()).orElse(none),
        n,
        IntervalMethod.STUDENT);
    add("pearson_r", PURE, PURE, all.pearson(), n, IntervalMethod.FISHER);
    add("lin_ccc", PURE, PURE, all.lin(), n, IntervalMethod.LIN);
    add("icc_2_1", PURE, PURE, all.intraclass(), n, IntervalMethod.MCGRAW);
    add("calibration_slope", PURE, PURE, all.calibration().slope(), n, IntervalMethod.STUDENT);
    add(
        "calibration_intercept",
        PURE,
        DENSITY,
        all.calibration().intercept(),
        n,
        IntervalMethod.STUDENT);
    add(
        "calibration_in_the_large",
        PURE,
        DENSITY,
        all.calibration().inTheLarge(),
        n,
        IntervalMethod.STUDENT);
    String nominal =
        all.nominalCoverage().isPresent() ? number(all.nominalCoverage().getAsDouble()) : PURE;
    add("coverage", nominal, PURE, all.coverage(), n, IntervalMethod.WILSON);
  }

  private void lines() {
    line("deming", study.lines().deming(), n, IntervalMethod.JACKKNIFE);
    line(
        "passing_bablok",
        study.lines().passingBablok(),
        study.evaluation().sample().subjects(),
        IntervalMethod.PASSING_BABLOK);
  }

  private void line(String name, Line line, int of, IntervalMethod method) {
    add(name + "_slope", PURE, PURE, line.slope(), of, method);
    add(name + "_intercept", PURE, DENSITY, line.intercept(), of, method);
  }

  private void context() {
    SiteEvaluation.Context context = study.evaluation().context();
    for (SiteEvaluation.BaselineComparison baseline : context.baselines()) {
      String kind = baseline.kind().label();
      add("baseline_mae", kind, DENSITY, baseline.meanAbsoluteError(), n, IntervalMethod.RESAMPLED);
      add(
          "improvement_over_baseline",
          kind,
          PURE,
          baseline.improvement(),
          n,
          IntervalMethod.RESAMPLED);
    }
    double level = study.level();
    Statistic floor =
        context.floor().isPresent()
            ? Statistic.of(Estimate.symmetric(context.floor().getAsDouble(), 0, level))
            : Statistic.undefined("no precision of DXA is known for the site");
    add("dxa_floor_mae", PURE, DENSITY, floor, n, IntervalMethod.NONE);
  }

  private void threshold(ThresholdStudy one) {
    String at = one.accuracy().threshold().label();
    Confusion counts = one.accuracy().counts();
    int found = counts.truePositives() + counts.falsePositives();
    add(
        "sensitivity",
        at,
        PURE,
        one.accuracy().sensitivity(),
        counts.positives(),
        IntervalMethod.WILSON);
    add(
        "specificity",
        at,
        PURE,
        one.accuracy().specificity(),
        counts.negatives(),
        IntervalMethod.WILSON);
    add("ppv", at, PURE, one.accuracy().positivePredictiveValue(), found, IntervalMethod.WILSON);
    add(
        "npv",
        at,
        PURE,
        one.accuracy().negativePredictiveValue(),
        counts.size() - found,
        IntervalMethod.WILSON);
    add(
        "lr_positive",
        at,
        PURE,
        one.likelihoodRatios().ofPositive(),
        counts.size(),
        IntervalMethod.SIMEL);
    add(
        "lr_negative",
        at,
        PURE,
        one.likelihoodRatios().ofNegative(),
        counts.size(),
        IntervalMethod.SIMEL);
    for (ThresholdStudy.AtPrevalence share : one.atPrevalences()) {
      String where = at + "; prevalence " + number(share.prevalence());
      add(
          "ppv_at_prevalence",
          where,
          PURE,
          share.positivePredictiveValue(),
          counts.size(),
          IntervalMethod.MERCALDO);
      add(
          "npv_at_prevalence",
          where,
          PURE,
          share.negativePredictiveValue(),
          counts.size(),
          IntervalMethod.MERCALDO);
    }
    add("auc", at, PURE, one.accuracy().rocArea(), counts.size(), IntervalMethod.DELONG);
    add(
        "average_precision",
        at,
        PURE,
        one.averagePrecision(),
        counts.size(),
        IntervalMethod.RESAMPLED);
    one.rivals()
        .forEach(rival -> areas(at + "; " + rival.name(), rival.areas(), rival.radiographs()));
    threeWay(at, one.threeWay());
    risk(at, one.risk(), counts.size());
  }

  /** The areas of the estimate and of another, on what both have. */
  private void areas(String at, RocDifference areas, int of) {
    add("auc_beside", at, PURE, areas.first(), of, IntervalMethod.DELONG);
    add("auc_of_other", at, PURE, areas.second(), of, IntervalMethod.DELONG);
    add("auc_difference", at, PURE, areas.difference(), of, IntervalMethod.DELONG);
  }

  private void threeWay(String at, ThresholdStudy.ThreeWay way) {
    ThreeWayTable table = way.table();
    add("determined", at, PURE, way.determined(), table.size(), IntervalMethod.WILSON);
    ThreeWayTable.Answers low = table.low();
    ThreeWayTable.Answers not = table.notLow();
    accuracy(
        "among determined",
        at,
        way.amongDetermined(),
        low.size() - low.undetermined(),
        not.size() - not.undetermined());
    accuracy("undetermined wrong", at, way.asWrong(), low.size(), not.size());
    accuracy("undetermined referred", at, way.asLikely(), low.size(), not.size());
  }

  private void accuracy(String how, String at, ThreeWayTable.Accuracy accuracy, int low, int not) {
    add(
        "call_sensitivity",
        at + "; " + how,
        PURE,
        accuracy.sensitivity(),
        low,
        IntervalMethod.WILSON);
    add(
        "call_specificity",
        at + "; " + how,
        PURE,
        accuracy.specificity(),
        not,
        IntervalMethod.WILSON);
  }

  private void risk(String at, ThresholdStudy.Risk risk, int of) {
    add("risk_slope", at, PURE, risk.calibration().slope(), of, IntervalMethod.WALD);
    add("risk_intercept", at, PURE, risk.calibration().intercept(), of, IntervalMethod.WALD);
    add("risk_in_the_large", at, PURE, risk.calibration().inTheLarge(), of, IntervalMethod.WALD);
    add("brier", at, PURE, risk.calibration().brier(), of, IntervalMethod.NORMAL);
    for (NetBenefit point : risk.decisionCurve()) {
      gain("net_benefit", at, point, point.ofTest(), of);
      gain("net_benefit_of_all", at, point, point.ofAll(), of);
    }
  }

  /** A decision curve has more points than a list wants. */
  private void gain(String name, String at, NetBenefit point, Statistic gain, int of) {
    double tenths = point.threshold() * 10;
    if (Math.abs(tenths - Math.rint(tenths)) < 1e-9) {
      add(name, at + "; risk " + number(point.threshold()), PURE, gain, of, IntervalMethod.NORMAL);
    }
  }

  private void calls() {
    CallAccuracy calls = study.evaluation().diagnostics().calls();
    int all = calls.likelyLow() + calls.undetermined() + calls.unlikelyLow();
    add("call_made", PURE, PURE, calls.determined(), all, IntervalMethod.WILSON);
    add(
        "call_ppv",
        PURE,
        PURE,
        calls.positivePredictiveValue(),
        calls.likelyLow(),
        IntervalMethod.WILSON);
    add(
        "call_npv",
        PURE,
        PURE,
        calls.negativePredictiveValue(),
        calls.unlikelyLow(),
        IntervalMethod.WILSON);
  }

  private void classes() {
    SiteStudy.DensityClasses classes = study.classes();
    int of = classes.counts().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    add("kappa", "unweighted", PURE, classes.kappa(), of, IntervalMethod.FLEISS);
    add("kappa", "linear weights", PURE, classes.linearKappa(), of, IntervalMethod.FLEISS);
    add("kappa", "quadratic weights", PURE, classes.quadraticKappa(), of, IntervalMethod.FLEISS);
  }

  private void comparator(ComparatorStudy other) {
    int of = other.radiographs();
    add(
        "mae_beside",
        "comparator",
        DENSITY,
        other.meanAbsoluteError(),
        of,
        IntervalMethod.RESAMPLED);
    add(
        "mae_of_other",
        "comparator",
        DENSITY,
        other.comparatorError(),
        of,
        IntervalMethod.RESAMPLED);
    add("mae_difference", "comparator", DENSITY, other.difference(), of, IntervalMethod.RESAMPLED);
    for (ComparatorStudy.AtThreshold one : other.thresholds()) {
      String at = one.threshold().label() + "; comparator";
      int scored = sum(one.positives()) + sum(one.negatives());
      areas(at, one.areas(), scored);
      reclassification("by call", at, one.byCall(), one);
      reclassification("category-free", at, one.continuous(), one);
      add("idi", at, PURE, one.byCall().discrimination(), scored, IntervalMethod.PENCINA);
      for (NetBenefit point : one.comparatorCurve()) {
        gain("net_benefit", at, point, point.ofTest(), scored);
      }
    }
  }

  private void reclassification(
      String how, String at, Reclassification nri, ComparatorStudy.AtThreshold one) {
    int low = sum(one.positives());
    int not = sum(one.negatives());
    add("nri_of_low", at + "; " + how, PURE, nri.ofPositives(), low, IntervalMethod.PENCINA);
    add("nri_of_not_low", at + "; " + how, PURE, nri.ofNegatives(), not, IntervalMethod.PENCINA);
    add("nri", at + "; " + how, PURE, nri.net(), low + not, IntervalMethod.PENCINA);
  }

  private void subgroup(SubgroupFigures one) {
    group = one.trait() + "=" + one.value();
    add("mae", PURE, DENSITY, one.meanAbsoluteError(), one.radiographs(), IntervalMethod.RESAMPLED);
    add("bias", PURE, DENSITY, one.bias(), one.radiographs(), IntervalMethod.RESAMPLED);
    boolean repeated = one.subjects() < one.radiographs();
    put(
        "pearson_r",
        PURE,
        PURE,
        one.pearson(),
        one.radiographs(),
        IntervalMethod.FISHER.of(repeated));
    put(
        "coverage",
        PURE,
        PURE,
        one.coverage(),
        one.radiographs(),
        IntervalMethod.WILSON.of(repeated));
    for (SubgroupFigures.Area area : one.areas()) {
      put(
          "auc",
          area.threshold().label(),
          PURE,
          area.area(),
          area.radiographs(),
          IntervalMethod.DELONG.of(repeated));
    }
  }

  private void add(
      String statistic, String at, String unit, Statistic value, int of, IntervalMethod method) {
    put(statistic, at, unit, value, of, method.of(study.source().repeated()));
  }

  private void put(
      String statistic, String at, String unit, Statistic value, int of, IntervalMethod method) {
    figures.add(
        new Figure(study.source().name(), group, statistic, at, unit, value, of, method.label()));
  }

  private static int sum(List<List<Integer>> table) {
    return table.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value)
        .replaceFirst("0+$", "")
        .replaceFirst("[.]$", "");
  }
}
