package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.trabecula.radiography.CanonicalFrame;

class MetalSeenTest {
  private static final VisibleField WHOLE =
      new VisibleField(0, 0, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS);

  private final float[] probability = new float[ModelInput.IMAGE_SIZE];

  @Test
  void aPartWithASureCoreIsMetalToItsLikelyEdge() {
    fill(10, 20, 8, 6, 0.6f);
    fill(12, 22, 3, 2, 0.99f);

    BitSet seen = MetalSeen.of(PixelMap.copyOf(probability), WHOLE);

    assertThat(seen.cardinality()).isEqualTo(48);
    assertThat(seen.get(pixel(10, 20))).isTrue();
    assertThat(seen.get(pixel(17, 25))).isTrue();
  }

  @Test
  void aLargePartOfWhichTheNetworkIsNowhereSureIsNone() {
    fill(10, 20, 60, 40, 0.94f);

    assertThat(MetalSeen.of(PixelMap.copyOf(probability), WHOLE).isEmpty()).isTrue();
  }

  @Test
  void aSpeckOfFourSurePixelsIsNone() {
    fill(10, 20, 2, 2, 0.99f);

    assertThat(MetalSeen.of(PixelMap.copyOf(probability), WHOLE).isEmpty()).isTrue();
  }

  @Test
  void theCoreOfOnePartVouchesForNoOther() {
    fill(10, 20, 8, 6, 0.6f);
    fill(40, 20, 3, 3, 0.99f);

    assertThat(MetalSeen.of(PixelMap.copyOf(probability), WHOLE).cardinality()).isEqualTo(9);
  }

  @Test
  void metalOutsideTheFieldDoesNotCount() {
    fill(10, 20, 8, 8, 0.99f);

    assertThat(
            MetalSeen.of(
                    PixelMap.copyOf(probability),
                    new VisibleField(14, 0, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS))
                .cardinality())
        .isEqualTo(32);
  }

  private void fill(int top, int left, int rows, int columns, float value) {
    for (int row = top; row < top + rows; row++) {
      for (int column = left; column < left + columns; column++) {
        probability[pixel(row, column)] = value;
      }
    }
  }

  private static int pixel(int row, int column) {
    return row * CanonicalFrame.COLUMNS + column;
  }
}
