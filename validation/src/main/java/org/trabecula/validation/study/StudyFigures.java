package org.trabecula.validation.study;

import static org.trabecula.validation.study.IntervalMethod.DELONG;
import static org.trabecula.validation.study.IntervalMethod.FISHER;
import static org.trabecula.validation.study.IntervalMethod.RESAMPLED;
import static org.trabecula.validation.study.IntervalMethod.WILSON;

import java.util.ArrayList;
import java.util.List;

/** Lists the figures of a site, each with how many it is of and how its interval was made. */
final class StudyFigures {
  private StudyFigures() {}

  static List<Figure> of(SiteStudy study) {
    String site = study.source().name();
    FigureList all = new FigureList(site, Figure.ALL, study.source().repeated());
    new AgreementFigures(all, study, study.evaluation().sample().radiographs()).add();
    new DiagnosisFigures(all, study).add();
    study.comparator().ifPresent(other -> new ComparatorFigures(all, other).add());
    List<Figure> figures = new ArrayList<>(all.figures());
    for (SubgroupFigures subgroup : study.evaluation().subgroups()) {
      figures.addAll(subgroup(study.source(), subgroup));
    }
    return List.copyOf(figures);
  }

  private static List<Figure> subgroup(SiteStudy.Source source, SubgroupFigures one) {
    int n = one.radiographs();
    String group = one.trait() + "=" + one.value();
    FigureList list = new FigureList(source.name(), group, source.repeated());
    list.density("mae", "", one.meanAbsoluteError(), n, RESAMPLED);
    list.density("bias", "", one.bias(), n, RESAMPLED);
    list.pure("pearson_r", "", one.pearson(), n, FISHER);
    list.pure("coverage", "", one.coverage(), n, WILSON);
    for (SubgroupFigures.Area area : one.areas()) {
      list.pure("auc", area.threshold().label(), area.area(), area.radiographs(), DELONG);
    }
    return list.figures();
  }
}
