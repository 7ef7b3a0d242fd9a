package org.trabecula.screening;

/** What a canonical view may show, in the order of the view network's output. */
public enum Shown {
  LUMBAR_AP,
  /** A right hip, or a left one shown mirrored. */
  HIP_RIGHT,
  /** A left hip, or a right one shown mirrored. */
  HIP_LEFT,
  OTHER
}
