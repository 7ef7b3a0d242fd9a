package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourScaleTest {
  private static final ColourScale SCALE = new ColourScale(0, 1.6);

  /** Oklab lightness of an sRGB colour, by the inverse of the publication's matrices. */
  private static double lightness(int rgb) {
    double r = linear(rgb >> 16 & 0xFF);
    double g = linear(rgb >> 8 & 0xFF);
    double b = linear(rgb & 0xFF);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void lightnessIsAStraightLineInDensity() {
    double low = lightness(SCALE.rgb(0));
    double high = lightness(SCALE.rgb(1.6));

    assertThat(low).isCloseTo(0.32, within(0.01));
    assertThat(high).isCloseTo(0.95, within(0.01));
    for (double density = 0; density <= 1.6; density += 0.05) {
      assertThat(lightness(SCALE.rgb(density)))
          .isCloseTo(low + (high - low) * density / 1.6, within(0.012));
    }
  }

  @Test
  void densitiesBeyondTheScaleHaveTheColourOfItsEnds() {
    assertThat(SCALE.rgb(-1)).isEqualTo(SCALE.rgb(0));
    assertThat(SCALE.rgb(9)).isEqualTo(SCALE.rgb(1.6));
  }

  @Test
  void anEmptyScaleIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ColourScale(1, 1));
  }
}
