package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;

class FilmPictureTest {
  private static Radiograph ramp(int rows, int columns, double gain) {
    float[] samples = new float[rows * columns];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (gain * (i % columns));
    }
    return Radiograph.copyOf(rows, columns, samples, Radiograph.Description.UNKNOWN);
  }

  @Test
  void moreAttenuationIsBrighter() {
    FilmPicture picture = FilmPicture.of(ramp(50, 200, 1), Field.whole(50, 200));

    for (int x = 1; x < picture.width(); x++) {
      assertThat(picture.grey(x, 20)).isGreaterThanOrEqualTo(picture.grey(x - 1, 20));
    }
    assertThat(picture.grey(0, 20)).isZero();
    assertThat(picture.grey(199, 20)).isEqualTo(255);
  }

  @Test
  void theGainOfTheDetectorDoesNotShow() {
    FilmPicture one = FilmPicture.of(ramp(50, 200, 1), Field.whole(50, 200));
    FilmPicture other = FilmPicture.of(ramp(50, 200, 37.5), Field.whole(50, 200));

    for (int x = 0; x < 200; x++) {
      assertThat(other.grey(x, 3)).isCloseTo(one.grey(x, 3), within(1));
    }
  }

  @Test
  void aLargeFilmIsMadeSmallerAndPlacesGoWithIt() {
    FilmPicture picture = FilmPicture.of(ramp(2140, 1760, 1), Field.whole(2140, 1760));

    assertThat(picture.height()).isEqualTo(FilmPicture.LONGEST_SIDE);
    Point centre = picture.at(1069.5, 879.5);
    assertThat(centre.y()).isCloseTo((picture.height() - 1) / 2.0, within(0.01));
    assertThat(centre.x()).isCloseTo((picture.width() - 1) / 2.0, within(0.5));
  }

  @Test
  void aFilmWithoutContrastIsDrawnAllTheSame() {
    assertThat(FilmPicture.of(ramp(10, 10, 0), Field.whole(10, 10)).png()).isNotEmpty();
  }
}
