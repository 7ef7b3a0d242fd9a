package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Arms;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/**
 * Arms that lie beside the trunk or on its flank, the hand beside the thigh: never over a measured
 * region. Shapes and places are [K].
 */
final class ArmBuilder {
  /** From a femur's lateral cortex to where a hand may lie: past the trochanter, mm. */
  private static final double CLEAR_OF_FEMUR = 36;

  /** Half a palm's width, mm. */
  private static final double PALM = 41;

  private static final Point LATERAL = new Point(1, 0, 0);

  private final Envelope skin;
  private final Landmarks marks;
  private final double size;
  private final double stoutness;
  private final SplittableRandom random;
  private final Skeleton.Builder flesh = Skeleton.builder();
  private final Skeleton.Builder bones = Skeleton.builder();

  private ArmBuilder(Envelope skin, Landmarks marks, Build build, double fatShare, long seed) {
    this.skin = skin;
    this.marks = marks;
    this.size = build.size();
    this.stoutness = build.size() * (0.85 + 0.6 * fatShare);
    this.random = new SplittableRandom(seed);
  }

  /**
   * The arms of a subject.
   *
   * @param flesh muscle within shells of fat and skin
   * @param bones within the flesh
   */
  record Made(Skeleton flesh, Skeleton bones) {
    static final Made NONE = new Made(Skeleton.builder().build(), Skeleton.builder().build());
  }

  static Made of(Arms arms, Envelope skin, Landmarks marks, Build build, double fatShare) {
    if (arms.isEmpty()) {
      return Made.NONE;
    }
    ArmBuilder builder = new ArmBuilder(skin, marks, build, fatShare, arms.seed());
    if (arms.right()) {
      builder.arm(-1, fatShare);
    }
    if (arms.left()) {
      builder.arm(1, fatShare);
    }
    return new Made(builder.flesh.build(), builder.bones.build());
  }

  private void arm(int side, double fatShare) {
    double length = 250 * size * random.nextDouble(0.95, 1.05);
    double elbowZ = 50 + 35 * random.nextGaussian();
    double wristZ = elbowZ - 0.97 * length;
    // From lying half on the flank to lying free of it.
    double elbowX = edge(elbowZ) * random.nextDouble(0.86, 1.12);
    double hip = Math.abs((side < 0 ? marks.rightHip() : marks.leftHip()).lateralCortex().x());
    double clear = hip + CLEAR_OF_FEMUR + PALM * size;
    double wristX = Math.max(clear, edge(wristZ) + 12) + 15 * random.nextDouble();
    Point elbow = place(side * elbowX, elbowZ);
    Point wrist = place(side * wristX, wristZ);
    Point shoulder = place(side * (edge(elbowZ + 280) + 45), elbowZ + 280);
    // Palm up, or the thumb: how far radius and ulna lie behind one another.
    double roll = -side * random.nextDouble(0, 80);
    Frame fore = Frame.along(elbow, wrist.minus(elbow), LATERAL.times(side)).turned(0, 0, roll);
    double layer = 2.5 + 14 * Math.max(0, fatShare - 0.12);
    flesh(shoulder, fore, length, layer);
    upperArm(shoulder, fore);
    forearm(fore, length);
    hand(fore, length);
  }

  /** Half width of the trunk or thighs at a height. */
  private double edge(double z) {
    double x = 60;
    while (x < 300 && skin.front(x, z) > skin.back(x, z)) {
      x++;
    }
    return x;
  }

  /** On the flank where the trunk is below, else half-way up its side. */
  private Point place(double x, double z) {
    double onTop = skin.front(x, z) > skin.back(x, z) ? 18 * stoutness : 0;
    return new Point(x, skin.front(x, z) + onTop, z);
  }

  private void flesh(Point shoulder, Frame fore, double length, double layer) {
    double s = stoutness;
    Tissue skinned = Tissue.shell(layer);
    Point elbow = fore.origin();
    Point belly = fore.at(0, 0, 0.25 * length);
    Point wrist = fore.at(0, 0, 0.96 * length);
    flesh.add(Limb.round(shoulder, elbow, 48 * s, 41 * s), skinned);
    flesh.add(Limb.round(elbow, belly, 40 * s, 42 * s), skinned);
    flesh.add(
        new Limb(belly, wrist, fore.across(), 42 * s, 42 * s, 27 * s, 20 * s, 20 * s), skinned);
    flesh.close(BoneKind.ARM, 8, fore);
    Tissue thin = Tissue.shell(2);
    Point knuckles = fore.at(0, 0, length + 88 * size);
    flesh.add(
        new Limb(wrist, knuckles, fore.across(), 26 * s, 18 * s, PALM * size, 14 * s, 14), thin);
    flesh.close(BoneKind.ARM, 6, fore);
    for (int ray = 0; ray < 5; ray++) {
      double out = ray(ray) * size;
      double from = ray == 0 ? 50 : 88;
      double to = from + (ray == 0 ? 55 : 80);
      flesh.add(
          Limb.round(
              fore.at(out, 0, length + from * size),
              fore.at(1.12 * out, 0, length + to * size),
              8.5 * size,
              7 * size),
          thin);
      flesh.close(BoneKind.ARM, 2, fore);
    }
  }

  /** How far a finger lies beside the hand's axis, thumb first, mm. */
  private static double ray(int ray) {
    return ray == 0 ? 33 : 26 - 16.0 * (ray - 1);
  }

  private void upperArm(Point shoulder, Frame fore) {
    Point elbow = fore.origin();
    Point shaft = elbow.towards(shoulder, 0.2);
    bones.add(
        Limb.round(shaft, shoulder, 10.5 * size, 11.5 * size),
        Tissue.shell(3.4).withTrabecular(0.3));
    bones.add(Limb.round(shaft, elbow, 10.5 * size, 13 * size), Tissue.shell(2));
    bones.add(
        Limb.round(fore.at(-20 * size, 0, -4), fore.at(20 * size, 0, -4), 11 * size, 10.5 * size),
        Tissue.shell(1.2));
    bones.close(BoneKind.ARM, 4, fore);
  }

  private void forearm(Frame fore, double length) {
    double bow = random.nextDouble(3, 7);
    Tissue shaft = Tissue.shell(random.nextDouble(2, 3)).withTrabecular(0.25);
    Tissue end = Tissue.shell(1);
    // The radius, on the thumb's side: head, tuberosity, bowed shaft, wide end.
    double out = 12 * size;
    bones.add(rod(fore, out, 15, out, 24, 10.5, 9), end);
    bones.add(rod(fore, out, 24, out - 3, 48, 7, 8), shaft);
    bones.add(rod(fore, out - 3, 48, out + bow, 0.5 * length, 7.2, 7.2), shaft);
    bones.add(rod(fore, out + bow, 0.5 * length, out, 0.85 * length, 7.2, 8), shaft);
    bones.add(rod(fore, out, 0.85 * length, out - 2, length - 8, 8.5, 13.5), end);
    bones.close(BoneKind.ARM, 3, fore);
    // The ulna: thick at the elbow, thin at the wrist.
    bones.add(rod(fore, -8 * size, -12, -9 * size, 18, 11, 11), end);
    bones.add(rod(fore, -9 * size, 18, -out, 0.3 * length, 10, 7.5), shaft);
    bones.add(rod(fore, -out, 0.3 * length, -out, 0.8 * length, 7.5, 6), shaft);
    bones.add(rod(fore, -out, 0.8 * length, -out, length - 12, 6, 7.5), end);
    bones.close(BoneKind.ARM, 3, fore);
  }

  private Limb rod(
      Frame fore, double x, double from, double x2, double to, double radius, double radius2) {
    return Limb.round(fore.at(x, 0, from), fore.at(x2, 0, to), radius * size, radius2 * size);
  }

  private void hand(Frame fore, double length) {
    Tissue thin = Tissue.shell(0.8);
    for (int i = 0; i < 7; i++) {
      double x = (i < 3 ? 11.0 * (i - 1) : 11.0 * (i - 4.5)) + random.nextDouble(-1, 1);
      double along = (i < 3 ? 9 : 22) * size;
      bones.add(
          Limb.sphere(fore.at(x * size, 0, length + along), (i < 3 ? 7.5 : 6.8) * size), thin);
      bones.close(BoneKind.ARM, 0.5, fore);
    }
    for (int ray = 0; ray < 5; ray++) {
      finger(fore, length, ray);
    }
  }

  private void finger(Frame fore, double length, int ray) {
    double[] parts = ray == 0 ? new double[] {42, 30, 22} : new double[] {58, 38, 23, 16};
    double shrink = ray == 4 ? 0.82 : 1;
    double along = length + (ray == 0 ? 24 : 31) * size;
    double out = 0.62 * ray(ray) * size;
    double radius = 4.6 * size;
    for (double part : parts) {
      double reach = shrink * part * size;
      double spread = out + (ray(ray) * size - out) * 0.6;
      Point from = fore.at(out, 0, along);
      Point to = fore.at(spread, 0, along + reach);
      bones.add(
          Limb.round(from, from.towards(to, 0.5), 1.3 * radius, 0.85 * radius), Tissue.shell(1.3));
      bones.add(
          Limb.round(from.towards(to, 0.5), to, 0.85 * radius, 1.15 * radius), Tissue.shell(1.3));
      bones.close(BoneKind.ARM, 1, fore);
      along += reach + 2.6 * radius;
      out = spread;
      radius *= 0.87;
    }
  }
}
