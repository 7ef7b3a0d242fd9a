package org.trabecula.simulation.decoy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.decoy.Canvas.Ellipse;
import org.trabecula.simulation.decoy.Canvas.Tube;

/** Head and trunk: what lies nearest to a lumbar film without being one. */
final class Trunks {
  private final RandomGenerator random;
  private final double size;
  private final double spongy;
  private final Grain flesh;
  private final Grain grain;

  Trunks(Canvas canvas, RandomGenerator random) {
    this.random = random;
    this.size = random.nextDouble(0.85, 1.2);
    this.spongy = random.nextDouble(0.08, 0.3);
    double pixelsPerMm = 1 / canvas.plane().pitchMm();
    this.flesh = new Grain(40 * pixelsPerMm, 0.05, random);
    this.grain = new Grain(6 * pixelsPerMm, 0.25, random);
  }

  /** A chest from front or back: lungs dark, heart, ribs, collar bones, thoracic spine. */
  void chest(Canvas canvas) {
    double half = 165 * size;
    double depth = random.nextDouble(180, 260) * size;
    canvas.ellipse(new Ellipse(0, 40, half, 320, depth, 0, 3.2), Tissue.MUSCLE);
    canvas.limb(
        List.of(
            new Tube(-half - 10, -120, 52, -half - 30, 260, 42),
            new Tube(half + 10, -120, 52, half + 30, 260, 42),
            new Tube(0, -300, 62, 0, -170, 66)),
        6,
        flesh);
    double inspiration = random.nextDouble(0.8, 1.1);
    for (int side = -1; side <= 1; side += 2) {
      double x = side * 0.52 * half;
      double low = side < 0 ? 125 : 135;
      canvas.ellipse(
          new Ellipse(x, -10, 0.41 * half, low * inspiration, 0.72 * depth, side * 4, 2.3),
          Tissue.LUNG);
      for (int i = 0; i < 14; i++) {
        double y = random.nextDouble(-60, 60);
        canvas.ellipse(
            new Ellipse(
                x - side * random.nextDouble(10, 45),
                y,
                random.nextDouble(2, 5),
                random.nextDouble(10, 40),
                6,
                random.nextDouble(180),
                2),
            Tissue.MUSCLE);
      }
    }
    canvas.ellipse(new Ellipse(0.17 * half, 60, 62 * size, 72, 70, 35, 2), Tissue.MUSCLE);
    canvas.ellipse(new Ellipse(0.05 * half, -30, 26, 95, 50, 0, 2), Tissue.MUSCLE);
    ribs(canvas, half);
    spine(canvas, -260, 30, 12);
    for (int side = -1; side <= 1; side += 2) {
      canvas.bone(
          List.of(
              new Tube(side * 14, -128, 9, side * 70, -142, 6),
              new Tube(side * 70, -142, 6, side * (half - 5), -165, 7)),
          1.8,
          spongy,
          grain);
      canvas.bone(
          List.of(
              new Tube(side * (half - 15), -150, 11, side * (half - 60), -20, 5, 0.4),
              new Tube(side * (half - 15), -150, 8, side * (half - 25), -30, 4, 0.4)),
          1.5,
          spongy,
          grain);
    }
    if (random.nextDouble() < 0.15) {
      canvas.ellipse(new Ellipse(-70, -70, 24, 28, 8, 0, 2.5), Tissue.METAL);
    }
  }

  private void ribs(Canvas canvas, double half) {
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < 11; i++) {
        double y = -165 + 29 * i;
        double reach = half * (0.62 + 0.33 * Math.sin(Math.min(1, (i + 2) / 8.0) * Math.PI / 2));
        List<Tube> rib = new ArrayList<>();
        double lastX = side * 18;
        double lastY = y;
        for (int k = 1; k <= 6; k++) {
          double t = k / 6.0 * 0.62 * Math.PI;
          double x = side * (18 + (reach - 18) * Math.sin(Math.min(t, Math.PI / 2)));
          double newY = y + 70 * (1 - Math.cos(t)) * (0.6 + 0.05 * i) - 12 * Math.sin(t);
          rib.add(new Tube(lastX, lastY, 5.5, x, newY, 5.5, 0.8));
          lastX = x;
          lastY = newY;
        }
        canvas.bone(rib, 1.1, spongy, grain);
      }
    }
  }

  /** A row of vertebrae from the front between two heights. */
  private void spine(Canvas canvas, double from, double pace, int count) {
    for (int i = 0; i < count; i++) {
      double y = from + pace * i;
      double half = 13 + 0.6 * i;
      canvas.bone(
          List.of(
              new Tube(-half * 0.6, y, pace * 0.36, half * 0.6, y, pace * 0.36, 1.3),
              new Tube(-half - 12, y - 4, 4, half + 12, y - 4, 4, 1),
              new Tube(0, y, 4, 0, y + pace * 0.6, 3, 2)),
          1.2,
          spongy,
          grain);
    }
  }

  /** A neck from the front with the jaw above it. */
  void neck(Canvas canvas) {
    canvas.limb(
        List.of(
            new Tube(0, -300, 82, 0, -150, 75, 1.1),
            new Tube(0, -160, 70, 0, 60, 62 * size),
            new Tube(-190, 190, 80, 190, 190, 80, 0.9)),
        5,
        flesh);
    canvas.ellipse(new Ellipse(0, 30, 9, 140, 15, 0, 3), Tissue.GAS);
    spine(canvas, -100, 19, 12);
    canvas.bone(
        List.of(
            new Tube(-48, -170, 9, -38, -105, 9),
            new Tube(48, -170, 9, 38, -105, 9),
            new Tube(-38, -105, 10, 0, -78, 12),
            new Tube(38, -105, 10, 0, -78, 12)),
        3,
        spongy,
        grain);
    for (int side = -1; side <= 1; side += 2) {
      canvas.bone(List.of(new Tube(side * 12, 150, 8, side * 180, 110, 7)), 2, spongy, grain);
      canvas.ellipse(new Ellipse(side * 80, 250, 55, 110, 110, 0, 2), Tissue.LUNG);
    }
  }

  /** A skull from the front or the side. */
  void skull(Canvas canvas) {
    boolean side = random.nextBoolean();
    double halfWidth = (side ? 95 : 74) * size;
    canvas.limb(
        List.of(
            new Tube(0, -40, halfWidth + 8, 0, 10, halfWidth + 5),
            new Tube(0, 60, 62, 0, 320, 58, 1)),
        3,
        flesh);
    canvas.bone(
        List.of(new Tube(0, -45, halfWidth, 0, -20, halfWidth, 1)),
        random.nextDouble(4, 7),
        0.001,
        grain);
    double faceX = side ? 60 : 0;
    canvas.bone(List.of(new Tube(faceX, 20, 45, faceX, 70, 40, 0.9)), 2, spongy * 0.4, grain);
    for (int eye = -1; eye <= 1; eye += 2) {
      double x = side ? 75 : eye * 34;
      canvas.ellipse(new Ellipse(x, 12, 19, 17, 25, 0, 2.3), new Tissue(-0.25, -0.2, 0, 0));
      canvas.ellipse(new Ellipse(side ? 60 : eye * 24, 48, 16, 17, 28, 0, 2.5), Tissue.GAS);
    }
    if (side) {
      canvas.bone(
          List.of(new Tube(10, 60, 12, 30, 105, 10), new Tube(30, 105, 10, 95, 112, 11)),
          2.5,
          spongy,
          grain);
    } else {
      canvas.bone(
          List.of(
              new Tube(-52, 45, 9, -44, 95, 10),
              new Tube(52, 45, 9, 44, 95, 10),
              new Tube(-44, 95, 10, 0, 122, 13),
              new Tube(44, 95, 10, 0, 122, 13)),
          3,
          spongy,
          grain);
    }
    for (int tooth = -6; tooth <= 6; tooth++) {
      double x = side ? 70 + tooth * 3 : tooth * 6;
      canvas.ellipse(new Ellipse(x, 88, 2.4, 12, 8, 0, 4), Tissue.CORTEX);
    }
    spine(canvas, 110, 19, 10);
  }

  /** A lumbar spine from the side: the nearest neighbour of what is screened. */
  void lateralSpine(Canvas canvas) {
    double depth = random.nextDouble(280, 380) * size;
    double front = random.nextDouble(90, 140) * size;
    canvas.ellipse(new Ellipse(20, 0, 105 + front / 2, 420, depth, 0, 3), Tissue.MUSCLE);
    gas(canvas, 60, 6);
    double lordosis = random.nextDouble(0.3, 0.75);
    double x = 0;
    double y = -190;
    double angle = -0.5 * lordosis;
    for (int i = 0; i < 8; i++) {
      double height = 25 + 0.7 * i;
      double width = 15 + 0.7 * i;
      double ux = Math.cos(angle);
      double uy = Math.sin(angle);
      double h = 0.36 * height;
      canvas.bone(
          List.of(
              new Tube(
                  x - ux * width * 0.75,
                  y - uy * width * 0.75,
                  h,
                  x + ux * width * 0.75,
                  y + uy * width * 0.75,
                  h,
                  1.7),
              new Tube(
                  x - ux * width,
                  y - uy * width,
                  5,
                  x - ux * (width + 20),
                  y - uy * (width + 20) + 4,
                  6,
                  2.2),
              new Tube(
                  x - ux * (width + 22),
                  y - uy * width + 6,
                  5,
                  x - ux * (width + 48),
                  y - uy * width + 18,
                  6,
                  0.8)),
          1.3,
          spongy,
          grain);
      angle += lordosis / 7 * (i > 3 ? 1.7 : 0.6);
      double step = height + 8;
      x += -Math.sin(angle) * step * (i > 4 ? 0.9 : 0.4);
      y += Math.cos(angle * 0.6) * step;
    }
    canvas.bone(
        List.of(
            new Tube(x - 5, y, 24, x - 40, y + 50, 16, 2),
            new Tube(x - 40, y + 50, 15, x - 55, y + 110, 8, 1.5)),
        2,
        spongy,
        grain);
    canvas.bone(
        List.of(
            new Tube(x - 20, y - 20, 14, x + 30, y + 110, 20, 3),
            new Tube(x + 30, y + 115, 26, x + 45, y + 125, 26, 3)),
        2.5,
        spongy,
        grain);
  }

  /** An abdomen in which no bone is to be seen. */
  void abdomen(Canvas canvas) {
    canvas.ellipse(
        new Ellipse(0, 0, 175 * size, 400, random.nextDouble(180, 320), 0, 2.8), Tissue.MUSCLE);
    canvas.ellipse(new Ellipse(-60, -60, 70, 80, 40, 20, 2), Tissue.MUSCLE);
    gas(canvas, 130, random.nextInt(4, 22));
  }

  private void gas(Canvas canvas, double reach, int count) {
    for (int i = 0; i < count; i++) {
      canvas.ellipse(
          new Ellipse(
              random.nextDouble(-reach, reach),
              random.nextDouble(-150, 150),
              random.nextDouble(6, 30),
              random.nextDouble(6, 30),
              random.nextDouble(8, 45),
              random.nextDouble(180),
              2),
          Tissue.GAS);
    }
  }
}
