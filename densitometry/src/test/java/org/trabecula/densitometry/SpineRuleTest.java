package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.trabecula.densitometry.Site.L1;
import static org.trabecula.densitometry.Site.L2;
import static org.trabecula.densitometry.Site.L3;
import static org.trabecula.densitometry.Site.L4;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.SpineRule.LeftOut;
import org.trabecula.densitometry.SpineRule.Reason;
import org.trabecula.densitometry.SpineRule.Selection;

class SpineRuleTest {

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static List<Site> kept(Map<Site, Double> scores) {
    return switch (SpineRule.select(scores)) {
      case Selection.Usable(List<Site> vertebrae, List<LeftOut> ignored) -> vertebrae;
      case Selection.TooFew ignored -> List.of();
    };
  }

  @Test
  void likeVertebraeAllCount() {
    assertThat(kept(Map.of(L1, -2.0, L2, -1.5, L3, -1.1, L4, -0.9)))
        .containsExactly(L1, L2, L3, L4);
  }

  @Test
  void aDifferenceOfExactlyOneIsNotMoreThanOne() {
    assertThat(kept(Map.of(L1, -2.0, L2, -1.0, L3, -2.0, L4, -1.0)))
        .containsExactly(L1, L2, L3, L4);
  }

  @Test
  void aVertebraUnlikeBothNeighboursIsLeftOut() {
    Selection selection = SpineRule.select(Map.of(L1, -2.0, L2, -2.1, L3, -0.3, L4, -1.9));
    assertThat(selection)
        .isEqualTo(
            new Selection.Usable(
                List.of(L1, L2, L4), List.of(new LeftOut(L3, Reason.UNLIKE_NEIGHBOURS))));
  }

  @Test
  void aDegeneratedEndIsLeftOut() {
    assertThat(kept(Map.of(L1, -2.0, L2, -2.1, L3, -1.8, L4, 0.5))).containsExactly(L1, L2, L3);
  }

  /** L1 differs from its only neighbour too, but L2 from both of its own. */
  @Test
  void theNeighbourOfAnOddVertebraIsSpared() {
    assertThat(kept(Map.of(L1, -2.0, L2, 0.0, L3, -2.0, L4, -2.0))).containsExactly(L1, L3, L4);
  }

  @Test
  void twoHalvesThatDifferAreBothKept() {
    assertThat(kept(Map.of(L1, -2.0, L2, -2.0, L3, 0.0, L4, 0.0))).containsExactly(L1, L2, L3, L4);
  }

  @Test
  void neighboursReachOverAnUnassessableVertebra() {
    Selection selection = SpineRule.select(Map.of(L1, -2.0, L3, 0.1, L4, -2.2));
    assertThat(selection)
        .isEqualTo(
            new Selection.Usable(
                List.of(L1, L4),
                List.of(
                    new LeftOut(L2, Reason.NOT_ASSESSABLE),
                    new LeftOut(L3, Reason.UNLIKE_NEIGHBOURS))));
  }

  @Test
  void twoUnlikeVertebraeMakeNoDiagnosis() {
    assertThat(SpineRule.select(Map.of(L3, -2.0, L4, 0.0))).isInstanceOf(Selection.TooFew.class);
    assertThat(SpineRule.select(Map.of(L3, -2.0)))
        .isEqualTo(
            new Selection.TooFew(
                List.of(
                    new LeftOut(L1, Reason.NOT_ASSESSABLE),
                    new LeftOut(L2, Reason.NOT_ASSESSABLE),
                    new LeftOut(L4, Reason.NOT_ASSESSABLE))));
    assertThat(SpineRule.select(Map.of()).leftOut()).hasSize(4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsKeptStaysKept(long seed) {
    Map<Site, Double> scores = draw(seed);
    Map<Site, Double> again = new EnumMap<>(scores);
    List<Site> kept = kept(scores);
    again.keySet().retainAll(kept);
    assertThat(kept(again)).isEqualTo(kept);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyVertebraIsKeptOrLeftOut(long seed) {
    Selection selection = SpineRule.select(draw(seed));
    int kept = selection instanceof Selection.Usable usable ? usable.vertebrae().size() : 0;
    assertThat(kept).isNotEqualTo(1);
    if (kept > 0) {
      assertThat(kept + selection.leftOut().size()).isEqualTo(4);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aShiftOfAllScoresChangesNothing(long seed) {
    Map<Site, Double> scores = draw(seed);
    Map<Site, Double> shifted = new EnumMap<>(Site.class);
    scores.forEach((site, score) -> shifted.put(site, score + 1.5));
    assertThat(kept(shifted)).isEqualTo(kept(scores));
  }

  private static Map<Site, Double> draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Double> scores = new EnumMap<>(Site.class);
    for (Site vertebra : Site.VERTEBRAE) {
      // Multiples of 1/8 are exact, so that a shift cannot change a comparison by rounding.
      scores.put(vertebra, random.nextInt(-28, 4) / 8.0);
    }
    return scores;
  }

  @Test
  void onlySingleVertebraeAreJudged() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpineRule.select(Map.of(Site.L1_L4, -1.0)))
        .withMessageContaining("L1-L4 is not a single lumbar vertebra");
    assertThatIllegalArgumentException().isThrownBy(() -> SpineRule.select(Map.of(L1, Double.NaN)));
  }
}
