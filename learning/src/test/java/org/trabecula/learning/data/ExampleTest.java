package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.screening.ModelInput;

class ExampleTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofAnUnknownPersonOnlyTheScaleOfTheFilmIsKnown(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] image = new float[ModelInput.IMAGE_SIZE];
    float[] covariates = new float[ModelInput.COVARIATE_COUNT];
    for (int i = 0; i < covariates.length; i++) {
      covariates[i] = random.nextFloat(0.5f, 1);
    }
    Example known = Example.of(ModelInput.copyOf(image, covariates));
    float[] unknown = known.ofUnknown().covariates();
    int last = covariates.length - 2;
    assertThat(Arrays.copyOf(unknown, last)).containsOnly(0f);
    assertThat(Arrays.copyOfRange(unknown, last, last + 2))
        .isEqualTo(Arrays.copyOfRange(covariates, last, last + 2));
    assertThat(known.covariates()).isEqualTo(covariates);
    assertThat(known.ofUnknown().ofUnknown()).isEqualTo(known.ofUnknown());
  }
}
