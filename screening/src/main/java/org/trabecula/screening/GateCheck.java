package org.trabecula.screening;

/**
 * What the quality gate measures. Each check is one number of which larger is worse; a limit is the
 * largest number that passes.
 */
public enum GateCheck {
  /** One minus the mean probability inside a region's mask. */
  UNSURENESS("unsureness", 0.40),
  /** The factor by which a region's area leaves the range of human regions; up to 1 inside it. */
  AREA("area", 1.0),
  /** Share of a region's outline that lies on the border of the field. */
  BORDER("border", 0.10),
  /** How far regions are from their arrangement, as a multiple of what anatomy allows. */
  ARRANGEMENT("arrangement", 1.0),
  /** Share of the central field's samples that sit on the lowest or highest value. */
  SATURATION("saturation", 0.30),
  /**
   * Noise from canonical pixel to pixel, as a share of the field's contrast. A film of nothing but
   * normal noise has 0.39, the inverse of the range from its 10 % to its 90 % quantile. Of some
   * 1,400 simulated films for training (synthetic) 0.2 % had more than 0.033 and the worst 0.053;
   * of 131 real ones cut to the lumbar spine four had more than 0.045 and none more than 0.053;
   * with a thousandth of the dose the least of 40 had 0.054.
   */
  GRAIN("grain", 0.053),
  /** Area in or beside the regions that is shaped and as bright as metal, cm². */
  METAL("metal", 0.25),
  /**
   * Area in or beside a region that the network takes for metal, cm²; 0 for a network that was not
   * trained to tell.
   */
  METAL_SEEN("metal_seen", 0.25),
  /**
   * How much a vertebra looks fractured, as a multiple of what the model lets pass; 0 where it was
   * not trained to tell.
   */
  FRACTURE("fracture", 1.0),
  /** Mean squared standardised distance of the network's features from those of training. */
  DISTANCE("distance", 6.0);

  private final String code;
  private final double standardLimit;

  GateCheck(String code, double standardLimit) {
    this.code = code;
    this.standardLimit = standardLimit;
  }

  /** Whether earlier versions had a check of this code: its limit says nothing to the others. */
  static boolean retired(String code) {
    return code.equals("noise");
  }

  /** The name in files. */
  public String code() {
    return code;
  }

  /** The limit where a model package was not calibrated: a judgement, not a measurement. */
  public double standardLimit() {
    return standardLimit;
  }

  /**
   * Returns the check with the given code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static GateCheck of(String code) {
    for (GateCheck check : values()) {
      if (check.code.equals(code)) {
        return check;
      }
    }
    throw new IllegalArgumentException("No gate check is called '%s'".formatted(code));
  }
}
