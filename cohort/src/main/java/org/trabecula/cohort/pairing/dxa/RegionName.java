package org.trabecula.cohort.pairing.dxa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;

/**
 * What the words of a scanner's region mean: site and side.
 *
 * @param side of a femur; unpaired for the spine; unknown if the words do not say
 */
record RegionName(Site site, Laterality side) {
  private static final Set<String> HIP = Set.of("hip", "femur", "femoral", "femora", "proximal");
  private static final Set<String> SPINE = Set.of("spine", "lumbar", "vertebra", "vertebrae");
  private static final Set<String> LEFT = Set.of("left", "lt", "l");
  private static final Set<String> RIGHT = Set.of("right", "rt", "r");
  private static final Set<String> BOTH = Set.of("dual", "mean", "both", "bilateral");
  private static final Set<String> EMPTY =
      Set.of("ap", "pa", "bmd", "region", "of", "the", "bone", "density", "mineral", "dxa", "dual");

  private static final Map<String, Site> SITES =
      Map.ofEntries(
          Map.entry("l1", Site.L1),
          Map.entry("l2", Site.L2),
          Map.entry("l3", Site.L3),
          Map.entry("l4", Site.L4),
          Map.entry("l1l4", Site.L1_L4),
          Map.entry("l14", Site.L1_L4),
          Map.entry("l1l2l3l4", Site.L1_L4),
          Map.entry("totall1l4", Site.L1_L4),
          Map.entry("l1l4total", Site.L1_L4),
          Map.entry("l2l4", Site.L2_L4),
          Map.entry("l24", Site.L2_L4),
          Map.entry("neck", Site.FEMORAL_NECK),
          Map.entry("troch", Site.TROCHANTER),
          Map.entry("trochanter", Site.TROCHANTER),
          Map.entry("trochanteric", Site.TROCHANTER));

  /**
   * Understands words such as {@code L1-L4}, {@code Left Femoral Neck} or, of a femur, {@code
   * Total}.
   *
   * @param context what scan the region belongs to, such as {@code AP Spine}; may be empty
   */
  static Optional<RegionName> of(String words, String context) {
    List<String> own = tokens(words);
    List<String> all = new ArrayList<>(own);
    all.addAll(tokens(context));
    boolean hip = all.stream().anyMatch(HIP::contains);
    boolean spine = all.stream().anyMatch(SPINE::contains);
    String bare =
        String.join(
            "",
            own.stream()
                .filter(t -> !HIP.contains(t) && !SPINE.contains(t) && !EMPTY.contains(t))
                .filter(t -> !LEFT.contains(t) && !RIGHT.contains(t) && !BOTH.contains(t))
                .toList());
    Optional<Site> site = Optional.ofNullable(SITES.get(bare));
    if (bare.equals("total") && hip != spine) {
      site = Optional.of(hip ? Site.TOTAL_HIP : Site.L1_L4);
    }
    return site.map(s -> new RegionName(s, s.isLumbar() ? Laterality.UNPAIRED : side(all)));
  }

  /** The side that a cell names; unknown if it names none. */
  static Laterality side(String words) {
    return side(tokens(words));
  }

  private static Laterality side(List<String> tokens) {
    boolean left = tokens.stream().anyMatch(LEFT::contains);
    boolean right = tokens.stream().anyMatch(RIGHT::contains);
    if (left != right) {
      return left ? Laterality.LEFT : Laterality.RIGHT;
    }
    boolean both = left || tokens.stream().anyMatch(BOTH::contains);
    return both ? Laterality.BOTH : Laterality.UNKNOWN;
  }

  private static List<String> tokens(String words) {
    return List.of(words.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
  }
}
