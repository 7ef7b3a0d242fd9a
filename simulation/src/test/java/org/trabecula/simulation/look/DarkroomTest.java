package org.trabecula.simulation.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.PixelIntensity;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.decoy.Decoy;
import org.trabecula.simulation.decoy.DecoyKind;
import org.trabecula.simulation.look.Look.Marks;
import org.trabecula.simulation.look.Look.Shutter;
import org.trabecula.simulation.look.Rendering.Presentation;
import org.trabecula.simulation.look.Rendering.RawLog;
import org.trabecula.simulation.look.Rendering.Scales;
import org.trabecula.simulation.look.Rendering.Window;
import org.trabecula.simulation.physics.Beam;
import org.trabecula.simulation.physics.Detector;
import org.trabecula.simulation.physics.DetectorImage;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.physics.ImageChain;
import org.trabecula.simulation.physics.Receptor;

class DarkroomTest {
  private static final DetectorImage KNEE = image(DecoyKind.KNEE);
  private static final Presentation PLAIN =
      new Presentation(
          new Scales(0, 0, 0), new Tone(3, 0.5, 1, 0, 0), new Window(0.01, 0.99, false));

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private static DetectorImage image(DecoyKind kind) {
    Decoy decoy = Decoy.draw(kind, 1.2, new SplittableRandom(5));
    Exposure exposure =
        new Exposure(
            new Beam(60, 3, 0, 1),
            Receptor.of(Detector.STORAGE_PHOSPHOR),
            decoy.field(),
            2,
            0.05,
            0.001);
    return ImageChain.expose(decoy.masses(), exposure, new SplittableRandom(3));
  }

  private static Look look(Rendering rendering, boolean monochrome1) {
    return new Look(
        Optional.empty(),
        rendering,
        12,
        monochrome1,
        Shutter.NONE,
        new Marks(false, false),
        OptionalInt.empty());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void toneCurvesNeverFallAndSpanTheScale(long seed) {
    var random = new SplittableRandom(seed);
    for (VendorFamily family : VendorFamily.values()) {
      Tone tone = family.draw(random).tone();
      double before = 0;
      for (int k = 0; k <= 200; k++) {
        double value = tone.at(k / 200.0);
        assertThat(value).isBetween(before, 1.0);
        before = value;
      }
      assertThat(tone.at(0)).isZero();
      assertThat(tone.at(1)).isCloseTo(1, offset(1e-9));
      float[] sorted = new float[500];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = (float) Math.pow(i / 499.0, 2);
      }
      float[] curve = Darkroom.curve(tone, sorted, 0, 1);
      for (int k = 1; k < curve.length; k++) {
        assertThat(curve[k]).isGreaterThanOrEqualTo(curve[k - 1]);
      }
    }
  }

  @Test
  void aShoulderCompressesTheBrightEndAndLeavesTheMedianWhereItWasAsked() {
    for (double shoulder : new double[] {0, 0.5, 3}) {
      double before = Tone.beforeShoulder(0.6, shoulder);
      Tone tone = new Tone(0, before, 1, shoulder, 0);
      assertThat(tone.at(before)).isCloseTo(0.6, offset(1e-12));
      double dark = tone.at(0.01) - tone.at(0);
      double bright = tone.at(1) - tone.at(0.99);
      assertThat(Math.log(dark / bright)).isCloseTo(0.99 * shoulder, offset(1e-9));
    }
  }

  @Test
  void withoutProcessingByScaleMoreAttenuationIsNeverDarker() {
    StoredImage stored = Darkroom.develop(KNEE, look(PLAIN, false), new SplittableRandom(1));
    int width = stored.columns();
    for (int r = 0; r < stored.rows(); r++) {
      for (int c = 1; c < width; c++) {
        int step = Integer.signum(stored.at(r, c) - stored.at(r, c - 1));
        float exposure = Math.signum(KNEE.at(r, c - 1) - KNEE.at(r, c));
        // Equal after rounding or clipping, else in the order of attenuation; the pyramid may err
        // by a rounding error of its own.
        if (Math.abs(stored.at(r, c) - stored.at(r, c - 1)) > 1) {
          assertThat((float) step).isEqualTo(exposure);
        }
      }
    }
  }

  @Test
  void monochromeOneIsTheInverse() {
    for (Rendering rendering : List.of(PLAIN, new RawLog(1.2, 0.05))) {
      StoredImage bright = Darkroom.develop(KNEE, look(rendering, false), new SplittableRandom(1));
      StoredImage dark = Darkroom.develop(KNEE, look(rendering, true), new SplittableRandom(1));
      for (int r = 0; r < bright.rows(); r++) {
        for (int c = 0; c < bright.columns(); c++) {
          assertThat(bright.at(r, c) + dark.at(r, c)).isEqualTo(4095);
        }
      }
      assertThat(dark.encoding().monochrome1()).isTrue();
    }
  }

  @Test
  void rawImagesAreProportionalToTheLogarithmOfTheExposure() {
    RawLog raw = new RawLog(0.5, 0);
    StoredImage stored = Darkroom.develop(KNEE, look(raw, false), new SplittableRandom(1));
    int r = stored.rows() / 2;
    for (int c = 20; c + 40 < stored.columns(); c += 7) {
      double expected =
          0.5 / Rendering.LATITUDE * Math.log(KNEE.at(r, c) / KNEE.at(r, c + 40)) * 4095;
      assertThat((double) (stored.at(r, c + 40) - stored.at(r, c)))
          .isCloseTo(expected, offset(1.01));
    }
    assertThat(stored.encoding().intensity()).isEqualTo(PixelIntensity.LOG);
    assertThat(stored.encoding().intent()).isEqualTo(PresentationIntent.FOR_PROCESSING);
  }

  @Test
  void multiscaleProcessingCompressesWhatIsLarge() {
    assertThat(spread(new Scales(1, 0, 0))).isLessThan(0.85 * spread(new Scales(0, 0, 0)));
  }

  /** Spread of means over 32 x 32 pixels within the field, over the spread of neighbours. */
  private static double spread(Scales scales) {
    Presentation presentation = new Presentation(scales, PLAIN.tone(), PLAIN.window());
    StoredImage stored =
        Darkroom.develop(
            image(DecoyKind.CHEST), look(presentation, false), new SplittableRandom(1));
    double large = 0;
    double small = 0;
    for (int r = 60; r < stored.rows() - 60; r++) {
      for (int c = 60; c < stored.columns() - 60; c++) {
        large += Math.abs(stored.at(r, c) - stored.at(r, c + 40));
        small += Math.abs(stored.at(r, c) - stored.at(r, c + 1));
      }
    }
    return large / small;
  }

  @ParameterizedTest
  @EnumSource(Shutter.class)
  void shuttersFillTheUnexposedBorder(Shutter shutter) {
    Decoy decoy = Decoy.draw(DecoyKind.CHEST, 1.2, new SplittableRandom(6));
    var narrow =
        new org.trabecula.simulation.projection.CollimatedField(
            decoy.field().centreRow(), decoy.field().centreColumn(), 150, 150, 0);
    DetectorImage image =
        ImageChain.expose(
            decoy.masses(),
            new Exposure(new Beam(70, 3, 10, 1), Receptor.of(Detector.FLAT_PANEL), narrow, 1, 0, 0),
            new SplittableRandom(1));
    Look look =
        new Look(
            Optional.of(VendorFamily.BALANCED),
            PLAIN,
            10,
            false,
            shutter,
            new Marks(false, false),
            OptionalInt.empty());
    int corner = Darkroom.develop(image, look, new SplittableRandom(1)).at(1, 1);
    switch (shutter) {
      case BLACK -> assertThat(corner).isZero();
      case WHITE -> assertThat(corner).isEqualTo(1023);
      case NONE -> assertThat(corner).isGreaterThan(700);
    }
  }

  @Test
  void airBesideTheBodyIsBlackWhereItIsLookedFor() {
    for (double multiscale : new double[] {0, 1}) {
      Presentation presentation =
          new Presentation(
              new Scales(multiscale, 0.3, 0), PLAIN.tone(), new Window(0.01, 0.99, true));
      StoredImage stored =
          Darkroom.develop(KNEE, look(presentation, false), new SplittableRandom(1));
      int air = 0;
      int black = 0;
      for (int r = 0; r < stored.rows(); r++) {
        for (int c = 0; c < stored.columns(); c++) {
          if (KNEE.at(r, c) > 0.8 * KNEE.openBeam()) {
            air++;
            black += stored.at(r, c) < 40 ? 1 : 0;
          }
        }
      }
      assertThat(air).isGreaterThan(500);
      assertThat(black).isEqualTo(air);
    }
  }

  @Test
  void looksAreDrawnAtTheSharesOfTheMixture() {
    var random = new SplittableRandom(1);
    Look.Mixture mixture = Look.Mixture.reference(VendorFamily.TRAINING);
    int raw = 0;
    int jpeg = 0;
    int inverted = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      Look look = Look.draw(mixture, random);
      assertThat(look.heldBack()).isFalse();
      raw += look.rendering() instanceof RawLog ? 1 : 0;
      jpeg += look.jpegQuality().isPresent() ? 1 : 0;
      inverted += look.monochrome1() ? 1 : 0;
      assertThat(look.jpegQuality().isEmpty() || look.bits() == 8).isTrue();
    }
    assertThat(raw / (double) n).isCloseTo(0.25, offset(0.015));
    assertThat(jpeg / (double) n).isCloseTo(0.15, offset(0.015));
    // Films saved from a viewer are shown, not inverted.
    assertThat(inverted / (double) n).isCloseTo(0.20 * 0.85, offset(0.015));
  }

  @Test
  void trainingNeverMeetsWhatAHeldBackFamilyDoes() {
    assertThat(VendorFamily.REFERENCE_V1.stream().filter(VendorFamily::heldBack)).hasSize(2);
    assertThat(VendorFamily.TRAINING).noneMatch(VendorFamily::heldBack);
    var random = new SplittableRandom(3);
    int nearly = 0;
    for (int i = 0; i < 20_000; i++) {
      for (VendorFamily family : Set.copyOf(VendorFamily.TRAINING)) {
        Presentation drawn = family.draw(random);
        assertThat(VendorFamily.likeHeldBack(drawn)).isFalse();
        boolean hard = drawn.scales().multiscale() > 0.7 && drawn.scales().edge() > 0.5;
        nearly += hard && drawn.tone().steepness() < 4 ? 1 : 0;
      }
    }
    assertThat(nearly).as("next to the box that is held back").isGreaterThan(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aHeldBackFamilyKnowsItsOwn(long seed) {
    var random = new SplittableRandom(seed);
    for (VendorFamily family : VendorFamily.values()) {
      assertThat(VendorFamily.likeHeldBack(family.draw(random))).isEqualTo(family.heldBack());
    }
  }
}
