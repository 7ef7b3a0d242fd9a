package org.trabecula.densitometry;

/**
 * The diagnostic criteria for primary osteoporosis of the Japanese Society for Bone and Mineral
 * Research and the Japan Osteoporosis Society, revision 2012 (doi:10.1007/s00774-013-0447-8). The
 * density is that of L1-L4 or L2-L4, or of the femoral neck or total hip, the lowest of them.
 */
public final class JapaneseCriteria2012 {

  /** Percent of the young adult mean up to which density alone makes the criterion. */
  public static final double WITHOUT_FRACTURE_PERCENT = 70;

  /** Percent of the young adult mean below which it does together with another fracture. */
  public static final double WITH_FRACTURE_PERCENT = 80;

  /** Which fragility fracture is known; the gravest counts. */
  public enum FragilityFracture {
    NONE_KNOWN,
    /** Neither of spine nor hip: rib, pelvis, humerus, distal radius, lower leg. */
    OTHER,
    SPINE_OR_HIP
  }

  /** What the criteria say, by the branch that led there. */
  public enum Finding {
    /** A fragility fracture of spine or hip, whatever the density. */
    OSTEOPOROSIS_BY_MAJOR_FRACTURE(true, "osteoporosis criterion: fracture of spine or hip"),
    /** Another fragility fracture and a density below 80 % of the young adult mean. */
    OSTEOPOROSIS_BY_FRACTURE_AND_DENSITY(
        true, "osteoporosis criterion: fragility fracture and density below 80 % YAM"),
    /** A density of at most 70 % of the young adult mean or of at most -2.5 SD. */
    OSTEOPOROSIS_BY_DENSITY(true, "osteoporosis criterion: density at most 70 % YAM or -2.5 SD"),
    /** Between -2.5 and -1.0 SD. */
    LOW_BONE_MASS(false, "low bone mass: between -2.5 and -1.0 SD"),
    NO_CRITERION_MET(false, "no criterion met");

    private final boolean osteoporosis;
    private final String label;

    Finding(boolean osteoporosis, String label) {
      this.osteoporosis = osteoporosis;
      this.label = label;
    }

    /** Whether a criterion of osteoporosis is met. */
    public boolean isOsteoporosis() {
      return osteoporosis;
    }

    /** The finding in print. */
    public String label() {
      return label;
    }
  }

  private JapaneseCriteria2012() {}

  /**
   * Returns the finding for a density.
   *
   * @param youngAdultPercent percent of the young adult mean, positive
   * @param tScore standard deviations from it
   * @param fracture the gravest fragility fracture known
   */
  public static Finding finding(
      double youngAdultPercent, double tScore, FragilityFracture fracture) {
    Require.positive(youngAdultPercent, "youngAdultPercent", "%");
    Require.finite(tScore, "tScore", "SD");
    if (fracture == FragilityFracture.SPINE_OR_HIP) {
      return Finding.OSTEOPOROSIS_BY_MAJOR_FRACTURE;
    }
    if (fracture == FragilityFracture.OTHER && youngAdultPercent < WITH_FRACTURE_PERCENT) {
      return Finding.OSTEOPOROSIS_BY_FRACTURE_AND_DENSITY;
    }
    if (youngAdultPercent <= WITHOUT_FRACTURE_PERCENT || tScore <= -2.5) {
      return Finding.OSTEOPOROSIS_BY_DENSITY;
    }
    return tScore < -1 ? Finding.LOW_BONE_MASS : Finding.NO_CRITERION_MET;
  }
}
