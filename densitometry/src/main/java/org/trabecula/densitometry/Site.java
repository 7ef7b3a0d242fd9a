package org.trabecula.densitometry;

import java.util.List;

/** A measured site of the skeleton, in the words of a DXA report. */
public enum Site {
  L1("L1"),
  L2("L2"),
  L3("L3"),
  L4("L4"),
  L1_L4("L1-L4"),
  L2_L4("L2-L4"),
  FEMORAL_NECK("femoral neck"),
  TROCHANTER("trochanter"),
  TOTAL_HIP("total hip");

  /** The single lumbar vertebrae, from the top down. */
  public static final List<Site> VERTEBRAE = List.of(L1, L2, L3, L4);

  private final String label;

  Site(String label) {
    this.label = label;
  }

  /** The name as printed on a report and written in files, for instance {@code L1-L4}. */
  public String label() {
    return label;
  }

  /** Whether the site belongs to the lumbar spine; otherwise to the proximal femur. */
  public boolean isLumbar() {
    return ordinal() <= L2_L4.ordinal();
  }

  /**
   * Returns the site with the given label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Site of(String label) {
    for (Site site : values()) {
      if (site.label.equals(label)) {
        return site;
      }
    }
    throw new IllegalArgumentException("No site is called '%s'".formatted(label));
  }
}
