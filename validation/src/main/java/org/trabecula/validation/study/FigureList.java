package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.RocDifference;

/** Figures of a site as they are listed: whose they are, of how many, and by what interval. */
final class FigureList {
  private static final String DENSITY = "g/cm2";
  static final String PER_DENSITY = "per g/cm2";

  private final List<Figure> figures = new ArrayList<>();
  private final String site;
  private final String group;
  private final boolean repeated;

  /**
   * An empty list.
   *
   * @param repeated whether a subject of the group has several radiographs
   */
  FigureList(String site, String group, boolean repeated) {
    this.site = site;
    this.group = group;
    this.repeated = repeated;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void add(
      String statistic, String at, String unit, Statistic value, int of, IntervalMethod method) {
    figures.add(
        new Figure(site, group, statistic, at, unit, value, of, method.of(repeated).label()));
  }

  /** Adds a figure without a unit. */
  void pure(String statistic, String at, Statistic value, int of, IntervalMethod method) {
    add(statistic, at, "", value, of, method);
  }

  /** Adds a figure in g/cm². */
  void density(String statistic, String at, Statistic value, int of, IntervalMethod method) {
    add(statistic, at, DENSITY, value, of, method);
  }

  /** The areas of the estimate and of another, on what both have. */
  void areas(String at, RocDifference areas, int of) {
    pure("auc_beside", at, areas.first(), of, IntervalMethod.DELONG);
    pure("auc_of_other", at, areas.second(), of, IntervalMethod.DELONG);
    pure("auc_difference", at, areas.difference(), of, IntervalMethod.DELONG);
  }

  /** A gain at every tenth of risk: a decision curve has more points than a list wants. */
  void gain(String name, String at, NetBenefit point, Statistic gain, int of) {
    double tenths = point.threshold() * 10;
    if (Math.abs(tenths - Math.rint(tenths)) < 1e-9) {
      String where = at + "; risk " + number(point.threshold());
      pure(name, where, gain, of, IntervalMethod.NORMAL);
    }
  }

  /** A number in a name: at most four decimals, none that says nothing. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value)
        .replaceFirst("0+$", "")
        .replaceFirst("[.]$", "");
  }
}
