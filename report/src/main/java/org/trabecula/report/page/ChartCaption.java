package org.trabecula.report.page;

/** What the lines of a chart are. */
final class ChartCaption {
  private ChartCaption() {}

  static String of(ChartData data) {
    String subject = data.inView() ? "● estimate" : "○ inferred estimate";
    String curve = data.curve().size() < 2 ? "no curve by age" : "line: own-sex mean ± 1 SD";
    return subject + " with 90 % interval; " + curve;
  }
}
