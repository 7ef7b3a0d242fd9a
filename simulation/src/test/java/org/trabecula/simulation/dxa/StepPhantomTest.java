package org.trabecula.simulation.dxa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.DensityGroup;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Mineral;
import org.trabecula.simulation.skeleton.Mineralised;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/**
 * The virtual densitometer on plates of 0.5, 1.0 and 1.5 g/cm², as the European Spine Phantom has
 * them (Kalender 1995), without its soft tissue.
 */
class StepPhantomTest {
  private static final double GRAM_PER_CM3 = 0.5;
  private static final double[] STEPS = {0.5, 1.0, 1.5};

  /** Three plates, the thickest lowest; a fourth region repeats the second step. */
  private record Plates(Skeleton skeleton, Landmarks landmarks, Mineral mineral)
      implements Mineralised {}

  private static Plates plates(double tiltDegrees) {
    Frame tilted = Frame.BODY.turned(0, tiltDegrees, 0);
    Skeleton.Builder builder = Skeleton.builder();
    Landmarks hips = Anatomy.of(Population.US.draw(3, 3)).landmarks();
    List<Landmarks.Vertebra> regions = new ArrayList<>();
    double[] steps = {STEPS[0], STEPS[1], STEPS[2], STEPS[1]};
    for (int i = 0; i < steps.length; i++) {
      Point centre = new Point(0, 0, 60 - 40 * i);
      double halfDepth = 10 * steps[i] / GRAM_PER_CM3 / 2;
      // The thin direction of the plate points at the tube.
      Frame frame = Frame.along(centre, tilted.front(), tilted.across());
      builder.add(Lens.of(25, 18, halfDepth, 0.2), frame, Tissue.shell(100).withEnds(100));
      builder.close(BoneKind.VERTEBRA, 1, Frame.BODY);
      regions.add(
          new Landmarks.Vertebra(
              Site.VERTEBRAE.get(i),
              true,
              centre.plus(new Point(-28, 0, 20)),
              centre.plus(new Point(28, 0, 20)),
              centre.plus(new Point(-28, 0, -20)),
              centre.plus(new Point(28, 0, -20))));
    }
    Map<DensityGroup, Mineral.Pair> pairs = new EnumMap<>(DensityGroup.class);
    for (DensityGroup group : DensityGroup.values()) {
      pairs.put(group, new Mineral.Pair(GRAM_PER_CM3, 0.1));
    }
    // The densitometer scans a hip as well: any femur will do.
    return new Plates(
        withFemur(builder),
        new Landmarks(regions, hips.rightHip(), hips.leftHip()),
        new Mineral(pairs));
  }

  private static Skeleton withFemur(Skeleton.Builder builder) {
    Landmarks.Hip hip = Anatomy.of(Population.US.draw(3, 3)).landmarks().rightHip();
    return builder
        .add(Limb.round(hip.head(), hip.boxFar(), 16, 16), Tissue.shell(2).withNeckShare(1))
        .add(
            Limb.round(hip.boxFar(), hip.shaftEnd().plus(new Point(0, 0, -40)), 16, 16),
            Tissue.shell(4))
        .close(BoneKind.RIGHT_FEMUR, 3, Frame.BODY)
        .build();
  }

  @Test
  void everyStepIsReadWithinOnePercent() {
    DxaResult result = VirtualDxa.measure(plates(0));
    for (int i = 0; i < STEPS.length; i++) {
      double read = result.bmd(Site.VERTEBRAE.get(i));
      System.out.printf(
          Locale.ROOT,
          "step of %.1f g/cm²: %.4f g/cm², %+.2f %%%n",
          STEPS[i],
          read,
          100 * (read / STEPS[i] - 1));
      assertThat(Math.abs(read / STEPS[i] - 1)).isLessThanOrEqualTo(0.01);
    }
    double mean = result.bmd(Site.L1_L4);
    System.out.printf(Locale.ROOT, "all steps together: %.4f g/cm² for 1.0%n", mean);
    assertThat(mean).isBetween(0.99, 1.01);
  }

  /** A tilted plate is longer to the ray and shorter to the film: its content stays. */
  @ParameterizedTest
  @ValueSource(doubles = {5, 10})
  void contentDoesNotDependOnTilt(double degrees) {
    double flat = VirtualDxa.measure(plates(0)).at(Site.L2).contentG();
    double tilted = VirtualDxa.measure(plates(degrees)).at(Site.L2).contentG();
    assertThat(tilted / flat).isBetween(0.98, 1.02);
  }
}
