package org.trabecula.simulation.ct;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which voxels belong to the person, in blocks of about 3 mm: the largest connected tissue, what it
 * encloses in any axial slice (lungs, bowel gas), and a rim for the partial volume of the skin.
 * Table, mattress and the air around are left out; what touches the skin over more than the rim is
 * not.
 */
final class BodyMask {
  private static final double BLOCK_MM = 3;
  private static final int TISSUE_HU = -350;

  private final int byAcross;
  private final int byFront;
  private final int byUp;
  private final int across;
  private final int front;
  private final int up;
  // By block, across fastest, then front, then up: axial slices are contiguous.
  private boolean[] inside;

  private BodyMask(VoxelGrid grid) {
    byAcross = blocks(grid.stepAcross().length());
    byFront = blocks(grid.stepFront().length());
    byUp = blocks(grid.stepUp().length());
    across = (grid.across() + byAcross - 1) / byAcross;
    front = (grid.front() + byFront - 1) / byFront;
    up = (grid.up() + byUp - 1) / byUp;
    inside = new boolean[across * front * up];
  }

  private static int blocks(double mm) {
    return (int) Math.max(1, Math.round(BLOCK_MM / mm));
  }

  /**
   * Finds the person.
   *
   * @throws UnusableCtException if there is none
   */
  static BodyMask of(CtVolume ct) throws UnusableCtException {
    BodyMask mask = new BodyMask(ct.grid());
    mask.threshold(ct);
    boolean[] tissue = mask.inside.clone();
    // Erosion parts the person from what only touches; the dilation gives back what it took.
    mask.inside = mask.grown(mask.inside, false);
    mask.keepLargest();
    mask.inside = mask.grown(mask.inside, true);
    for (int i = 0; i < tissue.length; i++) {
      mask.inside[i] &= tissue[i];
    }
    mask.fillSlices();
    mask.inside = mask.grown(mask.inside, true);
    return mask;
  }

  /** Whether a voxel belongs to the person. */
  boolean contains(int i, int j, int k) {
    return inside[((k / byUp) * front + j / byFront) * across + i / byAcross];
  }

  /** First and last voxel across, first and last to the front, of the box around the person. */
  int[] range(VoxelGrid grid) {
    int[] range = {across, -1, front, -1};
    for (int at = 0; at < inside.length; at++) {
      if (inside[at]) {
        int x = at % across;
        int y = at / across % front;
        range[0] = Math.min(range[0], x);
        range[1] = Math.max(range[1], x);
        range[2] = Math.min(range[2], y);
        range[3] = Math.max(range[3], y);
      }
    }
    return new int[] {
      range[0] * byAcross,
      Math.min((range[1] + 1) * byAcross, grid.across()) - 1,
      range[2] * byFront,
      Math.min((range[3] + 1) * byFront, grid.front()) - 1
    };
  }

  private void threshold(CtVolume ct) {
    VoxelGrid grid = ct.grid();
    IntStream.range(0, front)
        .parallel()
        .forEach(y -> {
          for (int z = 0; z < up; z++) {
            for (int x = 0; x < across; x++) {
              inside[(z * front + y) * across + x] = mean(ct, grid, x, y, z) > TISSUE_HU;
            }
          }
        });
  }

  private double mean(CtVolume ct, VoxelGrid grid, int x, int y, int z) {
    double sum = 0;
    int n = 0;
    for (int j = y * byFront; j < Math.min(grid.front(), (y + 1) * byFront); j++) {
      for (int k = z * byUp; k < Math.min(grid.up(), (z + 1) * byUp); k++) {
        for (int i = x * byAcross; i < Math.min(grid.across(), (x + 1) * byAcross); i++) {
          sum += ct.at(i, j, k);
          n++;
        }
      }
    }
    return sum / n;
  }

  /**
   * Grown by one block where {@code value}, shrunk otherwise; the edge of the scan does neither.
   */
  private boolean[] grown(boolean[] blocks, boolean value) {
    boolean[] result = blocks.clone();
    for (int at = 0; at < blocks.length; at++) {
      if (blocks[at] == value) {
        int x = at % across;
        int y = at / across % front;
        int z = at / across / front;
        set(result, x - 1, y, z, value);
        set(result, x + 1, y, z, value);
        set(result, x, y - 1, z, value);
        set(result, x, y + 1, z, value);
        set(result, x, y, z - 1, value);
        set(result, x, y, z + 1, value);
      }
    }
    return result;
  }

  private void set(boolean[] blocks, int x, int y, int z, boolean value) {
    if (x >= 0 && y >= 0 && z >= 0 && x < across && y < front && z < up) {
      blocks[(z * front + y) * across + x] = value;
    }
  }

  private void keepLargest() throws UnusableCtException {
    int[] part = new int[inside.length];
    int parts = 0;
    int largest = 0;
    int most = 0;
    for (int start = 0; start < inside.length; start++) {
      if (inside[start] && part[start] == 0) {
        parts++;
        int size = flood(start, parts, part);
        if (size > most) {
          most = size;
          largest = parts;
        }
      }
    }
    if (most == 0) {
      throw new UnusableCtException("The CT shows no body: nothing in it is as dense as tissue.");
    }
    for (int i = 0; i < inside.length; i++) {
      inside[i] = part[i] == largest;
    }
  }

  private int flood(int start, int number, int[] part) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    part[start] = number;
    open.add(start);
    int size = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      size++;
      int x = at % across;
      int y = at / across % front;
      int z = at / across / front;
      visit(x > 0, at - 1, number, part, open);
      visit(x < across - 1, at + 1, number, part, open);
      visit(y > 0, at - across, number, part, open);
      visit(y < front - 1, at + across, number, part, open);
      visit(z > 0, at - across * front, number, part, open);
      visit(z < up - 1, at + across * front, number, part, open);
    }
    return size;
  }

  private void visit(boolean there, int at, int number, int[] part, ArrayDeque<Integer> open) {
    if (there && inside[at] && part[at] == 0) {
      part[at] = number;
      open.add(at);
    }
  }

  /** Fills what the person encloses in each axial slice. */
  private void fillSlices() {
    int size = across * front;
    boolean[] outside = new boolean[size];
    for (int z = 0; z < up; z++) {
      Arrays.fill(outside, false);
      ArrayDeque<Integer> open = new ArrayDeque<>();
      int base = z * size;
      for (int at = 0; at < size; at++) {
        int x = at % across;
        int y = at / across;
        if (x == 0 || y == 0 || x == across - 1 || y == front - 1) {
          leak(at, base, outside, open);
        }
      }
      while (!open.isEmpty()) {
        int at = open.remove();
        int x = at % across;
        int y = at / across;
        if (x > 0) {
          leak(at - 1, base, outside, open);
        }
        if (x < across - 1) {
          leak(at + 1, base, outside, open);
        }
        if (y > 0) {
          leak(at - across, base, outside, open);
        }
        if (y < front - 1) {
          leak(at + across, base, outside, open);
        }
      }
      for (int at = 0; at < size; at++) {
        inside[base + at] = !outside[at];
      }
    }
  }

  private void leak(int at, int base, boolean[] outside, ArrayDeque<Integer> open) {
    if (!inside[base + at] && !outside[at]) {
      outside[at] = true;
      open.add(at);
    }
  }
}
