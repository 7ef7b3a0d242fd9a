package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.View;
import org.trabecula.screening.FakeFilms.Bright;
import org.trabecula.screening.FakeMasks.Box;

class VertebraPatchesTest {
  private static final int CELLS = VertebraPatches.ROWS * VertebraPatches.COLUMNS;

  @Test
  void aVertebraThatLosesHeightFillsLessOfItsPatch() {
    List<double[]> whole = patches(FakeMasks.VERTEBRAE);
    List<Box> crushed = new ArrayList<>(FakeMasks.VERTEBRAE);
    crushed.set(2, new Box(112, 81, 124, 111));
    List<double[]> broken = patches(crushed);

    assertThat(filled(broken.get(2))).isLessThan(0.75 * filled(whole.get(2)));
    assertThat(filled(broken.get(0))).isCloseTo(filled(whole.get(0)), within(0.3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.2})
  void sizeDoesNotCount(double scale) {
    List<Box> scaled =
        FakeMasks.VERTEBRAE.stream()
            .map(b ->
                new Box(
                    (int) Math.round(40 + scale * (b.top() - 40)),
                    (int) Math.round(96 + scale * (b.left() - 96)),
                    (int) Math.round(40 + scale * (b.bottom() - 40)),
                    (int) Math.round(96 + scale * (b.right() - 96))))
            .toList();
    for (int i = 0; i < 4; i++) {
      assertThat(filled(patches(scaled).get(i)))
          .isCloseTo(filled(patches(FakeMasks.VERTEBRAE).get(i)), within(0.8));
    }
  }

  @Test
  void theImageIsStandardised() {
    for (double[] patch : patches(FakeMasks.VERTEBRAE)) {
      double sum = 0;
      double squares = 0;
      for (int i = CELLS; i < 2 * CELLS; i++) {
        sum += patch[i];
        squares += patch[i] * patch[i];
      }
      assertThat(patch).hasSize(VertebraPatches.LENGTH);
      assertThat(sum).isCloseTo(0, within(1e-9));
      assertThat(squares / CELLS).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void withoutAllFourOneUnderTheOtherThereIsNone() {
    List<Box> lost = new ArrayList<>(FakeMasks.VERTEBRAE);
    lost.set(3, new Box(0, 0, 0, 0));
    assertThat(patches(lost)).isEmpty();
    assertThat(patches(FakeMasks.VERTEBRAE.reversed())).isEmpty();
  }

  @Test
  void signsAreWholeOrNone() {
    List<Double> weights = Collections.nCopies(VertebraPatches.LENGTH, 0.5);
    FractureSigns signs = new FractureSigns(weights, List.of(0.0, 1.0, 2.0, 3.0), 0.4);
    double[] patch = new double[VertebraPatches.LENGTH];
    patch[7] = 4;
    assertThat(signs.score(2, patch)).isEqualTo(4);
    assertThat(signs.known()).isTrue();
    assertThat(FractureSigns.NONE.known()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FractureSigns(weights, List.of(), 1))
        .withMessageContaining("levels");
    assertThatIllegalArgumentException().isThrownBy(() -> signs.limitedTo(0));
  }

  /** How many rows of a patch its mask fills. */
  private static double filled(double[] patch) {
    double sum = 0;
    for (int i = 2 * CELLS; i < patch.length; i++) {
      sum += patch[i];
    }
    return sum;
  }

  private static List<double[]> patches(List<Box> boxes) {
    return VertebraPatches.of(
        QualityGateTest.output(FakeMasks.masks(boxes, 0.95f)),
        CanonicalView.of(FakeFilms.of(Bright.MIDDLE, 1), View.LUMBAR_AP));
  }
}
