package org.trabecula.learning.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.radiography.PixelIntensity;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.StoredImage;

class PictureTest {
  @ParameterizedTest
  @CsvSource({"8,false", "8,true", "12,false", "16,true"})
  void whatIsNotEditedIsStoredAsItWas(int bits, boolean monochrome1) {
    StoredImage image = image(bits, monochrome1);
    StoredImage again = Picture.of(image).stored(image.encoding());
    assertThat(again.samples()).isEqualTo(image.samples());
  }

  @Test
  void boneIsBrightWhateverTheTagSays() {
    StoredImage image = image(10, false);
    Picture picture = Picture.of(image);
    StoredImage other = picture.stored(encoding(10, true));
    assertThat(other.at(3, 4)).isEqualTo(1023 - image.at(3, 4));
    assertThat(Picture.of(other).values())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(picture.values());
  }

  @Test
  void fourQuarterTurnsAreNone() {
    Picture picture = Picture.of(image(12, false));
    Picture quarter = picture.quarterTurned();
    assertThat(quarter.rows()).isEqualTo(picture.columns());
    assertThat(quarter.at(0, quarter.columns() - 1)).isEqualTo(picture.at(0, 0));
    Picture whole = quarter.quarterTurned().quarterTurned().quarterTurned();
    assertThat(whole.values()).containsExactly(picture.values());
  }

  @Test
  void aTurnByNothingChangesNothingAndATurnKeepsTheCentre() {
    Picture picture = Picture.of(image(12, false));
    assertThat(picture.turned(0).values()).containsExactly(picture.values());
    float[] flat = new float[41 * 31];
    flat[20 * 31 + 15] = 1;
    Picture turned = Picture.owning(41, 31, flat).turned(10);
    assertThat(turned.at(20, 15)).isCloseTo(1, within(1e-6f));
    assertThat(turned.at(0, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1, 2.5})
  void blurKeepsAConstantAndSpreadsAPointAsMuchAsItSays(double sigma) {
    float[] flat = new float[61 * 61];
    java.util.Arrays.fill(flat, 0.3f);
    assertThat(Picture.owning(61, 61, flat).blurred(sigma).at(2, 2)).isCloseTo(0.3f, within(1e-6f));
    float[] point = new float[61 * 61];
    point[30 * 61 + 30] = 1;
    Picture blurred = Picture.owning(61, 61, point).blurred(sigma);
    double variance = 0;
    for (int r = 0; r < 61; r++) {
      for (int c = 0; c < 61; c++) {
        variance += blurred.at(r, c) * (c - 30.0) * (c - 30.0);
      }
    }
    assertThat(Math.sqrt(variance)).isCloseTo(sigma, within(0.03 * sigma));
  }

  @Test
  void jpegComesBackAlike() {
    float[] ramp = new float[64 * 64];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 64 / 63f;
    }
    Picture back = Picture.owning(64, 64, ramp).throughJpeg(70);
    assertThat(back.values()).isNotEqualTo(ramp);
    assertThat(back.values()).usingComparatorWithPrecision(0.05f).containsExactly(ramp);
  }

  static StoredImage.Encoding encoding(int bits, boolean monochrome1) {
    return new StoredImage.Encoding(
        bits, monochrome1, PixelIntensity.LOG, PresentationIntent.FOR_PROCESSING, Optional.empty());
  }

  private static StoredImage image(int bits, boolean monochrome1) {
    SplittableRandom random = new SplittableRandom(bits);
    short[] samples = new short[12 * 17];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(1 << bits);
    }
    return StoredImage.copyOf(12, 17, samples, encoding(bits, monochrome1));
  }
}
