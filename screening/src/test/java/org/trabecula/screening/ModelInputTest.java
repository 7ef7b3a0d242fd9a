package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;

class ModelInputTest {
  private static final Subject KNOWN =
      new Subject(
          Optional.of(Sex.FEMALE),
          OptionalDouble.of(77),
          OptionalDouble.of(150),
          OptionalDouble.of(72));

  @Test
  void covariatesAreStandardisedPairs() {
    assertThat(ModelInput.covariates(KNOWN, exposure(85), true))
        .containsExactly(1, 1, -1, 1, -1, 1, 1, 1, 0.5f, 1, 0, 1);
  }

  @Test
  void whatIsUnknownIsZeroTwice() {
    assertThat(ModelInput.covariates(Subject.UNKNOWN, Acquisition.UNKNOWN, false))
        .containsOnly(0)
        .hasSize(ModelInput.COVARIATE_COUNT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 39.9, 151, 80_000, Double.NaN})
  void aTubeVoltageThatCannotBeIsUnknown(double kvp) {
    float[] covariates = ModelInput.covariates(Subject.UNKNOWN, exposure(kvp), false);

    assertThat(covariates).containsOnly(0);
  }

  @Test
  void anExtremeSubjectCannotRule() {
    Subject heavy =
        new Subject(
            Optional.of(Sex.MALE),
            OptionalDouble.of(0),
            OptionalDouble.of(250),
            OptionalDouble.of(400));

    assertThat(ModelInput.covariates(heavy, Acquisition.UNKNOWN, false))
        .startsWith(-4, 1, 1, 1, 4, 1, 4, 1);
  }

  @Test
  void theImageIsTheCanonicalView() {
    Radiograph film = FakeFilms.of(FakeFilms.Bright.MIDDLE, 1);
    CanonicalView view = CanonicalView.of(film, View.LUMBAR_AP);

    ModelInput input = ModelInput.of(view, film.description());

    assertThat(input.image()).isEqualTo(view.samples());
    assertThat(input.covariates()[11]).isEqualTo(1);
  }

  @Test
  void arraysAreNotShared() {
    float[] image = new float[ModelInput.IMAGE_SIZE];
    ModelInput input = ModelInput.copyOf(image, new float[ModelInput.COVARIATE_COUNT]);
    image[0] = 1;
    input.image()[1] = 1;

    assertThat(input.image()).containsOnly(0);
  }

  @Test
  void wrongLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelInput.copyOf(new float[3], new float[12]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelInput.copyOf(new float[ModelInput.IMAGE_SIZE], new float[11]));
  }

  private static Acquisition exposure(double kvp) {
    return new Acquisition(
        OptionalDouble.of(kvp),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
