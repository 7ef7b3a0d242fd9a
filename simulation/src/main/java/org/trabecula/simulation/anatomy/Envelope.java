package org.trabecula.simulation.anatomy;

/**
 * The skin as two height fields over the coronal plane, trunk and thighs; a second one, a little
 * inside, bounds the fat layer.
 */
public final class Envelope {
  private static final int TABLE = 512;
  private static final double[] ROUND = table(2.3);
  private static final double[] FLAT = table(3.2);

  /** Height over which the trunk goes over into the thighs, mm. */
  private static final double FORK = 150;

  /**
   * Measures of the skin, mm.
   *
   * @param chest half width at the lower ribs
   * @param waist half width at L3
   * @param hips half width at the hip joints
   * @param depth half depth of the trunk
   * @param centreY middle of the trunk from front to back
   * @param hipZ height of the hip joints
   */
  record Measures(
      double chest, double waist, double hips, double depth, double centreY, double hipZ) {}

  private final Measures m;
  private final double inset;

  Envelope(Measures measures, double inset) {
    this.m = measures;
    this.inset = inset;
  }

  /** Largest y inside at a place of the coronal plane. */
  public double front(double x, double z) {
    return m.centreY() + depth(x, z, ROUND, 0.92);
  }

  /** Smallest y inside at a place of the coronal plane; the front's where nothing is inside. */
  public double back(double x, double z) {
    return m.centreY() - depth(x, z, FLAT, 0.88);
  }

  private double depth(double x, double z, double[] table, double thighShare) {
    double fork = Math.clamp((m.hipZ() + 60 - z) / FORK, 0, 1);
    fork = fork * fork * (3 - 2 * fork);
    double thighDepth = Math.min(m.depth() * thighShare, 0.62 * m.hips());
    double legs = (fork * thighDepth + (1 - fork) * m.depth()) - inset;
    double trunk = 0;
    if (fork < 1) {
      double u = x / (width(z) - inset);
      // The perineum closes the trunk with a rounded floor.
      trunk = legs * Math.sqrt(1 - fork * fork * fork * fork) * lookUp(table, u * u);
    }
    if (fork <= 0) {
      return trunk;
    }
    double below = Math.max(0, m.hipZ() - z);
    double half = 0.50 * m.hips() * (1 - 0.0008 * below);
    double u = (Math.abs(x) - m.hips() * 0.515 + 0.0002 * below * m.hips()) / (half - inset);
    double thigh = legs * Math.sin(0.5 * Math.PI * fork) * lookUp(ROUND, u * u);
    // A soft maximum: only a shallow groin remains between trunk and thigh.
    double t2 = trunk * trunk;
    double l2 = thigh * thigh;
    return Math.sqrt(Math.sqrt(t2 * t2 + l2 * l2));
  }

  /** Half width of the trunk at a height. */
  private double width(double z) {
    double toHip = Math.clamp((20 - z) / (20 - m.hipZ()), 0, 1);
    double toChest = Math.clamp((z - 20) / 120, 0, 1);
    double hip = Math.sin(0.5 * Math.PI * toHip);
    double chest = toChest * toChest * (3 - 2 * toChest);
    return m.waist() + hip * (m.hips() - m.waist()) + chest * (m.chest() - m.waist());
  }

  private static double lookUp(double[] table, double square) {
    if (square >= 1) {
      return 0;
    }
    double at = Math.sqrt(1 - square) * (TABLE - 1);
    int below = Math.min((int) at, TABLE - 2);
    return table[below] + (at - below) * (table[below + 1] - table[below]);
  }

  /** (1 - u^n)^(1/n) by sqrt(1 - u²), in which its steep edge is gentle. */
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
