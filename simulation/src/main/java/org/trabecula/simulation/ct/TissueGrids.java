package org.trabecula.simulation.ct;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.trabecula.simulation.skeleton.Point;

/**
 * The materials of a body, voxel by voxel, cut to the person.
 *
 * @param mineral hydroxyapatite, and what of it belongs to the measured bone, g/cm³
 * @param soft lean tissue and fat, g/cm³
 * @param metal metal, g/cm³, if there is any
 * @param metalMm3 volume of all metal
 * @param measuredMetalMm3 of it in the measured bone
 * @param thicknessCm body from front to back through the origin
 */
record TissueGrids(
    PairGrid mineral,
    PairGrid soft,
    Optional<PairGrid> metal,
    double metalMm3,
    double measuredMetalMm3,
    double thicknessCm) {

  /** Voxels are averaged in blocks where they are finer than half of this, mm. */
  private static final double FINE_MM = 0.75;

  /**
   * Or where there would be more than this many: up to 40 bytes are kept for each, 16 without
   * halves.
   */
  private static final long MOST_VOXELS = 64_000_000L;

  /**
   * Voxels wider or higher than this are not halved, mm [K]: those of 3 mm left the halves' lattice
   * as stripes on films.
   */
  private static final double HALVED_MM = 1.0;

  static TissueGrids of(
      CtVolume ct, LabelVolume labels, BodyMask person, HuCalibration calibration, Part part) {
    Cut cut = Cut.of(ct.grid(), person);
    Voxels voxels = new Voxels(ct, labels, person, new Composition(calibration), part);
    LongAdder metal = new LongAdder();
    LongAdder measured = new LongAdder();
    cut.count(voxels, metal, measured);
    double mm3 = ct.grid().voxelMm3();
    return new TissueGrids(
        mineral(cut.target(), cut.source(voxels::mineral, voxels::own)),
        PairGrid.of(cut.target(), cut.source(voxels::lean, voxels::fat)),
        metal.sum() > 0
            ? Optional.of(PairGrid.of(cut.target(), cut.source(voxels::metal, (i, j, k) -> 0)))
            : Optional.empty(),
        metal.sum() * mm3,
        measured.sum() * mm3,
        thicknessCm(ct.grid(), person));
  }

  /** Cortex is thinner than voxels; soft tissue has no sheets that a film shows. */
  private static PairGrid mineral(VoxelGrid grid, PairGrid.Source source) {
    boolean fine = Math.max(grid.stepAcross().length(), grid.stepUp().length()) <= HALVED_MM;
    return fine ? PairGrid.halved(grid, source) : PairGrid.of(grid, source);
  }

  private static double thicknessCm(VoxelGrid grid, BodyMask person) {
    Point middle = grid.index(Point.ORIGIN);
    int i = Math.clamp(Math.round(middle.x()), 0, grid.across() - 1);
    int k = Math.clamp(Math.round(middle.z()), 0, grid.up() - 1);
    int first = grid.front();
    int last = -1;
    for (int j = 0; j < grid.front(); j++) {
      if (person.contains(i, j, k)) {
        first = Math.min(first, j);
        last = j;
      }
    }
    return Math.max(0, last - first + 1) * grid.stepFront().length() / 10;
  }

  /** A density of one voxel, g/cm³. */
  @FunctionalInterface
  private interface Density {
    float at(int i, int j, int k);
  }

  /** What each voxel of the scan is made of. */
  private record Voxels(
      CtVolume ct, LabelVolume labels, BodyMask person, Composition composition, Part part) {

    private Composition.Kind kind(int i, int j, int k) {
      return Composition.Kind.of(labels.at(i, j, k));
    }

    float mineral(int i, int j, int k) {
      return person.contains(i, j, k) ? composition.mineral(kind(i, j, k), ct.at(i, j, k)) : 0;
    }

    float own(int i, int j, int k) {
      float mineral = mineral(i, j, k);
      return mineral > 0 && isOwn(i, j, k) ? mineral : 0;
    }

    float lean(int i, int j, int k) {
      return person.contains(i, j, k) ? composition.lean(kind(i, j, k), ct.at(i, j, k)) : 0;
    }

    float fat(int i, int j, int k) {
      return person.contains(i, j, k) ? composition.fat(kind(i, j, k), ct.at(i, j, k)) : 0;
    }

    float metal(int i, int j, int k) {
      return person.contains(i, j, k) ? Composition.metal(ct.at(i, j, k)) : 0;
    }

    /** Labels tend to end inside the surface: unlabelled neighbours belong to the bone too. */
    boolean isOwn(int i, int j, int k) {
      int label = labels.at(i, j, k);
      if (part.measures(label)) {
        return true;
      }
      return !Structures.isBone(label)
          && (part.measures(labels.at(i - 1, j, k))
              || part.measures(labels.at(i + 1, j, k))
              || part.measures(labels.at(i, j - 1, k))
              || part.measures(labels.at(i, j + 1, k))
              || part.measures(labels.at(i, j, k - 1))
              || part.measures(labels.at(i, j, k + 1)));
    }
  }

  /**
   * The box around the person, in blocks of voxels.
   *
   * @param target the blocks
   * @param fromAcross first voxel of the scan
   * @param fromFront first voxel of the scan
   * @param block voxels of the scan along each side of a block
   */
  private record Cut(VoxelGrid target, int fromAcross, int fromFront, Block block) {

    /** Voxels that become one. */
    private record Block(int across, int front, int up) {
      int voxels() {
        return across * front * up;
      }
    }

    static Cut of(VoxelGrid scan, BodyMask person) {
      int[] range = person.range(scan);
      VoxelGrid box =
          new VoxelGrid(
              range[1] - range[0] + 1,
              range[3] - range[2] + 1,
              scan.up(),
              scan.at(range[0], range[2], 0),
              scan.stepAcross(),
              scan.stepFront(),
              scan.stepUp());
      int across = blocks(box.stepAcross().length());
      int front = blocks(box.stepFront().length());
      int up = blocks(box.stepUp().length());
      while (box.voxels() / ((long) across * front * up) > MOST_VOXELS) {
        double width = across * box.stepAcross().length();
        double depth = front * box.stepFront().length();
        double height = up * box.stepUp().length();
        if (depth <= width && depth <= height) {
          front++;
        } else if (height <= width) {
          up++;
        } else {
          across++;
        }
      }
      return new Cut(
          box.coarser(across, front, up), range[0], range[2], new Block(across, front, up));
    }

    private static int blocks(double mm) {
      return (int) Math.max(1, Math.floor(FINE_MM / mm + 1e-9));
    }

    PairGrid.Source source(Density first, Density second) {
      return (j, values) -> fill(j, values, first, second);
    }

    private boolean fill(int plane, float[] values, Density first, Density second) {
      boolean any = false;
      for (int z = 0; z < target.up(); z++) {
        for (int x = 0; x < target.across(); x++) {
          float one = 0;
          float other = 0;
          for (int n = 0; n < block.voxels(); n++) {
            int i = fromAcross + x * block.across + n % block.across;
            int j = fromFront + plane * block.front + n / block.across % block.front;
            int k = z * block.up + n / block.across / block.front;
            one += first.at(i, j, k);
            other += second.at(i, j, k);
          }
          int at = 2 * (z * target.across() + x);
          values[at] = one / block.voxels();
          values[at + 1] = other / block.voxels();
          any |= one > 0 || other > 0;
        }
      }
      return any;
    }

    void count(Voxels voxels, LongAdder metal, LongAdder measured) {
      VoxelGrid scan = voxels.ct.grid();
      IntStream.range(0, scan.front())
          .parallel()
          .forEach(j -> {
            short[] plane = voxels.ct.plane(j);
            for (int at = 0; at < plane.length; at++) {
              if (plane[at] >= Composition.METAL_HU) {
                int i = at % scan.across();
                int k = at / scan.across();
                if (voxels.person.contains(i, j, k)) {
                  metal.increment();
                  if (voxels.isOwn(i, j, k)) {
                    measured.increment();
                  }
                }
              }
            }
          });
    }
  }
}
