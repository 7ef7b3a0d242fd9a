package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.PixelMap;

class MineralLayerTest {
  private static PixelMap onePixel(int row, int column) {
    float[] values = new float[CanonicalFrame.ROWS * CanonicalFrame.COLUMNS];
    values[row * CanonicalFrame.COLUMNS + column] = 1;
    return PixelMap.copyOf(values);
  }

  private static MineralLayer layer(CanonicalFrame frame) {
    return new MineralLayer(onePixel(10, 20), frame, OverlayPicture.COLOURS);
  }

  @Test
  void aDensityLiesWhereItsCanonicalPixelLies() {
    CanonicalFrame frame = new CanonicalFrame(100, 200, 4, 5);

    assertThat(layer(frame).density(100 + 4 * 10, 200 + 5 * 20)).isCloseTo(1, within(1e-9));
    assertThat(layer(frame).density(100 + 4 * 10 + 2, 200 + 5 * 20)).isCloseTo(0.5, within(1e-9));
    assertThat(layer(frame).density(-1000, 4000)).isZero();
  }

  @Test
  void aMirroredViewIsMirroredBack() throws IOException {
    CanonicalFrame mirrored = new CanonicalFrame(100, 2000, 4, -5);

    assertThat(layer(mirrored).density(140, 2000 - 5 * 20)).isCloseTo(1, within(1e-9));
    var image = ImageIO.read(new ByteArrayInputStream(layer(mirrored).png()));
    assertThat(image.getRGB(CanonicalFrame.COLUMNS - 1 - 20, 10) >>> 24).isGreaterThan(100);
    assertThat(image.getRGB(20, 10) >>> 24).isZero();
  }

  @Test
  void littleMineralIsNotDrawnAndNoneHidesTheFilm() {
    assertThat(MineralLayer.opacity(0.05)).isZero();
    assertThat(MineralLayer.opacity(3)).isLessThan(0.7);
  }
}
