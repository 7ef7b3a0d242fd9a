package org.trabecula.simulation.ct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfVoxelsTest {
  private static final int WIDE = 40;
  private static final int HIGH = 30;

  /** Empty voxels around what is filled: the border, and what sharpening spreads. */
  private static final int AROUND = 4;

  private final float[] values = new float[2 * WIDE * HIGH];

  private interface Profile {
    double at(int i, int k);
  }

  private float[] halvesOf(Profile profile) {
    for (int k = AROUND; k < HIGH - AROUND; k++) {
      for (int i = AROUND; i < WIDE - AROUND; i++) {
        values[2 * (k * WIDE + i)] = (float) profile.at(i, k);
      }
    }
    return HalfVoxels.of(values, 2 * WIDE);
  }

  /** First density of a half voxel. */
  private static float at(float[] halves, int x, int z) {
    return halves[2 * (z * 2 * WIDE + x)];
  }

  @Test
  void keepTheSum() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] halves = halvesOf((i, k) -> random.nextDouble() * random.nextInt(2));
      double before = 0;
      double after = 0;
      for (float value : values) {
        before += 4 * value;
      }
      for (float half : halves) {
        after += half;
      }
      assertThat(after).isCloseTo(before, within(1e-5 * before));
    }
  }

  @Test
  void continueRampsLinearly() {
    float[] halves = halvesOf((i, k) -> 3 + 0.5 * i + 0.25 * k);
    for (int z = 2 * (AROUND + 4); z < 2 * (HIGH - AROUND - 4); z++) {
      for (int x = 2 * (AROUND + 4); x < 2 * (WIDE - AROUND - 4); x++) {
        double i = x / 2.0 - 0.25;
        double k = z / 2.0 - 0.25;
        assertThat(at(halves, x, z)).isCloseTo((float) (3 + 0.5 * i + 0.25 * k), within(1e-4f));
      }
    }
  }

  @Test
  void putAnEdgeWithinTheVoxelThatHasIt() {
    // The 20th voxel is a quarter full: its right half is, by half.
    float[] halves = halvesOf((i, k) -> i < 20 ? 0 : i == 20 ? 0.25 : 1);
    int z = HIGH;
    assertThat(at(halves, 40, z)).isCloseTo(0, within(0.1f));
    assertThat(at(halves, 41, z)).isCloseTo(0.5f, within(0.1f));
    assertThat(at(halves, 43, z)).isCloseTo(1, within(0.1f));
  }

  @Test
  void keepWhatIsTheSameEverywhere() {
    float[] halves = halvesOf((i, k) -> 0.7);
    assertThat(at(halves, WIDE, HIGH)).isCloseTo(0.7f, within(1e-6f));
  }
}
