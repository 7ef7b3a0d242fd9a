package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CovariateCodeTest {
  private static final List<String> NAMES = List.of("age", "sex");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void numbersHaveMeanZeroAndSpreadOneWhereTheyAreLearnt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(Map.of("age", Double.toString(20 + 60 * random.nextDouble()), "sex", "f"));
    }
    CovariateCode code = CovariateCode.of(NAMES, rows, rows);

    double[] ages = rows.stream().mapToDouble(row -> code.encode(row)[0]).toArray();

    assertThat(Arrays.stream(ages).average().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(ages).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void theUnitOfANumberDoesNotMatter() {
    List<Map<String, String>> metres = List.of(Map.of("h", "1.5"), Map.of("h", "1.8"));
    List<Map<String, String>> centimetres = List.of(Map.of("h", "150"), Map.of("h", "180"));

    assertThat(CovariateCode.of(List.of("h"), metres, metres).encode(metres.get(0)))
        .containsExactly(
            CovariateCode.of(List.of("h"), centimetres, centimetres).encode(centimetres.get(0)),
            within(1e-9));
  }

  @Test
  void whatIsUnknownIsTheMeanWithAFlag() {
    List<Map<String, String>> rows =
        List.of(
            Map.of("age", "40", "sex", "male"),
            Map.of("age", "60", "sex", "female"),
            Map.of("age", "", "sex", ""));
    CovariateCode code = CovariateCode.of(NAMES, rows, rows);

    assertThat(code.length()).isEqualTo(4);
    assertThat(code.encode(rows.get(0))).containsExactly(-1, 0, 0, 1);
    assertThat(code.encode(rows.get(1))).containsExactly(1, 0, 1, 0);
    assertThat(code.encode(rows.get(2))).containsExactly(0, 1, 0, 0);
  }

  /** A fold that is held out must not set the scale, but may hold a word of its own. */
  @Test
  void onlyLearntRowsSetTheScale() {
    Map<String, String> heldOut = Map.of("age", "100", "sex", "other");
    List<Map<String, String>> learnt =
        List.of(Map.of("age", "40", "sex", "male"), Map.of("age", "60", "sex", "male"));
    CovariateCode code =
        CovariateCode.of(NAMES, List.of(learnt.get(0), learnt.get(1), heldOut), learnt);

    assertThat(code.encode(heldOut)).containsExactly(5, 0, 0, 1);
  }
}
