package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Subject;

class CanonicalViewTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Films.seeds();
  }

  private static double worst(CanonicalView a, CanonicalView b) {
    float[] x = a.samples();
    float[] y = b.samples();
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, Math.abs(x[i] - y[i]));
    }
    return worst;
  }

  private static double mean(CanonicalView a, CanonicalView b) {
    float[] x = a.samples();
    float[] y = b.samples();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(x[i] - y[i]);
    }
    return sum / x.length;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void gainAndOffsetOfTheDetectorCancel(long seed) {
    RandomGenerator random = Films.random(seed);
    Radiograph film = Films.film(Films.trunk(random), 600, 450, 0.6);
    double gain = random.nextDouble(0.1, 4000);
    double offset = random.nextDouble(-1000, 1000);
    Radiograph other = Films.mapped(film, x -> gain * x + offset);
    assertThat(worst(of(film), of(other))).isLessThan(2e-3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePixelPitchDoesNotMatter(long seed) {
    Films.Scene scene = Films.trunk(Films.random(seed));
    CanonicalView fine = whole(Films.film(scene, 1000, 700, 0.4));
    CanonicalView coarse = whole(Films.film(scene, 667, 467, 0.6));
    assertThat(mean(fine, coarse)).isLessThan(0.01);
    assertThat(worst(fine, coarse)).isLessThan(0.12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void writingAs16BitPngDoesNotMatter(long seed) throws IOException {
    Radiograph film = Films.film(Films.trunk(Films.random(seed)), 600, 500, 0.6);
    Path file = folder.resolve("film.png");
    GrayImageFile.write(GrayImage.of16(600, 500, Films.stored(film, 16)), file);
    var options = new ReadOptions(Optional.empty(), OptionalDouble.of(0.6), Subject.UNKNOWN);
    Radiograph read = ((Reading.Read) RadiographReader.read(file, options)).radiograph();
    assertThat(worst(of(film), of(read))).isLessThan(1e-3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMirroredLeftHipLooksLikeTheRightOne(long seed) {
    RandomGenerator random = Films.random(seed);
    Films.Scene trunk = Films.trunk(random);
    Films.Scene scene = (x, y) -> trunk.at(x + 30, y) + (x > 20 && y > 0 ? 0.3 : 0);
    Radiograph right = Films.film(scene, 700, 600, 0.4);
    Radiograph left = Films.film((x, y) -> scene.at(-x, y), 700, 600, 0.4);
    CanonicalView a = hip(right, Laterality.RIGHT);
    CanonicalView b = hip(left, Laterality.LEFT);
    assertThat(worst(a, b)).isLessThan(1e-4);
    assertThat(b.frame().mirrored()).isTrue();
    assertThat(a.frame().mirrored()).isFalse();
  }

  private static CanonicalView hip(Radiograph film, Laterality side) {
    return CanonicalView.of(
        film.describedBy(Films.side(film.description(), side)),
        View.HIP_AP,
        Field.whole(film.rows(), film.columns()));
  }

  private static CanonicalView whole(Radiograph film) {
    return CanonicalView.of(film, View.LUMBAR_AP, Field.whole(film.rows(), film.columns()));
  }

  private static CanonicalView of(Radiograph film) {
    return CanonicalView.of(film, View.LUMBAR_AP);
  }

  @Test
  void theCentreOfTheFieldIsTheCentreOfTheView() {
    Radiograph film = Films.film(Films.trunk(Films.random(1)), 1000, 800, 0.4);
    Field field = new Field(100, 60, 900, 700);
    CanonicalFrame frame = CanonicalView.of(film, View.LUMBAR_AP, field).frame();
    assertThat(frame.canonicalRow(field.centreRow())).isCloseTo(127.5, within(1e-9));
    assertThat(frame.canonicalColumn(field.centreColumn())).isCloseTo(95.5, within(1e-9));
    assertThat(frame.rowsPerPixel() * 0.4).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void outsideTheFieldTheViewIsZero() {
    Radiograph film = Films.film((x, y) -> x + y, 500, 400, 0.4);
    Field field = new Field(50, 100, 450, 300);
    CanonicalView view = CanonicalView.of(film, View.LUMBAR_AP, field);
    int inside = 0;
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        double row = view.frame().row(r);
        double column = view.frame().column(c);
        boolean visible = row >= 49.5 && row < 449.5 && column >= 99.5 && column < 299.5;
        inside += visible ? 1 : 0;
        if (!visible) {
          assertThat(view.at(r, c)).isZero();
        }
      }
    }
    // 400 x 200 pixels of 0.4 mm on pixels of 1.5 mm.
    assertThat(inside).isBetween(5500, 5900);
  }

  @Test
  void medianAndSpreadOfTheCentralPartAreZeroAndOne() {
    Radiograph film = Films.film((x, y) -> 40 * y, 1000, 800, 0.3);
    CanonicalView view = CanonicalView.of(film, View.LUMBAR_AP, Field.whole(1000, 800));
    // The field is 300 mm high, 200 pixels; a ramp's p90 - p10 over its middle 2/3 is 0.8 * 2/3.
    assertThat(view.at(127, 90) + view.at(128, 90)).isCloseTo(0, within(0.03f));
    double perPixel = 1 / (0.8 * 200 * 2 / 3);
    assertThat((double) view.at(140, 90) - view.at(130, 90)).isCloseTo(10 * perPixel, within(2e-3));
  }

  @Test
  void samplesAreClipped() {
    Radiograph film = Films.film((x, y) -> Math.abs(x) < 1 ? 1e6 : y, 1000, 800, 0.3);
    CanonicalView view = CanonicalView.of(film, View.LUMBAR_AP, Field.whole(1000, 800));
    float[] samples = view.samples();
    Arrays.sort(samples);
    assertThat((double) samples[samples.length - 1]).isEqualTo(CanonicalView.LIMIT);
  }

  @Test
  void aFieldWithoutContrastIsZeroThroughout() {
    Radiograph film = Films.film((x, y) -> 3, 400, 400, 0.5);
    assertThat(of(film).samples()).containsOnly(0f);
  }

  @Test
  void anUnknownSpacingIsGuessedFromTheFieldAndSaid() {
    Radiograph film = Films.film(Films.trunk(Films.random(3)), 1000, 700, 0.4);
    Radiograph unknown = film.describedBy(Radiograph.Description.UNKNOWN);
    Field whole = Field.whole(1000, 700);
    CanonicalView spine = CanonicalView.of(unknown, View.LUMBAR_AP, whole);
    CanonicalView hip = CanonicalView.of(unknown, View.HIP_AP, whole);
    assertThat(spine.spacingKnown()).isFalse();
    assertThat(spine.frame().rowsPerPixel()).isCloseTo(1.5 / 0.4, within(1e-9));
    assertThat(hip.frame().rowsPerPixel()).isCloseTo(1.5 / 0.32, within(1e-9));
    assertThat(of(film).spacingKnown()).isTrue();
  }

  @Test
  void ofAWholePelvisTheHipOfTheRequestedSideIsShown() {
    Radiograph pelvis = Films.film(Films.trunk(Films.random(4)), 900, 1100, 0.4);
    CanonicalFrame right = hip(pelvis, Laterality.RIGHT).frame();
    CanonicalFrame unknown = hip(pelvis, Laterality.UNKNOWN).frame();
    CanonicalFrame left = hip(pelvis, Laterality.LEFT).frame();
    assertThat(right.column(95.5)).isCloseTo(549.5 - 275, within(1e-6));
    assertThat(unknown).isEqualTo(right);
    assertThat(left.column(95.5)).isCloseTo(549.5 + 275, within(1e-6));
    assertThat(left.mirrored()).isTrue();
  }

  @Test
  void twiceIsTheSameToTheLastBit() {
    Radiograph film = Films.film(Films.trunk(Films.random(5)), 600, 450, 0.6);
    assertThat(of(film).samples()).isEqualTo(of(film).samples());
  }

  @Test
  void aFieldBeyondTheImageIsAnError() {
    Radiograph film = Films.film((x, y) -> x, 300, 300, 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalView.of(film, View.LUMBAR_AP, Field.whole(301, 300)));
  }
}
