package org.trabecula.cohort.pairing.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds radiographs that are one picture kept twice. */
public final class Duplicates {
  /**
   * Bits of the perceptual hash that may differ between candidates. Of 64; unlike pictures differ
   * in about 32, pictures of one anatomy in fewer.
   */
  static final int CANDIDATE_BITS = 16;

  /**
   * Correlation of fine structure from which two candidates are one picture: a judgement, measured
   * on the knee set (docs/pairing.md).
   */
  static final double SAME = 0.85;

  private static final List<Likeness.Kind> LOOKS =
      List.of(Likeness.Kind.NEAR, Likeness.Kind.MIRRORED, Likeness.Kind.INVERTED);

  private Duplicates() {}

  /**
   * All pairs that are one picture, by first and second index. Of a group of equal pixels each
   * member is paired with the first only; compared by look are those firsts.
   *
   * @param pictures empty for a file that could not be read
   */
  public static List<Likeness> among(List<Optional<Fingerprint>> pictures) {
    List<Likeness> pairs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<Integer> distinct = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).isEmpty()) {
        continue;
      }
      Integer first = seen.putIfAbsent(pictures.get(i).get().samples(), i);
      if (first == null) {
        distinct.add(i);
      } else {
        pairs.add(new Likeness(first, i, Likeness.Kind.EXACT, 1));
      }
    }
    pairs.addAll(alike(pictures, distinct));
    pairs.sort(Comparator.comparingInt(Likeness::first).thenComparingInt(Likeness::second));
    return List.copyOf(pairs);
  }

  private static List<Likeness> alike(
      List<Optional<Fingerprint>> pictures, List<Integer> distinct) {
    return IntStream.range(0, distinct.size())
        .parallel()
        .boxed()
        .flatMap(i ->
            IntStream.range(i + 1, distinct.size())
                .mapToObj(j -> compare(pictures, distinct.get(i), distinct.get(j)))
                .flatMap(Optional::stream))
        .toList();
  }

  private static Optional<Likeness> compare(
      List<Optional<Fingerprint>> pictures, int first, int second) {
    Fingerprint one = pictures.get(first).orElseThrow();
    Fingerprint other = pictures.get(second).orElseThrow();
    for (Likeness.Kind kind : LOOKS) {
      double correlation = correlation(one, other, kind);
      if (correlation >= SAME) {
        return Optional.of(new Likeness(first, second, kind, Math.min(1, correlation)));
      }
    }
    return Optional.empty();
  }

  private static double correlation(Fingerprint one, Fingerprint other, Likeness.Kind kind) {
    long hash = other.rough();
    return switch (kind) {
      case MIRRORED ->
          near(one, RoughHash.mirrored(hash)) ? one.fine().correlation(other.fine().mirrored()) : 0;
      case INVERTED -> near(one, ~hash) ? one.fine().correlation(other.fine().inverted()) : 0;
      case EXACT, NEAR -> near(one, hash) ? one.fine().correlation(other.fine()) : 0;
    };
  }

  private static boolean near(Fingerprint one, long hash) {
    return RoughHash.distance(one.rough(), hash) <= CANDIDATE_BITS;
  }
}
