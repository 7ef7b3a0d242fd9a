package org.trabecula.simulation.dxa;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.skeleton.BoneCaster;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.BoneRay;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.DensityGroup;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Mineral;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.RegionRules;
import org.trabecula.simulation.skeleton.Skeleton;

/**
 * One subject on the densitometer's table: how much cortex and trabecular bone of each density
 * group lies over every pixel. The densities themselves come in only when it is {@linkplain #read
 * read}, so that they can be solved for.
 */
public final class DxaScan {
  /** Pixel of the densitometer, mm. */
  static final double PITCH_MM = 1.0;

  private static final DensityGroup[] GROUPS = DensityGroup.values();
  private static final int AROUND_MM = 12;

  private final Part spine;
  private final Part hip;
  private final List<Landmarks.Vertebra> vertebrae;

  private DxaScan(Part spine, Part hip, List<Landmarks.Vertebra> vertebrae) {
    this.spine = spine;
    this.hip = hip;
    this.vertebrae = vertebrae;
  }

  /** Scans the spine, and the hip of one side with its neck parallel to the table. */
  public static DxaScan of(Skeleton skeleton, Landmarks marks, boolean rightHip) {
    Part spine = new Part(spineCamera(marks), BoneKind.VERTEBRA);
    spine.scan(
        skeleton,
        marks,
        // The table's operator leaves the sacrum out; ribs and calcified vessels count.
        List.of(BoneKind.VERTEBRA, BoneKind.RIB, BoneKind.PLAQUE));
    BoneKind femur = rightHip ? BoneKind.RIGHT_FEMUR : BoneKind.LEFT_FEMUR;
    Part hip = new Part(hipCamera(rightHip ? marks.rightHip() : marks.leftHip()), femur);
    // The pelvis is erased, as a densitometer's operator does.
    hip.scan(skeleton, marks, List.of(femur));
    return new DxaScan(spine, hip, marks.vertebrae());
  }

  private static Camera spineCamera(Landmarks marks) {
    double left = Double.NEGATIVE_INFINITY;
    double right = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    for (Landmarks.Vertebra v : marks.vertebrae()) {
      for (Point p : List.of(v.topLeft(), v.topRight(), v.bottomLeft(), v.bottomRight())) {
        left = Math.max(left, p.x());
        right = Math.min(right, p.x());
        top = Math.max(top, p.z());
        bottom = Math.min(bottom, p.z());
      }
    }
    return camera(new Point(right - 2, 0, top + 2), new Point(left + 2, 0, bottom - 2));
  }

  private static Camera hipCamera(Landmarks.Hip hip) {
    double x = hip.head().x();
    double reach = 100 * Math.signum(x);
    return camera(
        new Point(Math.min(x - 0.2 * reach, x + reach), 0, hip.head().z() + 40),
        new Point(Math.max(x - 0.2 * reach, x + reach), 0, hip.shaftEnd().z() - AROUND_MM));
  }

  private static Camera camera(Point topRight, Point bottomLeft) {
    int rows = (int) Math.ceil((topRight.z() - bottomLeft.z()) / PITCH_MM);
    int columns = (int) Math.ceil((bottomLeft.x() - topRight.x()) / PITCH_MM);
    return new Camera(
        rows,
        columns,
        PITCH_MM,
        topRight.plus(new Point(0, 0, 0)),
        new Point(1, 0, 0),
        new Point(0, 0, -1),
        Optional.empty());
  }

  /** What the scan shows under given densities. */
  public DxaResult read(Mineral mineral) {
    Map<Site, SiteReading> readings = new EnumMap<>(Site.class);
    Sums lumbar = spine.sums(mineral);
    for (int i = 0; i < vertebrae.size(); i++) {
      readings.put(vertebrae.get(i).site(), lumbar.reading(1 << i));
    }
    readings.put(Site.L1_L4, lumbar.reading(assessable(0b1111)));
    readings.put(Site.L2_L4, lumbar.reading(assessable(0b1110)));
    Sums femur = hip.sums(mineral);
    readings.put(Site.FEMORAL_NECK, femur.reading(1 << RegionRules.HipPart.NECK.ordinal()));
    readings.put(Site.TROCHANTER, femur.reading(1 << RegionRules.HipPart.TROCHANTER.ordinal()));
    readings.put(Site.TOTAL_HIP, femur.reading(0b1110));
    Set<Site> assessable =
        vertebrae.stream()
            .filter(Landmarks.Vertebra::assessable)
            .map(Landmarks.Vertebra::site)
            .collect(Collectors.toUnmodifiableSet());
    return new DxaResult(readings, assessable);
  }

  /** The areal density of one site under given densities, g/cm². */
  public double bmd(Site site, Mineral mineral) {
    int regions =
        switch (site) {
          case L1, L2, L3, L4 -> 1 << Site.VERTEBRAE.indexOf(site);
          case L1_L4 -> assessable(0b1111);
          case L2_L4 -> assessable(0b1110);
          case FEMORAL_NECK -> 1 << RegionRules.HipPart.NECK.ordinal();
          case TROCHANTER -> 1 << RegionRules.HipPart.TROCHANTER.ordinal();
          case TOTAL_HIP -> 0b1110;
        };
    return (site.isLumbar() ? spine : hip).sums(mineral).reading(regions).bmd();
  }

  /** Of some vertebrae those that count; all of them where a clinic would have none left. */
  private int assessable(int wanted) {
    int kept = 0;
    for (int i = 0; i < vertebrae.size(); i++) {
      kept |= vertebrae.get(i).assessable() ? 1 << i : 0;
    }
    int both = wanted & kept;
    return both == 0 ? wanted : both;
  }

  /** Content and area by region. */
  private record Sums(List<Double> contents, List<Double> areas) {
    SiteReading reading(int regions) {
      double content = 0;
      double area = 0;
      for (int i = 0; i < contents.size(); i++) {
        if ((regions >> i & 1) == 1) {
          content += contents.get(i);
          area += areas.get(i);
        }
      }
      return new SiteReading(content, area);
    }
  }

  /** One region of the body with its maps. */
  private static final class Part {
    private static final int REGIONS = 4;
    private static final double CM2 = PITCH_MM * PITCH_MM / 100;

    private final Camera camera;
    private final BoneKind measured;
    private final byte[] region;
    // By group: lengths through the measured bone and through all bones, cm.
    private final float[][] ownCortex = new float[GROUPS.length][];
    private final float[][] ownTrabecular = new float[GROUPS.length][];
    private final float[] otherCortex;
    private final float[] otherTrabecular;
    private final float[] plaque;

    Part(Camera camera, BoneKind measured) {
      this.camera = camera;
      this.measured = measured;
      int pixels = camera.rows() * camera.columns();
      region = new byte[pixels];
      otherCortex = new float[pixels];
      otherTrabecular = new float[pixels];
      plaque = new float[pixels];
      for (DensityGroup group : List.of(measured.main(), measured.second())) {
        ownCortex[group.ordinal()] = new float[pixels];
        ownTrabecular[group.ordinal()] = new float[pixels];
      }
    }

    void scan(Skeleton skeleton, Landmarks marks, List<BoneKind> kinds) {
      BoneCaster caster = new BoneCaster(skeleton, camera, marks, 0);
      caster.cast(0, camera.rows(), kinds::contains, this::collect);
      RegionRules rules = new RegionRules(camera, marks, caster);
      for (int pixel = 0; pixel < region.length; pixel++) {
        int row = pixel / camera.columns();
        int column = pixel % camera.columns();
        region[pixel] =
            (byte)
                (measured.isFemur()
                    ? rules.hip(measured == BoneKind.RIGHT_FEMUR, row, column).ordinal()
                    : rules.vertebra(row, column));
        if (measured.isFemur() && region[pixel] == 0) {
          region[pixel] = -1;
        }
      }
    }

    private void collect(int pixel, Skeleton.Bone bone, BoneRay ray) {
      if (bone.kind() == measured) {
        int main = measured.main().ordinal();
        int second = measured.second().ordinal();
        ownCortex[main][pixel] += (float) (0.1 * ray.cortexMainMm());
        ownCortex[second][pixel] += (float) (0.1 * ray.cortexSecondMm());
        ownTrabecular[main][pixel] += (float) (0.1 * ray.trabecularMainMm());
        ownTrabecular[second][pixel] += (float) (0.1 * ray.trabecularSecondMm());
      } else if (bone.kind() == BoneKind.PLAQUE) {
        plaque[pixel] += (float) (0.1 * ray.boneMm());
      } else {
        otherCortex[pixel] += (float) (0.1 * ray.cortexMainMm());
        otherTrabecular[pixel] += (float) (0.1 * ray.trabecularMainMm());
      }
    }

    Sums sums(Mineral mineral) {
      double[] content = new double[REGIONS];
      double[] area = new double[REGIONS];
      Mineral.Pair main = mineral.of(measured.main());
      Mineral.Pair second = mineral.of(measured.second());
      Mineral.Pair other = mineral.of(DensityGroup.OTHER);
      double wall = mineral.of(DensityGroup.CALCIFICATION).cortical();
      float[] mainCortex = ownCortex[measured.main().ordinal()];
      float[] mainTrabecular = ownTrabecular[measured.main().ordinal()];
      boolean two = measured.main() != measured.second();
      float[] secondCortex = ownCortex[measured.second().ordinal()];
      float[] secondTrabecular = ownTrabecular[measured.second().ordinal()];
      for (int i = 0; i < region.length; i++) {
        if (region[i] < 0) {
          continue;
        }
        double own = main.cortical() * mainCortex[i] + main.trabecular() * mainTrabecular[i];
        if (two) {
          own += second.cortical() * secondCortex[i] + second.trabecular() * secondTrabecular[i];
        }
        if (own >= RegionRules.THRESHOLD) {
          content[region[i]] +=
              CM2
                  * (own
                      + other.cortical() * otherCortex[i]
                      + other.trabecular() * otherTrabecular[i]
                      + wall * plaque[i]);
          area[region[i]] += CM2;
        }
      }
      return new Sums(boxed(content), boxed(area));
    }

    private static List<Double> boxed(double[] values) {
      return java.util.Arrays.stream(values).boxed().toList();
    }
  }
}
