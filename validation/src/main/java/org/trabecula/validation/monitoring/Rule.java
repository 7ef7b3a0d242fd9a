package org.trabecula.validation.monitoring;

/** What may give an alarm. */
public enum Rule {
  /** Shewhart 1931: one period is beyond its limits. */
  LIMIT("beyond the limits"),
  /** Roberts 1959 (doi:10.1080/00401706.1959.10489860): the weighted mean of the past is. */
  EWMA("drift (EWMA)"),
  /** Page 1954 (doi:10.1093/biomet/41.1-2.100): deviations have added up. */
  CUSUM("drift (CUSUM)"),
  /** Western Electric 1956, rules 2 to 4: a run of periods on one side. */
  RUN("run on one side");

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  /** The rule in print. */
  public String label() {
    return label;
  }
}
