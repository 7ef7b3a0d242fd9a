package org.trabecula.simulation.projection;

import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.skeleton.BoneCaster;
import org.trabecula.simulation.skeleton.Camera;

/** Arms beside the trunk: their flesh and, within it, their bones. They belong to no region. */
final class ArmCaster {
  private final BoneCaster flesh;
  private final BoneCaster bones;
  private final float[] muscle;
  private final float[] fat;
  private final float[] boneLength;

  ArmCaster(Anatomy anatomy, Camera camera) {
    flesh = new BoneCaster(anatomy.armFlesh(), camera, anatomy.landmarks(), 0);
    bones = new BoneCaster(anatomy.armBones(), camera, anatomy.landmarks(), 0);
    int pixels = anatomy.armFlesh().bones().isEmpty() ? 0 : camera.rows() * camera.columns();
    muscle = new float[pixels];
    fat = new float[pixels];
    boneLength = new float[pixels];
  }

  /** Whether there is nothing to cast. */
  boolean isEmpty() {
    return muscle.length == 0;
  }

  /**
   * Casts a block of rows.
   *
   * @param mineral takes what the arms' bones hold
   */
  void cast(int from, int to, BoneCaster.Sink mineral) {
    flesh.cast(
        from,
        to,
        kind -> true,
        (pixel, part, ray) -> {
          // The muscles of neighbouring parts overlap where a joint is: the longer counts.
          muscle[pixel] = Math.max(muscle[pixel], (float) ray.marrowMm());
          fat[pixel] = Math.max(fat[pixel], (float) (ray.boneMm() - ray.marrowMm()));
        });
    bones.cast(
        from,
        to,
        kind -> true,
        (pixel, part, ray) -> {
          boneLength[pixel] += (float) ray.boneMm();
          mineral.accept(pixel, part, ray);
        });
  }

  /** Areal mass of muscle, g/cm². */
  float lean(int pixel) {
    float left = Math.max(0, muscle[pixel] - boneLength[pixel]);
    return (float) (0.1 * TissueDensity.LEAN * left);
  }

  /** Areal mass of skin and the fat under it, g/cm². */
  float fat(int pixel) {
    return (float) (0.1 * TissueDensity.FAT * fat[pixel]);
  }
}
