package org.trabecula.simulation.decoy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.decoy.Canvas.Ellipse;
import org.trabecula.simulation.decoy.Canvas.Tube;

/** Arms and legs. */
final class Limbs {
  private final RandomGenerator random;
  private final double stoutness;
  private final double spongy;
  private final Grain flesh;
  private final Grain grain;

  Limbs(Canvas canvas, RandomGenerator random) {
    this.random = random;
    this.stoutness = random.nextDouble(0.75, 1.5);
    this.spongy = random.nextDouble(0.08, 0.3);
    double pixelsPerMm = 1 / canvas.plane().pitchMm();
    this.flesh = new Grain(25 * pixelsPerMm, 0.06, random);
    this.grain = new Grain(6 * pixelsPerMm, 0.25, random);
  }

  private double vary(double value) {
    return value * random.nextDouble(0.9, 1.1);
  }

  /** A knee from the front, the joint at the origin, the fibula to the right. */
  void knee(Canvas canvas) {
    double s = stoutness;
    double calf = random.nextDouble(52, 66) * s;
    canvas.limb(
        List.of(
            new Tube(6, -330, 92 * s, 2, -90, 66 * s, 0.95),
            new Tube(2, -90, 66 * s, 0, 10, 56 * s, 1),
            new Tube(0, 10, 56 * s, 4, 120, calf, 1),
            new Tube(4, 120, calf, 4, 330, 38 * s, 1)),
        random.nextDouble(3, 16),
        flesh);
    double cortex = random.nextDouble(2, 5);
    canvas.bone(
        List.of(
            new Tube(-6, -340, vary(15), 0, -75, vary(16)),
            new Tube(0, -80, 17, -15, -30, 24, 0.9),
            new Tube(0, -80, 17, 15, -30, 24, 0.9),
            new Tube(-15, -30, 24, -22, -16, 20, 1.1),
            new Tube(15, -30, 24, 22, -15, 21, 1.1)),
        cortex,
        spongy,
        grain);
    canvas.bone(
        List.of(
            new Tube(-25, 26, 13, 25, 26, 13, 1.6),
            new Tube(-4, 16, 4, -3, 9, 2),
            new Tube(5, 16, 4, 4, 10, 2),
            new Tube(-16, 32, 19, 0, 90, 15),
            new Tube(16, 32, 19, 0, 90, 15),
            new Tube(0, 85, 15, 5, 350, vary(12))),
        cortex,
        spongy,
        grain);
    canvas.bone(
        List.of(
            new Tube(37, 46, 10, 35, 70, 6),
            new Tube(35, 70, 6, 31, 200, 6),
            new Tube(31, 200, 6, 33, 350, 7)),
        random.nextDouble(1.5, 3),
        spongy,
        grain);
    double kneecap = random.nextDouble(-8, 8);
    canvas.ellipse(new Ellipse(kneecap, -34, 22, 24, 18, 0, 2.2), Tissue.spongy(0.25 + spongy));
    if (random.nextDouble() < 0.08) {
      screws(canvas);
    }
  }

  private void screws(Canvas canvas) {
    for (int i = 0; i < random.nextInt(1, 4); i++) {
      double y = random.nextDouble(20, 110);
      canvas.ellipse(
          new Ellipse(0, y, random.nextDouble(12, 28), 2.5, 4, random.nextDouble(-15, 15), 4),
          Tissue.METAL);
    }
  }

  /** A hip prosthesis' cousin: a knee replaced by metal. */
  void replacedKnee(Canvas canvas) {
    knee(canvas);
    canvas.ellipse(new Ellipse(0, -18, 34, 22, 30, 0, 2.5), Tissue.METAL);
    canvas.ellipse(new Ellipse(0, 24, 36, 5, 35, 0, 4), Tissue.METAL);
    canvas.ellipse(new Ellipse(0, 50, 7, 28, 14, 0, 3), Tissue.METAL);
  }

  /** A forearm or a lower leg: two shafts, the joint at either end out of the field or not. */
  void shafts(Canvas canvas) {
    boolean leg = random.nextBoolean();
    double thick = leg ? 12.5 : 7.5;
    double thin = leg ? 6 : 6.5;
    double apart = leg ? 32 : 22;
    double flesh1 = (leg ? 54 : 38) * stoutness;
    double flesh2 = (leg ? 34 : 25) * stoutness;
    canvas.limb(
        List.of(
            new Tube(5, -320, flesh1, 5, -60, flesh1 * vary(1)),
            new Tube(5, -60, flesh1, 5, 260, flesh2)),
        random.nextDouble(2, 10),
        flesh);
    double cortex = random.nextDouble(2, 4.5);
    double bow = random.nextDouble(-8, 8);
    canvas.bone(
        List.of(
            new Tube(-4, -300, thick * 1.8, -4, -240, thick),
            new Tube(-4, -240, thick, bow, 0, vary(thick)),
            new Tube(bow, 0, thick, 0, 190, thick),
            new Tube(0, 190, thick, -2, 235, thick * 1.6)),
        cortex,
        spongy,
        grain);
    canvas.bone(
        List.of(
            new Tube(apart, -270, thin * 1.4, apart, -220, thin),
            new Tube(apart, -220, thin, apart - bow, 0, vary(thin)),
            new Tube(apart - bow, 0, thin, apart - 4, 200, thin),
            new Tube(apart - 4, 200, thin, apart - 4, 245, thin * 1.5)),
        cortex * 0.7,
        spongy,
        grain);
    canvas.bone(List.of(new Tube(4, 262, 14, 26, 262, 14)), 1.5, spongy, grain);
  }

  /** A hand or a forefoot: many small bones in five rays. */
  void rays(Canvas canvas) {
    boolean foot = random.nextBoolean();
    double spread = foot ? random.nextDouble(0.02, 0.06) : random.nextDouble(0.05, 0.28);
    double palm = foot ? 75 : 65;
    List<Tube> flesh5 = new ArrayList<>();
    List<List<Tube>> bones = new ArrayList<>();
    for (int ray = -2; ray <= 2; ray++) {
      double angle = spread * ray + (ray == -2 && !foot ? -0.5 : 0);
      double x = 15.0 * ray;
      double y = 0;
      double length = palm * (ray == -2 ? 0.75 : 1) * random.nextDouble(0.95, 1.05);
      double radius = foot && ray == -2 ? 8 : 5;
      flesh5.add(
          new Tube(
              x,
              y + 10,
              (foot ? 16 : 14) * stoutness,
              x + 2.2 * length * Math.sin(angle),
              y - 2.2 * length * Math.cos(angle),
              9 * stoutness,
              0.8));
      double part = length;
      for (int k = 0; k < 4; k++) {
        double tipX = x + part * Math.sin(angle);
        double tipY = y - part * Math.cos(angle);
        double mx = (x + tipX) / 2;
        double my = (y + tipY) / 2;
        bones.add(
            List.of(
                new Tube(x, y, radius * 1.35, mx, my, radius * 0.8),
                new Tube(mx, my, radius * 0.8, tipX, tipY, radius * 1.2)));
        x = tipX + 2.8 * radius * Math.sin(angle);
        y = tipY - 2.8 * radius * Math.cos(angle);
        part *= foot ? (k == 0 ? 0.42 : 0.62) : 0.64;
        radius *= 0.86;
      }
    }
    flesh5.add(new Tube(-28, 15, 22 * stoutness, 28, 15, 22 * stoutness, 0.7));
    flesh5.add(new Tube(0, 20, 36 * stoutness, 0, 260, 32 * stoutness, foot ? 1.2 : 0.8));
    canvas.limb(flesh5, 1.5, flesh);
    for (List<Tube> bone : bones) {
      canvas.bone(bone, random.nextDouble(0.8, 1.6), spongy, grain);
    }
    for (int i = 0; i < 8; i++) {
      double x = (i % 4 - 1.5) * 14 + random.nextDouble(-2, 2);
      double y = 20 + i / 4 * 16;
      canvas.bone(List.of(new Tube(x, y, 7.5, x + 3, y + 2, 7)), 1, spongy, grain);
    }
    canvas.bone(
        List.of(new Tube(-13, 58, 13, -12, 85, 8), new Tube(-12, 85, 8, -12, 330, 7)),
        2,
        spongy,
        grain);
    canvas.bone(
        List.of(new Tube(16, 62, 8, 16, 90, 6), new Tube(16, 90, 6, 14, 330, 6.5)),
        2,
        spongy,
        grain);
  }

  /** A shoulder: humerus, shoulder blade, collar bone, ribs over lung. */
  void shoulder(Canvas canvas) {
    canvas.limb(
        List.of(
            new Tube(-140, -60, 70, 30, -20, 66, 1),
            new Tube(30, -10, 62, 70, 320, 48 * stoutness, 1),
            new Tube(-160, 60, 120, -140, 330, 140, 0.8)),
        random.nextDouble(4, 14),
        flesh);
    canvas.ellipse(new Ellipse(-130, 110, 75, 150, 130, 12, 2), Tissue.LUNG);
    canvas.bone(
        List.of(
            new Tube(36, -8, 25, 48, 10, 23),
            new Tube(48, 10, 22, 58, 60, 13),
            new Tube(58, 60, 12, 78, 330, 11)),
        random.nextDouble(2, 4),
        spongy,
        grain);
    canvas.bone(
        List.of(
            new Tube(8, -4, 14, -20, 20, 7, 0.5),
            new Tube(-20, 20, 7, -60, 150, 5, 0.5),
            new Tube(-10, 10, 8, -80, 10, 5, 0.6),
            new Tube(-80, 10, 5, -62, 150, 4, 0.6),
            new Tube(-20, -26, 6, 30, -40, 9, 0.6)),
        1.5,
        spongy,
        grain);
    canvas.bone(
        List.of(new Tube(22, -48, 8, -60, -42, 6), new Tube(-60, -42, 6, -170, -30, 8)),
        1.8,
        spongy,
        grain);
    for (int rib = 0; rib < 7; rib++) {
      double y = -20 + 34 * rib;
      canvas.bone(
          List.of(
              new Tube(-230, y - 10, 5, -140, y - 22, 6, 0.7),
              new Tube(-140, y - 22, 6, -60 + 3 * rib, y + 25, 5, 0.9)),
          1,
          spongy,
          grain);
    }
  }
}
