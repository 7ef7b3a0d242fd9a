package org.trabecula.simulation.projection;

import java.util.random.RandomGenerator;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/** The protocol's draws of positioning. */
final class PositioningDraw {
  private PositioningDraw() {}

  static Positioning draw(View view, double thicknessCm, RandomGenerator random) {
    double sid = 1000 + 200 * random.nextDouble();
    // The protocol's 4-8 cm from table top to detector; the spine lies about a third of the body
    // above the table.
    double spineAboveTable = 10 * thicknessCm * 0.36;
    double object = 40 + 40 * random.nextDouble() + spineAboveTable;
    double size = random.nextDouble();
    double margin = random.nextDouble() < 0.5 ? 0 : 40 * random.nextDouble();
    double collimator = random.nextDouble() < 0.8 ? 0 : 2 * random.nextGaussian();
    Pose pose = pose(view, random);
    if (view == View.LUMBAR_AP) {
      double width = Math.clamp(200 + 150 * size + 15 * random.nextGaussian(), 200, 350);
      double height = Math.clamp(400 + 30 * size, 380, 430);
      return new Positioning(
          view, Laterality.UNPAIRED, pose, sid, object, height, width, collimator, margin);
    }
    boolean pelvis = random.nextDouble() < 0.2;
    Laterality side = random.nextBoolean() ? Laterality.RIGHT : Laterality.LEFT;
    return pelvis
        ? new Positioning(view, Laterality.BOTH, pose, sid, object, 350, 430, collimator, margin)
        : new Positioning(
            view, side, pose, sid, object, 300 + 130 * size, 240 + 110 * size, collimator, margin);
  }

  private static Pose pose(View view, RandomGenerator random) {
    double hipRotation = view == View.HIP_AP ? 6 + 9 * random.nextGaussian() : 15;
    return new Pose(
        4 * random.nextGaussian(),
        6 * random.nextGaussian(),
        1.5 * random.nextGaussian(),
        15 * random.nextGaussian(),
        15 * random.nextGaussian(),
        Math.clamp(hipRotation, -20, 40));
  }
}
