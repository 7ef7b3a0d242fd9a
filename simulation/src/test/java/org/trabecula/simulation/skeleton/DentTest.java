package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pit in a lens's plate is as deep, as wide and as thick-walled as it is built. */
class DentTest {
  private static final double END_SHELL = 0.4;
  private static final double H = 1e-3;

  private static Skeleton body(Dent top, Dent bottom) {
    return Skeleton.builder()
        .add(
            Lens.of(22, 17, 13.5, 2.5).dented(top, bottom),
            Frame.BODY,
            Tissue.shell(0.35).withEnds(END_SHELL))
        .close(BoneKind.VERTEBRA, 3, Frame.BODY)
        .build();
  }

  private static double bell(Dent dent, double r) {
    double q = Math.min(1, r * r / (dent.radiusMm() * dent.radiusMm()));
    return dent.depthMm() * (1 - q) * (1 - q);
  }

  /** Rays along the axis: what is missing of the height, and how thick the floor is. */
  @ParameterizedTest
  @CsvSource({"3, 4", "4.5, 5.5", "6, 7"})
  void itIsAsDeepAsItIsBuilt(double depth, double radius) {
    Dent dent = new Dent(depth, radius, 3, -4, 0.6);
    Skeleton skeleton = body(dent, Dent.NONE);
    BoneRay ray = new BoneRay(skeleton);
    double worst = 0;
    for (double x = 3 - radius - 1; x < 3 + radius + 1; x += 0.23) {
      for (double y = -4 - radius; y < -4 + radius; y += 0.31) {
        ray.aim(new Point(x, y, 400), new Point(0, 0, -1));
        assertThat(ray.walk(skeleton.bones().getFirst())).isTrue();
        double expected = 27 - bell(dent, Math.hypot(x - 3, y + 4));
        worst = Math.max(worst, Math.abs(ray.boneMm() - expected));
      }
    }
    ray.aim(new Point(3, -4, 400), new Point(0, 0, -1));
    ray.walk(skeleton.bones().getFirst());
    double shells = ray.boneMm() - ray.marrowMm();
    System.out.printf(
        Locale.ROOT,
        "dent of %s mm: height wrong by %.3f mm at most, floor %.3f mm thick%n",
        depth,
        worst,
        shells - END_SHELL);
    assertThat(worst).isLessThanOrEqualTo(0.05);
    // The floor is measured where the margin is thickest; it thins with the distance.
    assertThat(shells - 2 * END_SHELL).isCloseTo(0.6, within(0.06));
  }

  /** From the front, where rays cross its walls, in either plate: the volume of its bell. */
  @ParameterizedTest
  @CsvSource({"3, 4, true", "4.5, 5.5, false", "6, 7, true"})
  void itTakesItsVolumeOfBone(double depth, double radius, boolean top) {
    Dent dent = new Dent(depth, radius, 3, -4, 0.6);
    BoneRay whole = new BoneRay(body(Dent.NONE, Dent.NONE));
    Skeleton pitted = top ? body(dent, Dent.NONE) : body(Dent.NONE, dent);
    BoneRay ray = new BoneRay(pitted);
    Skeleton.Bone bone = pitted.bones().getFirst();
    double pitch = 0.2;
    double missing = 0;
    for (double x = 3 - radius; x < 3 + radius; x += pitch) {
      for (double z = 5.05; z < 15; z += pitch) {
        Point from = new Point(x, 400.3, top ? z : -z);
        whole.aim(from, new Point(0, -1, 0));
        ray.aim(from, new Point(0, -1, 0));
        missing += whole.walk(bone) ? whole.boneMm() : 0;
        missing -= ray.walk(bone) ? ray.boneMm() : 0;
      }
    }
    double found = missing * pitch * pitch;
    double expected = Math.PI * radius * radius * depth / 3;
    System.out.printf(Locale.ROOT, "dent of %s mm: %.1f mm³ of %.1f mm³%n", depth, found, expected);
    // A ray's crossings are found between steps of 1 mm: 5 % of a dent are 0.05 % of a body.
    assertThat(found).isCloseTo(expected, within(0.05 * expected));
  }

  @ParameterizedTest
  @CsvSource({"3, 4", "4.5, 5.5", "6, 7"})
  void nearItsSurfaceDistanceGrowsByOneMillimetrePerMillimetre(double depth, double radius) {
    Dent dent = new Dent(depth, radius, 3, -4, 0.6);
    Skeleton skeleton = body(dent, Dent.NONE);
    BoneRay ray = new BoneRay(skeleton);
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    int near = 0;
    int good = 0;
    for (int i = 0; i < 4000; i++) {
      double x = random.nextDouble(-radius, radius);
      double y = random.nextDouble(-radius, radius);
      double surface = 13.5 - bell(dent, Math.hypot(x, y));
      Point place = new Point(3 + x, y - 4, surface + random.nextDouble(-1.5, 0.5));
      if (Math.abs(ray.distanceAt(skeleton.bones().getFirst(), place)) < 0.5) {
        double slope = gradient(ray, skeleton.bones().getFirst(), place);
        sum += slope;
        near++;
        good += slope > 0.8 && slope < 1.2 ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "dent of %s mm: mean gradient %.3f, %.1f %% within 0.8 to 1.2%n",
        depth,
        sum / near,
        100.0 * good / near);
    assertThat(sum / near).isBetween(0.88, 1.06);
    assertThat((double) good / near).isGreaterThan(0.8);
  }

  private static double gradient(BoneRay ray, Skeleton.Bone bone, Point p) {
    double x = slope(ray, bone, p, new Point(H, 0, 0));
    double y = slope(ray, bone, p, new Point(0, H, 0));
    double z = slope(ray, bone, p, new Point(0, 0, H));
    return Math.sqrt(x * x + y * y + z * z);
  }

  private static double slope(BoneRay ray, Skeleton.Bone bone, Point p, Point step) {
    return (ray.distanceAt(bone, p.plus(step)) - ray.distanceAt(bone, p.minus(step))) / (2 * H);
  }

  @Test
  void whatIsFarFromItStaysAsItWas() {
    Skeleton whole = body(Dent.NONE, Dent.NONE);
    Skeleton pitted = body(Dent.NONE, new Dent(5, 6, 3, -4, 0.6));
    BoneRay one = new BoneRay(whole);
    BoneRay other = new BoneRay(pitted);
    for (double x = -21; x < 22; x += 0.7) {
      Point from = new Point(x, 400, 12.3 - Math.abs(x) / 10);
      one.aim(from, new Point(0, -1, 0));
      other.aim(from, new Point(0, -1, 0));
      one.walk(whole.bones().getFirst());
      other.walk(pitted.bones().getFirst());
      assertThat(other.boneMm()).isEqualTo(one.boneMm());
      assertThat(other.marrowMm()).isEqualTo(one.marrowMm());
    }
  }

  @Test
  void whatCannotBeIsRefusedAtBirth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Dent(-1, 5, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Dent(3, 0, 0, 0, 0));
  }
}
