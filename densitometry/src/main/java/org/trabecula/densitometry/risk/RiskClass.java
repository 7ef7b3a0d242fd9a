package org.trabecula.densitometry.risk;

/** How a score's authors divide their women; a score with one cut-off knows no medium risk. */
public enum RiskClass {
  LOW,
  MEDIUM,
  HIGH
}
