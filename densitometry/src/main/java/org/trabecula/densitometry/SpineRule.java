package org.trabecula.densitometry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which lumbar vertebrae count (ISCD official positions 2019 and 2023): one that differs by more
 * than 1.0 in T-score from its neighbours is left out, and at least two must remain; a single
 * vertebra never makes a diagnosis. (The latter was read in the 2023 positions; the limit of 1.0 is
 * recalled from them and unverified.)
 *
 * <p>The positions don't say which of two unlike neighbours is at fault. Here one vertebra is left
 * out at a time: it must differ from every neighbour that remains (the next assessable one above
 * and below); among several, the one with more such neighbours, then the greater smallest
 * difference, then the higher T-score, since degeneration and fracture raise density.
 */
public final class SpineRule {

  /** A greater difference in T-score from the neighbours leaves a vertebra out. */
  public static final double GREATEST_DIFFERENCE = 1.0;

  /** How many vertebrae must remain. */
  public static final int LEAST_VERTEBRAE = 2;

  /** Which vertebrae count. */
  public sealed interface Selection {

    /** Those that were left out, from the top down. */
    List<LeftOut> leftOut();

    /**
     * Enough vertebrae remain.
     *
     * @param vertebrae from the top down
     */
    record Usable(List<Site> vertebrae, List<LeftOut> leftOut) implements Selection {
      public Usable {
        vertebrae = List.copyOf(vertebrae);
        leftOut = List.copyOf(leftOut);
      }
    }

    /** Fewer than two remain: the spine says nothing. */
    record TooFew(List<LeftOut> leftOut) implements Selection {
      public TooFew {
        leftOut = List.copyOf(leftOut);
      }
    }
  }

  /** A vertebra that does not count, and why. */
  public record LeftOut(Site vertebra, Reason reason) {}

  /** Why a vertebra does not count. */
  public enum Reason {
    NOT_ASSESSABLE("not assessable"),
    UNLIKE_NEIGHBOURS("T-score more than 1.0 from its neighbours");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The reason in print. */
    public String label() {
      return label;
    }
  }

  /** How a vertebra differs from the neighbours that remain. */
  private record Difference(Site vertebra, int neighbours, double least, double score) {}

  private SpineRule() {}

  /**
   * Returns which vertebrae count.
   *
   * @param scores T-scores of the assessable vertebrae L1 to L4, on one reference
   */
  public static Selection select(Map<Site, Double> scores) {
    NavigableMap<Site, Double> kept = new TreeMap<>(scores);
    Map<Site, Reason> out = new EnumMap<>(Site.class);
    for (Site vertebra : Site.VERTEBRAE) {
      if (!kept.containsKey(vertebra)) {
        out.put(vertebra, Reason.NOT_ASSESSABLE);
      }
    }
    requireVertebrae(kept);
    for (Optional<Site> odd = odd(kept); odd.isPresent(); odd = odd(kept)) {
      kept.remove(odd.get());
      out.put(odd.get(), Reason.UNLIKE_NEIGHBOURS);
    }
    List<LeftOut> leftOut = new ArrayList<>();
    out.forEach((vertebra, reason) -> leftOut.add(new LeftOut(vertebra, reason)));
    return kept.size() < LEAST_VERTEBRAE
        ? new Selection.TooFew(leftOut)
        : new Selection.Usable(List.copyOf(kept.keySet()), leftOut);
  }

  private static Optional<Site> odd(NavigableMap<Site, Double> kept) {
    Difference oddest = null;
    for (Site vertebra : kept.keySet()) {
      Difference difference = difference(kept, vertebra);
      if (difference.neighbours > 0
          && difference.least > GREATEST_DIFFERENCE
          && (oddest == null || isOdder(difference, oddest))) {
        oddest = difference;
      }
    }
    return oddest == null ? Optional.empty() : Optional.of(oddest.vertebra);
  }

  private static Difference difference(NavigableMap<Site, Double> kept, Site vertebra) {
    double own = kept.getOrDefault(vertebra, 0.0);
    int neighbours = 0;
    double least = Double.POSITIVE_INFINITY;
    Map.Entry<Site, Double> above = kept.lowerEntry(vertebra);
    Map.Entry<Site, Double> below = kept.higherEntry(vertebra);
    if (above != null) {
      neighbours++;
      least = Math.abs(own - above.getValue());
    }
    if (below != null) {
      neighbours++;
      least = Math.min(least, Math.abs(own - below.getValue()));
    }
    return new Difference(vertebra, neighbours, least, own);
  }

  private static boolean isOdder(Difference a, Difference b) {
    if (a.neighbours != b.neighbours) {
      return a.neighbours > b.neighbours;
    }
    return a.least != b.least ? a.least > b.least : a.score > b.score;
  }

  private static void requireVertebrae(Map<Site, Double> scores) {
    scores.forEach((site, score) -> {
      if (!Site.VERTEBRAE.contains(site)) {
        throw new IllegalArgumentException(site.label() + " is not a single lumbar vertebra");
      }
      Require.finite(score, "T-score of " + site.label(), "SD");
    });
  }
}
