package org.trabecula.screening;

import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/** The ways to frame a film as a canonical view, in training and in use alike. */
public enum Framing {
  SPINE(View.LUMBAR_AP, Laterality.UNPAIRED, Shown.LUMBAR_AP),
  RIGHT_HIP(View.HIP_AP, Laterality.RIGHT, Shown.HIP_RIGHT),
  /** Shown mirrored, hence as a right one. */
  LEFT_HIP(View.HIP_AP, Laterality.LEFT, Shown.HIP_RIGHT);

  private final View view;
  private final Laterality laterality;
  private final Shown expected;

  Framing(View view, Laterality laterality, Shown expected) {
    this.view = view;
    this.laterality = laterality;
    this.expected = expected;
  }

  /** The view that the film is framed as. */
  public View view() {
    return view;
  }

  /** The side that the film is framed as. */
  public Laterality laterality() {
    return laterality;
  }

  /** What the network says of a film that is framed as what it shows. */
  public Shown expected() {
    return expected;
  }
}
