package org.trabecula.simulation.decoy;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.decoy.Canvas.Placement;
import org.trabecula.simulation.physics.Plane;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.CollimatedField;

/**
 * A scene that is neither a lumbar spine nor a hip.
 *
 * @param kind what it shows
 * @param masses areal masses over the image
 * @param field what the collimator leaves open
 */
public record Decoy(DecoyKind kind, ArealMasses masses, CollimatedField field) {
  private static final double FEWEST_PIXELS = 264;

  /** Draws a scene; the pixel pitch varies about the one asked for. */
  public static Decoy draw(double pitchMm, RandomGenerator random) {
    DecoyKind[] kinds = DecoyKind.values();
    // A quarter are knees and shafts: the films that a clinic mixes up most.
    DecoyKind kind =
        random.nextDouble() < 0.25 ? kinds[random.nextInt(3)] : kinds[random.nextInt(kinds.length)];
    return draw(kind, pitchMm, random);
  }

  /** Draws a scene of a kind. */
  public static Decoy draw(DecoyKind kind, double pitchMm, RandomGenerator random) {
    Plane plane = plane(kind, pitchMm, random);
    Canvas canvas = new Canvas(plane, placement(kind, random));
    paint(kind, canvas, random);
    double openWidth = random.nextDouble() < 0.4 ? 1.2 : random.nextDouble(0.6, 1);
    double openHeight = random.nextDouble() < 0.4 ? 1.2 : random.nextDouble(0.7, 1);
    CollimatedField field =
        new CollimatedField(
            (plane.rows() - 1) / 2.0 * random.nextDouble(0.95, 1.05),
            (plane.columns() - 1) / 2.0 * random.nextDouble(0.95, 1.05),
            plane.rows() * openHeight,
            plane.columns() * openWidth,
            random.nextDouble() < 0.7 ? 0 : 3 * random.nextGaussian());
    return new Decoy(kind, canvas.masses(), field);
  }

  private static Plane plane(DecoyKind kind, double pitchMm, RandomGenerator random) {
    double[] sides =
        switch (kind) {
          case KNEE, SHAFTS, SHOULDER -> new double[] {150, 430, 130, 350};
          case KNEES, CHEST -> new double[] {180, 430, 280, 430};
          case HAND_OR_FOOT, SKULL, NECK -> new double[] {200, 320, 160, 300};
          case LATERAL_SPINE, ABDOMEN -> new double[] {300, 430, 180, 350};
          case PHANTOM, PAGE, NOISE -> new double[] {180, 430, 180, 430};
        };
    double height = random.nextDouble(sides[0], sides[1]);
    double width = random.nextDouble(sides[2], sides[3]);
    double pitch =
        Math.min(pitchMm * random.nextDouble(0.8, 1.25), Math.min(height, width) / FEWEST_PIXELS);
    return new Plane((int) (height / pitch), (int) (width / pitch), pitch);
  }

  private static Placement placement(DecoyKind kind, RandomGenerator random) {
    double quarter = random.nextDouble() < 0.06 ? 90 * random.nextInt(4) : 0;
    double scale =
        switch (kind) {
          case KNEE, KNEES, SHAFTS -> random.nextDouble(0.55, 1.4);
          default -> random.nextDouble(0.85, 1.3);
        };
    return new Placement(
        18 * random.nextGaussian(),
        22 * random.nextGaussian(),
        quarter + 5 * random.nextGaussian(),
        scale,
        random.nextBoolean());
  }

  private static void paint(DecoyKind kind, Canvas canvas, RandomGenerator random) {
    switch (kind) {
      case KNEE -> {
        Limbs limbs = new Limbs(canvas, random);
        if (random.nextDouble() < 0.08) {
          limbs.replacedKnee(canvas);
        } else {
          limbs.knee(canvas);
        }
      }
      case KNEES -> knees(canvas, random);
      case SHAFTS -> new Limbs(canvas, random).shafts(canvas);
      case HAND_OR_FOOT -> new Limbs(canvas, random).rays(canvas);
      case SHOULDER -> new Limbs(canvas, random).shoulder(canvas);
      case CHEST -> new Trunks(canvas, random).chest(canvas);
      case NECK -> new Trunks(canvas, random).neck(canvas);
      case SKULL -> new Trunks(canvas, random).skull(canvas);
      case LATERAL_SPINE -> new Trunks(canvas, random).lateralSpine(canvas);
      case ABDOMEN -> new Trunks(canvas, random).abdomen(canvas);
      case PHANTOM -> new TestObjects(random).phantom(canvas);
      case PAGE -> new TestObjects(random).page(canvas);
      case NOISE -> new TestObjects(random).noise(canvas);
    }
  }

  /** Both knees side by side: one mirrored. */
  private static void knees(Canvas canvas, RandomGenerator random) {
    Limbs limbs = new Limbs(canvas, random);
    double scale = random.nextDouble(0.6, 1.2);
    double apart = random.nextDouble(78, 125) * scale;
    double height = 30 * random.nextGaussian();
    for (int side = -1; side <= 1; side += 2) {
      double turn = 4 * random.nextGaussian();
      limbs.knee(
          canvas.placed(
              new Placement(
                  side * apart,
                  height + 6 * random.nextGaussian(),
                  turn,
                  scale * random.nextDouble(0.97, 1.03),
                  side < 0)));
    }
  }
}
