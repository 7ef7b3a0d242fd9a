package org.trabecula.simulation.skeleton;

/** What a bone is, as far as regions and density groups care. */
public enum BoneKind {
  VERTEBRA(DensityGroup.SPINE, DensityGroup.SPINE),
  RIB(DensityGroup.OTHER, DensityGroup.OTHER),
  SACRUM(DensityGroup.OTHER, DensityGroup.OTHER),
  HIP_BONE(DensityGroup.OTHER, DensityGroup.OTHER),
  RIGHT_FEMUR(DensityGroup.FEMUR, DensityGroup.NECK),
  LEFT_FEMUR(DensityGroup.FEMUR, DensityGroup.NECK),
  /** Beside the trunk; the flesh around such bones too. */
  ARM(DensityGroup.OTHER, DensityGroup.OTHER),
  /** A calcified vessel wall. */
  PLAQUE(DensityGroup.CALCIFICATION, DensityGroup.CALCIFICATION);

  private final DensityGroup main;
  private final DensityGroup second;

  BoneKind(DensityGroup main, DensityGroup second) {
    this.main = main;
    this.second = second;
  }

  /** The group of most of the bone. */
  public DensityGroup main() {
    return main;
  }

  /** The group that a part's neck share belongs to. */
  public DensityGroup second() {
    return second;
  }

  public boolean isFemur() {
    return this == RIGHT_FEMUR || this == LEFT_FEMUR;
  }
}
