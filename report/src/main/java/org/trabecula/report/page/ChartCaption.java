package org.trabecula.report.page;

/** What the lines of a chart are. */
final class ChartCaption {
  private ChartCaption() {}

  static String of(ChartData data) {
    String subject = data.inView() ? "● estimate" : "○ inferred";
    String curve = data.curve().size() < 2 ? "no curve by age" : "mean ± 1 SD by age";
    return subject + ", 90 % interval; " + curve;
  }
}
