package org.trabecula.densitometry.risk;

/** Which way a score points. */
public enum Direction {
  /** A larger score means a greater risk: ORAI, SCORE. */
  RISES_WITH_RISK,
  /** A larger score means a smaller risk: OST, OSTA. */
  FALLS_WITH_RISK;

  /** The score turned so that larger means riskier, as an area under a ROC curve takes it. */
  double towardsRisk(int value) {
    return this == RISES_WITH_RISK ? value : -value;
  }
}
