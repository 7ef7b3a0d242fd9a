package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.VoiLut.Function;
import org.trabecula.radiography.VoiLut.Window;

class VoiLutTest {
  static LongStream seeds() {
    return Films.seeds();
  }

  // PS3.3 C.11.2.1.2.1: (x - (c - 0.5)) / (w - 1) + 0.5 between c - 0.5 -+ (w - 1) / 2.
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 0, 0",
    "2048, 4096, 4095, 1",
    "2048, 4096, 2048, 0.5001221001221",
    "2048, 1, 2047, 0",
    "2048, 1, 2048, 1",
    "0, 100, -50, 0",
    "0, 100, 49, 1",
    "0, 100, 0, 0.50505050505",
    "0, 1, -1, 0",
    "0, 1, 0, 1",
    "0, 2, -1, 0",
    "0, 2, 0, 1"
  })
  void linearWindowsAreThoseOfTheStandard(double center, double width, double x, double expected) {
    assertThat(new Window(center, width, Function.LINEAR).apply(x))
        .isCloseTo(expected, within(1e-10));
  }

  // PS3.3 C.11.2.1.3.2: (x - c) / w + 0.5 between c -+ w / 2.
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 0, 0",
    "2048, 4096, 4096, 1",
    "2048, 4096, 2048, 0.5",
    "0, 100, 25, 0.75",
    "0, 0.5, 0.125, 0.75"
  })
  void exactWindowsAreThoseOfTheStandard(double center, double width, double x, double expected) {
    assertThat(new Window(center, width, Function.LINEAR_EXACT).apply(x))
        .isCloseTo(expected, within(1e-10));
  }

  // PS3.3 C.11.2.1.3.1: 1 / (1 + exp(-4 (x - c) / w)).
  @ParameterizedTest
  @CsvSource({
    "100, 40, 100, 0.5",
    "100, 40, 110, 0.7310585786300049",
    "100, 40, 80, 0.11920292202211755"
  })
  void sigmoidWindowsAreThoseOfTheStandard(double center, double width, double x, double expected) {
    assertThat(new Window(center, width, Function.SIGMOID).apply(x))
        .isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void windowsRiseFromZeroToOne(long seed) {
    RandomGenerator random = Films.random(seed);
    for (Function function : Function.values()) {
      Window window = new Window(random.nextDouble(-500, 500), random.nextDouble(1, 900), function);
      double before = -1;
      for (double x = -2000; x <= 2000; x += 7.3) {
        double y = window.apply(x);
        assertThat(y).isBetween(Math.max(0, before), 1.0);
        before = y;
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTableOfALinearWindowIsThatWindow(long seed) {
    RandomGenerator random = Films.random(seed);
    Window window = new Window(random.nextInt(200, 800), random.nextInt(2, 600), Function.LINEAR);
    short[] entries = new short[1024];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (short) Math.round(65535 * window.apply(i));
    }
    VoiLut table = VoiLut.all(table(Tag.VOILUTSequence, 0, 16, entries)).getFirst();
    for (int x = -20; x < 1100; x++) {
      assertThat(table.apply(x)).isCloseTo(window.apply(Math.clamp(x, 0, 1023)), within(1e-5));
    }
  }

  static DataSet table(int sequence, int first, int bits, short[] entries) {
    DataSet item =
        DataSet.builder()
            .putInts(Tag.LUTDescriptor, entries.length, first, bits)
            .putShorts(Tag.LUTData, entries)
            .build();
    return DataSet.builder().putItems(sequence, List.of(item)).build();
  }

  @Test
  void tablesComeBeforeWindowsAndMalformedOnesAreLeftOut() {
    DataSet data =
        table(Tag.VOILUTSequence, 0, 8, new short[] {0, 255}).toBuilder()
            .put(Tag.WindowCenter, "40", "50", "60")
            .put(Tag.WindowWidth, "80", "0")
            .build();
    List<VoiLut> all = VoiLut.all(data);
    assertThat(all).hasSize(2);
    assertThat(all.get(0)).isInstanceOf(VoiLut.Table.class);
    assertThat(all.get(1)).isEqualTo(new Window(40, 80, Function.LINEAR));
    assertThat(VoiLut.all(DataSet.empty())).isEmpty();
  }

  @Test
  void theFunctionIsReadFromTheHeader() {
    DataSet data =
        DataSet.builder()
            .put(Tag.WindowCenter, "1.5")
            .put(Tag.WindowWidth, "0.5")
            .put(Tag.VOILUTFunction, "SIGMOID")
            .build();
    assertThat(VoiLut.all(data)).containsExactly(new Window(1.5, 0.5, Function.SIGMOID));
  }

  @Test
  void aWindowBetweenTwoValuesShowsThemBlackAndWhite() {
    Window window = Window.between(100, 900);
    assertThat(window.apply(100)).isZero();
    assertThat(window.apply(900)).isEqualTo(1);
    assertThat(window.apply(500)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void anImpossibleWindowIsAnError() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 0.5, Function.LINEAR));
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 0, Function.SIGMOID));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Window(Double.NaN, 5, Function.LINEAR));
  }
}
