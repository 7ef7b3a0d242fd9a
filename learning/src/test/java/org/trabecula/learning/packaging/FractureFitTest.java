package org.trabecula.learning.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.screening.FractureSigns;
import org.trabecula.screening.VertebraPatches;

class FractureFitTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void whatTellsFracturesApartIsFoundWhateverTheLevelsLookLike(long seed) {
    FractureSigns signs = FractureFit.of(vertebrae(600, seed));
    double[] whole = new double[2];
    double[] broken = new double[2];
    for (FractureFit.Vertebra v : vertebrae(200, seed + 100)) {
      double[] sum = v.fractured ? broken : whole;
      sum[0] += signs.score(v.level, v.patch);
      sum[1]++;
    }
    double difference = broken[0] / broken[1] - whole[0] / whole[1];
    assertThat(difference).isGreaterThan(0.3);
  }

  @Test
  void aPatchOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FractureFit.Vertebra(0, new double[3], false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FractureFit.Vertebra(4, new double[VertebraPatches.LENGTH], false));
  }

  /** A fifth is fractured: some numbers of its patch are larger by two spreads. */
  private static List<FractureFit.Vertebra> vertebrae(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FractureFit.Vertebra> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int level = n % 4;
      boolean fractured = random.nextInt(5) == 0;
      double[] patch = new double[VertebraPatches.LENGTH];
      for (int i = 0; i < patch.length; i++) {
        patch[i] = 3 * level + random.nextGaussian() + (fractured && i % 10 == 0 ? 2 : 0);
      }
      all.add(new FractureFit.Vertebra(level, patch, fractured));
    }
    return all;
  }
}
