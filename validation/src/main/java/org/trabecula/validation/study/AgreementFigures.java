package org.trabecula.validation.study;

import static org.trabecula.validation.study.IntervalMethod.CARKEET;
import static org.trabecula.validation.study.IntervalMethod.FISHER;
import static org.trabecula.validation.study.IntervalMethod.JACKKNIFE;
import static org.trabecula.validation.study.IntervalMethod.LIN;
import static org.trabecula.validation.study.IntervalMethod.MCGRAW;
import static org.trabecula.validation.study.IntervalMethod.NONE;
import static org.trabecula.validation.study.IntervalMethod.PASSING_BABLOK;
import static org.trabecula.validation.study.IntervalMethod.RESAMPLED;
import static org.trabecula.validation.study.IntervalMethod.STUDENT;
import static org.trabecula.validation.study.IntervalMethod.WILSON;

import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Line;

/**
 * Lists how estimates and truths go together.
 *
 * @param n how many radiographs there are
 */
record AgreementFigures(FigureList list, SiteStudy study, int n) {

  void add() {
    errors();
    concordance();
    lines();
    context();
  }

  private void errors() {
    SiteEvaluation.Errors errors = study.evaluation().errors();
    list.density("mae", "", errors.meanAbsolute(), n, RESAMPLED);
    list.density("rmse", "", errors.rootMeanSquare(), n, RESAMPLED);
    list.density("bias", "", errors.bias(), n, RESAMPLED);
  }

  private void concordance() {
    SiteEvaluation.Concordance all = study.evaluation().concordance();
    Statistic none = Statistic.undefined("fewer than two pairs");
    list.density(
        "loa_lower", "", all.limits().map(l -> Statistic.of(l.lower())).orElse(none), n, CARKEET);
    list.density(
        "loa_upper", "", all.limits().map(l -> Statistic.of(l.upper())).orElse(none), n, CARKEET);
    list.add(
        "proportional_bias",
        "",
        FigureList.PER_DENSITY,
        all.limits().map(BlandAltman::proportionalBias).orElse(none),
        n,
        STUDENT);
    list.pure("pearson_r", "", all.pearson(), n, FISHER);
    list.pure("lin_ccc", "", all.lin(), n, LIN);
    list.pure("icc_2_1", "", all.intraclass(), n, MCGRAW);
    list.pure("calibration_slope", "", all.calibration().slope(), n, STUDENT);
    list.density("calibration_intercept", "", all.calibration().intercept(), n, STUDENT);
    list.density("calibration_in_the_large", "", all.calibration().inTheLarge(), n, STUDENT);
    String nominal =
        all.nominalCoverage().isPresent()
            ? FigureList.number(all.nominalCoverage().getAsDouble())
            : "";
    list.pure("coverage", nominal, all.coverage(), n, WILSON);
  }

  private void lines() {
    line("deming", study.lines().deming(), n, JACKKNIFE);
    line(
        "passing_bablok",
        study.lines().passingBablok(),
        study.evaluation().sample().subjects(),
        PASSING_BABLOK);
  }

  private void line(String name, Line line, int of, IntervalMethod method) {
    list.pure(name + "_slope", "", line.slope(), of, method);
    list.density(name + "_intercept", "", line.intercept(), of, method);
  }

  private void context() {
    SiteEvaluation.Context context = study.evaluation().context();
    for (SiteEvaluation.BaselineComparison baseline : context.baselines()) {
      String kind = baseline.kind().label();
      list.density("baseline_mae", kind, baseline.meanAbsoluteError(), n, RESAMPLED);
      list.pure("improvement_over_baseline", kind, baseline.improvement(), n, RESAMPLED);
    }
    double level = study.level();
    Statistic floor =
        context.floor().isPresent()
            ? Statistic.of(Estimate.symmetric(context.floor().getAsDouble(), 0, level))
            : Statistic.undefined("no precision of DXA is known for the site");
    list.density("dxa_floor_mae", "", floor, n, NONE);
  }
}
