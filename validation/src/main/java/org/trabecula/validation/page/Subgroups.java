package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.ForestFigure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.SubgroupFigures;
import org.trabecula.validation.study.ThresholdStudy;

/** The figures of one site in subgroups, as forest plots and as a table. */
final class Subgroups {
  /** More lines do not go on a page. */
  private static final int MOST_LINES = 34;

  private Subgroups() {}

  static List<Figure> figures(Studied studied, SiteStudy site) {
    List<ForestFigure.Panel> panels = panels(site);
    List<Figure> figures = new ArrayList<>();
    for (List<SubgroupFigures> part : parts(groups(site))) {
      String kind = figures.isEmpty() ? "forest" : "forest " + (figures.size() + 1);
      figures.add(
          ForestFigure.of(
              studied,
              kind,
              panels,
              part.stream()
                  .map(group ->
                      new ForestFigure.Row(
                          group.trait(), group.value(), group.radiographs(), values(site, group)))
                  .toList(),
              new ForestFigure.Row(
                  "", "all", site.evaluation().sample().radiographs(), ofAll(site))));
    }
    return figures;
  }

  static Table table(SiteStudy site) {
    List<String> head =
        new ArrayList<>(List.of("subgroup", "n", "MAE, g/cm²", "bias, g/cm²", "coverage"));
    Words.reported(site)
        .forEach(at -> head.add("AUC " + SiteFigures.printed(at.accuracy().threshold())));
    Table table = Table.of(Words.label(site) + "figures in subgroups", head.toArray(String[]::new));
    for (SubgroupFigures group : groups(site)) {
      row(table, group.trait() + ": " + group.value(), group.radiographs(), values(site, group));
    }
    row(table, "all", site.evaluation().sample().radiographs(), ofAll(site));
    return table;
  }

  /** A trait that all share makes no subgroup. */
  private static List<SubgroupFigures> groups(SiteStudy site) {
    List<SubgroupFigures> all = site.evaluation().subgroups();
    return all.stream()
        .filter(
            group -> all.stream().filter(other -> other.trait().equals(group.trait())).count() > 1)
        .toList();
  }

  private static void row(Table table, String name, int n, List<Statistic> values) {
    List<String> cells = new ArrayList<>(List.of(Html.escaped(name), Table.count(n)));
    values.forEach(value -> cells.add(Table.of(value, 3)));
    table.row(cells.toArray(String[]::new));
  }

  private static List<ForestFigure.Panel> panels(SiteStudy site) {
    OptionalDouble none = OptionalDouble.empty();
    List<ForestFigure.Panel> panels = new ArrayList<>();
    panels.add(new ForestFigure.Panel("mean absolute error", "g/cm²", none, ""));
    panels.add(new ForestFigure.Panel("bias", "g/cm²", OptionalDouble.of(0), "no bias"));
    panels.add(
        new ForestFigure.Panel(
            "coverage",
            "share",
            site.evaluation().concordance().nominalCoverage(),
            "the coverage that is meant"));
    for (ThresholdStudy at : Words.reported(site)) {
      String condition = SiteFigures.printed(at.accuracy().threshold());
      panels.add(new ForestFigure.Panel("AUC " + condition, "area", none, ""));
    }
    return panels;
  }

  private static List<Statistic> values(SiteStudy site, SubgroupFigures group) {
    List<Statistic> values =
        new ArrayList<>(List.of(group.meanAbsoluteError(), group.bias(), group.coverage()));
    Words.reported(site).forEach(at -> values.add(area(group, at.accuracy().threshold())));
    return values;
  }

  private static List<Statistic> ofAll(SiteStudy site) {
    SiteEvaluation evaluation = site.evaluation();
    List<Statistic> values =
        new ArrayList<>(
            Arrays.asList(
                evaluation.errors().meanAbsolute(),
                evaluation.errors().bias(),
                evaluation.concordance().coverage()));
    Words.reported(site).forEach(at -> values.add(at.accuracy().rocArea()));
    return values;
  }

  private static Statistic area(SubgroupFigures group, Threshold threshold) {
    return group.areas().stream()
        .filter(area -> area.threshold().equals(threshold))
        .map(SubgroupFigures.Area::area)
        .findFirst()
        .orElse(Statistic.undefined("not computed"));
  }

  /** Groups in parts that fit on a page; a trait stays together if it can. */
  private static List<List<SubgroupFigures>> parts(List<SubgroupFigures> groups) {
    List<List<SubgroupFigures>> parts = new ArrayList<>();
    List<SubgroupFigures> part = new ArrayList<>();
    int lines = 0;
    String trait = "";
    for (SubgroupFigures group : groups) {
      boolean next = !group.trait().equals(trait);
      long more = groups.stream().filter(other -> other.trait().equals(group.trait())).count();
      if (!part.isEmpty() && (next ? lines + more + 1 : lines + 1) > MOST_LINES) {
        parts.add(part);
        part = new ArrayList<>();
        lines = 0;
        next = true;
      }
      trait = group.trait();
      lines += next ? 2 : 1;
      part.add(group);
    }
    parts.add(part);
    return parts;
  }
}
