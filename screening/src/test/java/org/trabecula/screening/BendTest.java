package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.screening.Bend.Knot;

class BendTest {
  private static final Bend PLAIN = new Bend(List.of(new Knot(0.8, 0.7), new Knot(1.0, 1.1)));

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Bend drawn(SplittableRandom random) {
    List<Knot> knots = new ArrayList<>();
    double from = 0.5;
    double to = 0.4 + 0.2 * random.nextDouble();
    for (int i = random.nextInt(5); i >= 0; i--) {
      from += 0.05 + 0.2 * random.nextDouble();
      to += 0.01 + 0.3 * random.nextDouble();
      knots.add(new Knot(from, to));
    }
    return new Bend(knots);
  }

  @Test
  void itGoesThroughItsKnotsAndShiftsBeyondThem() {
    assertThat(PLAIN.at(0.8)).isCloseTo(0.7, within(1e-12));
    assertThat(PLAIN.at(0.9)).isCloseTo(0.9, within(1e-12));
    assertThat(PLAIN.at(1.0)).isCloseTo(1.1, within(1e-12));
    assertThat(PLAIN.at(0.3)).isCloseTo(0.2, within(1e-12));
    assertThat(PLAIN.at(1.5)).isCloseTo(1.6, within(1e-12));
    assertThat(Bend.NONE.at(0.77)).isEqualTo(0.77);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itRisesIsUndoneByItsInverseAndComposes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Bend first = drawn(random);
    Bend second = drawn(random);
    Bend both = first.then(second);

    double before = Double.NEGATIVE_INFINITY;
    for (double x = 0; x < 3; x += 0.01) {
      assertThat(both.at(x)).isCloseTo(second.at(first.at(x)), within(1e-9)).isGreaterThan(before);
      assertThat(first.inverse().at(first.at(x))).isCloseTo(x, within(1e-9));
      before = both.at(x);
    }
    assertThat(first.then(Bend.NONE)).isEqualTo(first);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCalibrationAfterACalibrationStatesWhatTheTwoDo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SiteCalibration first = new SiteCalibration(0.9, 0.05, drawn(random), 1.7, 0.4, 1.6);
    Bend bend = drawn(random);

    SiteCalibration both = first.then(1.2, -0.1, bend);

    for (double raw = 0.2; raw < 2; raw += 0.01) {
      assertThat(both.mean(raw)).isCloseTo(bend.at(1.2 * first.mean(raw) - 0.1), within(1e-9));
      assertThat(both.sd(0.05)).isCloseTo(1.2 * first.sd(0.05), within(1e-12));
    }
    assertThat(both.widened(2).sd(0.05)).isCloseTo(2 * both.sd(0.05), within(1e-12));
    assertThat(both.trainedOn(0.3, 1.9).trained(1.8)).isTrue();
  }

  @Test
  void whatFallsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bend(List.of(new Knot(0.8, 0.7), new Knot(0.9, 0.7))))
        .withMessageContaining("do not rise");
    assertThatIllegalArgumentException().isThrownBy(() -> new Knot(Double.NaN, 1));
  }

  @Test
  void aPackageKeepsItAndOneWithoutIsWrittenAsBefore() throws IOException {
    ModelPackage plain = FakeNetworks.writePackage(folder);
    assertThat(folder.resolve("model.json")).content().doesNotContain("bend");

    DensityModel lumbar = plain.densityModel(View.LUMBAR_AP).orElseThrow();
    Map<Site, SiteCalibration> sites = new EnumMap<>(lumbar.sites());
    sites.computeIfPresent(Site.L2, (site, calibration) -> calibration.then(1.1, 0.01, PLAIN));
    ModelPackage bent =
        new ModelPackage(
            plain.name(),
            plain.version(),
            plain.synthetic(),
            plain.scale(),
            plain.viewNetwork(),
            List.of(lumbar.calibratedBy(sites, lumbar.network())),
            plain.provenance());
    bent.write(folder);

    assertThat(ModelPackage.read(folder)).isEqualTo(bent);
    Path file = folder.resolve("model.json");
    Files.writeString(file, Files.readString(file).replace("\"to\" : 1.1", "\"to\" : 0.1"));
    assertThatIOException()
        .isThrownBy(() -> ModelPackage.read(folder))
        .withMessageContaining("do not rise");
  }
}
