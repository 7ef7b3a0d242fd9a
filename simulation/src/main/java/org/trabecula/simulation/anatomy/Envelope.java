package org.trabecula.simulation.anatomy;

/**
 * The skin as two height fields over the coronal plane: trunk and thighs. A second one, a little
 * inside, bounds the fat layer.
 */
public final class Envelope {
  private static final int TABLE = 512;
  private static final double[] ROUND = table(2.3);
  private static final double[] FLAT = table(3.2);

  private final double halfWidth;
  private final double front;
  private final double back;
  private final double centreY;
  private final double waistZ;
  private final double hipZ;
  private final double hipX;
  private final double thigh;
  private final double inset;

  /**
   * @param trunk half width, depth to the front, depth to the back from {@code centreY}, mm
   * @param centreY depth of the widest section
   * @param hips x, z of the hip joint and half width of a thigh, mm
   * @param inset how far inside the skin, mm
   */
  Envelope(double[] trunk, double centreY, double[] hips, double inset) {
    halfWidth = trunk[0];
    front = trunk[1];
    back = trunk[2];
    this.centreY = centreY;
    hipX = hips[0];
    hipZ = hips[1];
    thigh = hips[2];
    this.inset = inset;
    waistZ = 20;
  }

  /** Largest y inside at a place of the coronal plane; below {@link #back} where there is none. */
  public double front(double x, double z) {
    double trunk = trunk(x, z, ROUND, front - inset);
    return centreY + Math.max(trunk, thigh(x, z, front * 0.85 - inset));
  }

  /** Smallest y inside at a place of the coronal plane. */
  public double back(double x, double z) {
    double trunk = trunk(x, z, FLAT, back - inset);
    return centreY - Math.max(trunk, thigh(x, z, back * 0.9 - inset));
  }

  private double trunk(double x, double z, double[] table, double depth) {
    double below = z - (hipZ - 62);
    if (below < 0) {
      // The perineum closes the trunk with a rounded floor.
      double deep = -below / 45;
      depth *= deep >= 1 ? 0 : Math.sqrt(1 - deep * deep);
    }
    double u = x / (width(z) - inset);
    return depth * lookUp(table, u * u);
  }

  /** Half width of the trunk at a height: waist, hips and chest. */
  private double width(double z) {
    double toHip = Math.clamp((waistZ - z) / (waistZ - hipZ), 0, 1);
    double toChest = Math.clamp((z - waistZ) / 160, 0, 1);
    return halfWidth * (1 + 0.10 * toHip * toHip * (3 - 2 * toHip) + 0.06 * toChest * toChest);
  }

  private double thigh(double x, double z, double depth) {
    double below = hipZ + 20 - z;
    if (below < 0) {
      return 0;
    }
    double taper = 1 - 0.0007 * below;
    double u = (Math.abs(x) - hipX * 1.08) / (thigh * taper - inset);
    double grown = Math.min(1, below / 60);
    return depth * taper * Math.sqrt(grown) * lookUp(ROUND, u * u);
  }

  private static double lookUp(double[] table, double square) {
    if (square >= 1) {
      return 0;
    }
    double at = Math.sqrt(1 - square) * (TABLE - 1);
    int below = Math.min((int) at, TABLE - 2);
    return table[below] + (at - below) * (table[below + 1] - table[below]);
  }

  /** (1 - u^n)^(1/n) over sqrt(1 - u²), which takes the steep edge out of the table. */
  private static double[] table(double power) {
    double[] table = new double[TABLE];
    for (int i = 0; i < TABLE; i++) {
      double cosine = (double) i / (TABLE - 1);
      double u = Math.sqrt(1 - cosine * cosine);
      table[i] = Math.pow(Math.max(0, 1 - Math.pow(u, power)), 1 / power);
    }
    return table;
  }
}
