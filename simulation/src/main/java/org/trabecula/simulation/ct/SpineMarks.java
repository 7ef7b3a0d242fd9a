package org.trabecula.simulation.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/**
 * Regions of L1 to L4 from labels: half-way through the discs along the line between the bodies'
 * middles, out to the body's width and a margin, as for simulated anatomies.
 */
final class SpineMarks {
  /** How far a region reaches beyond the body on either side, mm. */
  private static final double LATERAL_MARGIN = 9;

  private static final double MOST_HALF_WIDTH = 40;

  /** A vertebra's body. */
  private record Body(Solid solid, Point middle) {
    static Body of(Solid solid) {
      return new Body(solid, solid.core());
    }
  }

  private SpineMarks() {}

  /**
   * Finds the regions.
   *
   * @throws UnusableCtException if one of L1 to L4 is not labelled
   */
  static List<Landmarks.Vertebra> find(LabelVolume labels) throws UnusableCtException {
    List<Body> bodies = new ArrayList<>();
    for (Site site : Site.VERTEBRAE) {
      int label = Structures.vertebra(site);
      bodies.add(
          body(labels, label)
              .orElseThrow(() ->
                  new UnusableCtException(
                      "The label map has no %s (label %d of TotalSegmentator)."
                          .formatted(Structures.name(label), label))));
    }
    List<Point> discs = new ArrayList<>();
    List<Point> across = new ArrayList<>();
    Optional<Body> above = body(labels, Structures.T12);
    Optional<Body> below = body(labels, Structures.L5);
    for (int i = 0; i + 1 < bodies.size(); i++) {
      discs.add(disc(bodies.get(i), bodies.get(i + 1)));
      across.add(across(bodies.get(i).middle.minus(bodies.get(i + 1).middle)));
    }
    Body first = bodies.getFirst();
    Body last = bodies.getLast();
    // Without the neighbour a region is taken to reach as far from the body's middle on both sides.
    Point top = above.map(t12 -> disc(t12, first)).orElse(mirrored(discs.getFirst(), first));
    Point bottom = below.map(l5 -> disc(last, l5)).orElse(mirrored(discs.getLast(), last));
    discs.addFirst(top);
    discs.addLast(bottom);
    across.addFirst(across(top.minus(first.middle)));
    across.addLast(across(last.middle.minus(bottom)));
    List<Landmarks.Vertebra> regions = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      regions.add(region(Site.VERTEBRAE.get(i), bodies.get(i), discs, across, i));
    }
    return regions;
  }

  private static Optional<Body> body(LabelVolume labels, int label) {
    return Solid.of(labels, label).map(Body::of);
  }

  private static Point mirrored(Point disc, Body body) {
    return body.middle.times(2).minus(disc);
  }

  private static Point disc(Body upper, Body lower) {
    Point down = lower.middle.minus(upper.middle);
    double way = down.length();
    double exit = upper.solid.reach(upper.middle, down, way);
    double entry = way - lower.solid.reach(lower.middle, down.times(-1), way);
    return upper.middle.plus(down.unit().times((exit + entry) / 2));
  }

  /** To the subject's left, perpendicular to the spine. */
  private static Point across(Point up) {
    Point unit = up.unit();
    return new Point(1, 0, 0).minus(unit.times(unit.x())).unit();
  }

  private static Landmarks.Vertebra region(
      Site site, Body body, List<Point> discs, List<Point> across, int i) {
    Point left = across.get(i).plus(across.get(i + 1)).unit();
    double width =
        body.solid.reach(body.middle, left, MOST_HALF_WIDTH)
            + body.solid.reach(body.middle, left.times(-1), MOST_HALF_WIDTH);
    double half = width / 2 + LATERAL_MARGIN;
    Point top = discs.get(i);
    Point bottom = discs.get(i + 1);
    Point topAcross = across.get(i).times(half);
    Point bottomAcross = across.get(i + 1).times(half);
    return new Landmarks.Vertebra(
        site,
        true,
        top.minus(topAcross),
        top.plus(topAcross),
        bottom.minus(bottomAcross),
        bottom.plus(bottomAcross));
  }
}
