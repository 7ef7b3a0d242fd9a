package org.trabecula.simulation.ct;

import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.projection.RegionMap;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.RegionRules;

/**
 * The measured regions of a spine or of one hip.
 *
 * @param vertebrae L1 to L4, or none
 * @param hip or none
 */
record Regions(List<Landmarks.Vertebra> vertebrae, Optional<HipMarks> hip) {
  Regions {
    vertebrae = List.copyOf(vertebrae);
    if (vertebrae.isEmpty() == hip.isEmpty()) {
      throw new IllegalArgumentException("Either a spine or a hip is measured");
    }
  }

  static Regions find(LabelVolume labels, Part part) throws UnusableCtException {
    return switch (part) {
      case LUMBAR_SPINE -> new Regions(SpineMarks.find(labels), Optional.empty());
      case RIGHT_HIP -> new Regions(List.of(), Optional.of(HipMarks.find(labels, true)));
      case LEFT_HIP -> new Regions(List.of(), Optional.of(HipMarks.find(labels, false)));
    };
  }

  /** Where the central ray goes: the middle of the spine, which is the origin, or the neck. */
  Point target() {
    return hip.map(marks -> Projector.aim(marks.hip())).orElse(Point.ORIGIN);
  }

  /**
   * Region flags of every pixel.
   *
   * @param own areal mineral of the measured bone, g/cm²
   */
  byte[] flags(Camera camera, float[] own) {
    RegionRules rules =
        hip.map(marks -> RegionRules.ofHip(camera, marks.hip(), marks.right()))
            .orElseGet(() -> RegionRules.ofSpine(camera, vertebrae));
    byte[] flags = new byte[own.length];
    for (int pixel = 0; pixel < flags.length; pixel++) {
      if (own[pixel] >= RegionRules.THRESHOLD) {
        int row = pixel / camera.columns();
        int column = pixel % camera.columns();
        flags[pixel] =
            (byte) (hip.isPresent() ? hip(rules, row, column) : spine(rules, row, column));
      }
    }
    return flags;
  }

  private int spine(RegionRules rules, int row, int column) {
    int vertebra = rules.vertebra(row, column);
    return vertebra < 0 ? 0 : RegionMap.bit(vertebrae.get(vertebra).site());
  }

  private int hip(RegionRules rules, int row, int column) {
    HipMarks marks = hip.orElseThrow();
    RegionRules.HipPart part = rules.hip(marks.right(), row, column);
    if (!marks.whole()) {
      return part == RegionRules.HipPart.NECK ? RegionMap.bit(Site.FEMORAL_NECK) : 0;
    }
    return RegionMap.hipFlags(part);
  }

  /** The sites that can be measured here, each with the bits of the regions that it sums. */
  List<Measured> sites() {
    if (hip.isEmpty()) {
      return List.of(
          Measured.of(Site.L1, Site.L1),
          Measured.of(Site.L2, Site.L2),
          Measured.of(Site.L3, Site.L3),
          Measured.of(Site.L4, Site.L4),
          Measured.of(Site.L1_L4, Site.L1, Site.L2, Site.L3, Site.L4),
          Measured.of(Site.L2_L4, Site.L2, Site.L3, Site.L4));
    }
    return hip.get().whole()
        ? List.of(
            Measured.of(Site.FEMORAL_NECK, Site.FEMORAL_NECK),
            Measured.of(Site.TROCHANTER, Site.TROCHANTER),
            Measured.of(Site.TOTAL_HIP, Site.TOTAL_HIP))
        : List.of(Measured.of(Site.FEMORAL_NECK, Site.FEMORAL_NECK));
  }

  /**
   * A site and the pixels that it counts.
   *
   * @param site that is read
   * @param bits any of which counts a pixel
   */
  record Measured(Site site, int bits) {
    private static Measured of(Site site, Site... parts) {
      int bits = 0;
      for (Site part : parts) {
        bits |= RegionMap.bit(part);
      }
      return new Measured(site, bits);
    }
  }
}
