package org.trabecula.simulation.projection;

import java.util.List;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.anatomy.SoftTissue;
import org.trabecula.simulation.hardware.Bed;
import org.trabecula.simulation.hardware.Crossing;
import org.trabecula.simulation.hardware.HardwareCaster;
import org.trabecula.simulation.hardware.Piece;
import org.trabecula.simulation.skeleton.BoneCaster;
import org.trabecula.simulation.skeleton.BoneRay;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Mineral;
import org.trabecula.simulation.skeleton.RegionRules;
import org.trabecula.simulation.skeleton.Skeleton;

/** The maps of one exposure while they fill. Row blocks may be filled by several threads. */
final class Exposure {
  final float[] mineral;
  final float[] lean;
  final float[] fat;
  final float[] metal;
  private final float[] boneLength;
  private final float[] spine;
  private final float[] rightFemur;
  private final float[] leftFemur;
  private final Anatomy anatomy;
  private final Camera camera;
  private final BoneCaster bones;
  private final BodyCaster soft;
  private final HardwareCaster hardware;
  private final ArmCaster arms;
  private final float[] displaced;

  Exposure(Anatomy anatomy, Camera camera, double legTurnDegrees) {
    this.anatomy = anatomy;
    this.camera = camera;
    this.bones = new BoneCaster(anatomy.operated(), camera, anatomy.landmarks(), legTurnDegrees);
    soft = new BodyCaster(camera, anatomy.softTissue());
    int pixels = camera.rows() * camera.columns();
    mineral = new float[pixels];
    lean = new float[pixels];
    fat = new float[pixels];
    metal = new float[pixels];
    boneLength = new float[pixels];
    displaced = new float[pixels];
    hardware = new HardwareCaster(camera, posed(anatomy, legTurnDegrees));
    arms = new ArmCaster(anatomy, camera);
    spine = new float[pixels];
    rightFemur = new float[pixels];
    leftFemur = new float[pixels];
  }

  /** Implants of the legs turn with them. */
  private static List<Piece> posed(Anatomy anatomy, double legTurnDegrees) {
    Landmarks marks = anatomy.landmarks();
    double turn = Math.toRadians(legTurnDegrees);
    return anatomy.hardware().stream()
        .map(piece ->
            switch (piece.carrier()) {
              case TRUNK -> piece;
              case RIGHT_LEG -> piece.turnedAboutZ(marks.rightHip().head(), -turn);
              case LEFT_LEG -> piece.turnedAboutZ(marks.leftHip().head(), turn);
            })
        .toList();
  }

  void rows(int from, int to) {
    soft.cast(from, to);
    bones.cast(from, to, kind -> true, this::bone);
    hardware.cast(from, to, this::implant);
    SoftTissue tissue = anatomy.softTissue();
    double share = tissue.leanShare();
    int end = to * camera.columns();
    for (int i = from * camera.columns(); i < end; i++) {
      // Bone displaces first the mixture, then organs.
      double rest = Math.max(0, soft.within[i] - soft.gas[i] - boneLength[i] - displaced[i]);
      double organ = Math.min(soft.lean[i], rest);
      double pad = Math.min(soft.fat[i], rest - organ);
      double mixture = rest - organ - pad;
      double layer = soft.body[i] - soft.within[i];
      lean[i] += (float) (0.1 * TissueDensity.LEAN * (organ + share * mixture));
      fat[i] += (float) (0.1 * TissueDensity.FAT * (layer + pad + (1 - share) * mixture));
    }
    if (!arms.isEmpty()) {
      arms.cast(from, to, this::apatite);
      for (int i = from * camera.columns(); i < end; i++) {
        lean[i] += arms.lean(i);
        fat[i] += arms.fat(i);
      }
    }
  }

  /** What metal lies in is not there any more, as far as the ray met as much of it. */
  private void implant(int pixel, Crossing crossing) {
    metal[pixel] = (float) crossing.massGramPerCm2();
    displaced[pixel] = (float) crossing.lengthMm(Bed.TISSUE);
    double whole = boneLength[pixel];
    if (whole > 0) {
      double bone = Math.min(crossing.lengthMm(Bed.BONE), whole);
      double canal = Math.min(crossing.lengthMm(Bed.CANAL), whole - bone);
      float kept = (float) (1 - bone / whole);
      float marrow = (float) (1 - (bone + canal) / whole);
      mineral[pixel] *= kept;
      lean[pixel] *= marrow;
      fat[pixel] *= marrow;
    }
  }

  private void bone(int pixel, Skeleton.Bone bone, BoneRay ray) {
    double apatite = apatite(pixel, bone, ray);
    boneLength[pixel] += (float) ray.boneMm();
    switch (bone.kind()) {
      case VERTEBRA -> spine[pixel] += (float) apatite;
      case RIGHT_FEMUR -> rightFemur[pixel] += (float) apatite;
      case LEFT_FEMUR -> leftFemur[pixel] += (float) apatite;
      default -> {}
    }
  }

  /** Adds what a bone holds, and tells its mineral, g/cm². */
  private double apatite(int pixel, Skeleton.Bone bone, BoneRay ray) {
    Mineral.Pair main = anatomy.mineral().of(bone.kind().main());
    Mineral.Pair second = anatomy.mineral().of(bone.kind().second());
    double apatite =
        0.1
            * (main.cortical() * ray.cortexMainMm()
                + second.cortical() * ray.cortexSecondMm()
                + main.trabecular() * ray.trabecularMainMm()
                + second.trabecular() * ray.trabecularSecondMm());
    double matrix = TissueDensity.MATRIX * apatite;
    double volume =
        0.1 * ray.boneMm() - apatite / TissueDensity.APATITE - matrix / TissueDensity.ORGANIC;
    double marrow = Math.max(0, volume);
    double yellow = anatomy.softTissue().marrowFat();
    mineral[pixel] += (float) apatite;
    lean[pixel] += (float) (matrix + TissueDensity.LEAN * (1 - yellow) * marrow);
    fat[pixel] += (float) (TissueDensity.FAT * yellow * marrow);
    return apatite;
  }

  /** Region flags, once all rows are filled. */
  byte[] regions() {
    byte[] flags = new byte[mineral.length];
    RegionRules rules = new RegionRules(camera, anatomy.landmarks(), bones);
    for (int pixel = 0; pixel < flags.length; pixel++) {
      int row = pixel / camera.columns();
      int column = pixel % camera.columns();
      int flag = 0;
      if (spine[pixel] >= RegionRules.THRESHOLD) {
        flag = flag(rules.vertebra(row, column));
      }
      if (rightFemur[pixel] >= RegionRules.THRESHOLD) {
        flag |= RegionMap.hipFlags(rules.hip(true, row, column));
      }
      if (leftFemur[pixel] >= RegionRules.THRESHOLD) {
        flag |= RegionMap.hipFlags(rules.hip(false, row, column));
      }
      if (metal[pixel] > RegionMap.LEAST_METAL) {
        flag |= RegionMap.METAL;
      }
      flags[pixel] = (byte) flag;
    }
    return flags;
  }

  private static int flag(int vertebra) {
    return vertebra < 0 ? 0 : RegionMap.bit(Site.VERTEBRAE.get(vertebra));
  }
}
