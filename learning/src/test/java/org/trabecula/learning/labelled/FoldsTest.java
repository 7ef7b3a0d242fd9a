package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
  private static final int FOLDS = 5;

  /** Groups of one to four films, strata of unlike size. */
  private static List<Folds.Member> members(long seed, int largestGroup) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Folds.Member> members = new ArrayList<>();
    for (int group = 0; group < 60; group++) {
      String stratum = "s" + (int) (4 * random.nextDouble() * random.nextDouble());
      for (int i = random.nextInt(largestGroup); i >= 0; i--) {
        members.add(new Folds.Member("g" + group, stratum));
      }
    }
    return members;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noGroupIsInTwoFolds(long seed) {
    List<Folds.Member> members = members(seed, 4);
    Folds folds = Folds.of(members, FOLDS, seed);

    Map<String, Set<Integer>> seen = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      seen.computeIfAbsent(members.get(i).group(), g -> new HashSet<>()).add(folds.of(i));
    }

    assertThat(seen.values()).allSatisfy(in -> assertThat(in).hasSize(1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void filmsOfTheirOwnAreSpreadToWithinOneByStratumAndInAll(long seed) {
    List<Folds.Member> members = members(seed, 1);
    Folds folds = Folds.of(members, FOLDS, seed);

    for (String stratum : List.of("s0", "s1", "s2", "s3")) {
      assertWithin(1, counts(members, folds, stratum));
    }
    assertWithin(1, IntStream.range(0, FOLDS).map(f -> folds.heldOut(f).size()).toArray());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void groupsSpreadAStratumToWithinTheLargestGroup(long seed) {
    List<Folds.Member> members = members(seed, 4);
    Folds folds = Folds.of(members, FOLDS, seed);

    for (String stratum : List.of("s0", "s1", "s2", "s3")) {
      assertWithin(4, counts(members, folds, stratum));
    }
  }

  private static int[] counts(List<Folds.Member> members, Folds folds, String stratum) {
    int[] counts = new int[FOLDS];
    for (int i = 0; i < members.size(); i++) {
      counts[folds.of(i)] += members.get(i).stratum().equals(stratum) ? 1 : 0;
    }
    return counts;
  }

  private static void assertWithin(int most, int[] counts) {
    int spread =
        IntStream.of(counts).max().orElseThrow() - IntStream.of(counts).min().orElseThrow();
    assertThat(spread).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theSameSeedDealsTheSameAndAnotherDealsOtherwise(long seed) {
    List<Folds.Member> members = members(seed, 3);

    assertThat(Folds.of(members, FOLDS, seed))
        .hasToString(Folds.of(members, FOLDS, seed).toString());
    assertThat(Folds.of(members, FOLDS, seed).toString())
        .isNotEqualTo(Folds.of(members, FOLDS, seed + 1).toString());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyFilmIsHeldOutOnceAndLearntFromElsewhere(long seed) {
    List<Folds.Member> members = members(seed, 3);
    Folds folds = Folds.of(members, FOLDS, seed);
    List<Integer> all = new ArrayList<>();

    for (int fold = 0; fold < FOLDS; fold++) {
      all.addAll(folds.heldOut(fold));
      assertThat(folds.training(fold)).doesNotContainAnyElementsOf(folds.heldOut(fold));
      assertThat(folds.training(fold).size() + folds.heldOut(fold).size())
          .isEqualTo(members.size());
    }

    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, members.size()).boxed().toList());
  }

  @Test
  void moreFoldsThanGroupsAreRefused() {
    List<Folds.Member> two =
        List.of(new Folds.Member("a", ""), new Folds.Member("a", ""), new Folds.Member("b", ""));

    assertThatThrownBy(() -> Folds.of(two, 3, 1)).hasMessageContaining("2 groups");
    assertThatThrownBy(() -> Folds.of(two, 1, 1)).hasMessageContaining("1 folds");
  }
}
