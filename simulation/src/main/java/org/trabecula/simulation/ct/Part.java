package org.trabecula.simulation.ct;

import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/** What is to be radiographed of a CT. */
public enum Part {
  LUMBAR_SPINE(View.LUMBAR_AP, Laterality.UNPAIRED),
  RIGHT_HIP(View.HIP_AP, Laterality.RIGHT),
  LEFT_HIP(View.HIP_AP, Laterality.LEFT);

  private final View view;
  private final Laterality laterality;

  Part(View view, Laterality laterality) {
    this.view = view;
    this.laterality = laterality;
  }

  public View view() {
    return view;
  }

  public Laterality laterality() {
    return laterality;
  }

  /** Whether a label belongs to the bone that is measured. */
  boolean measures(int label) {
    return switch (this) {
      case LUMBAR_SPINE -> Structures.isVertebra(label);
      case RIGHT_HIP -> label == Structures.FEMUR_RIGHT;
      case LEFT_HIP -> label == Structures.FEMUR_LEFT;
    };
  }
}
