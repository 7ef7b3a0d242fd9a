package org.trabecula.learning.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Which examples a step sees and how they are varied: a pure function of seed and step, so that
 * training can stop anywhere and go on bit by bit.
 */
public final class Sampler {
  private final int count;
  private final int batch;
  private final long seed;
  private long epoch = -1;
  private List<Integer> order = List.of();

  /**
   * A sampler that goes through all examples in each epoch.
   *
   * @param count examples
   * @param batch examples per step
   */
  public Sampler(int count, int batch, long seed) {
    if (count < 1 || batch < 1) {
      throw new IllegalArgumentException("%d examples in batches of %d".formatted(count, batch));
    }
    this.count = count;
    this.batch = batch;
    this.seed = seed;
  }

  /** Indices in [0, count) of the examples of a step. One thread. */
  public List<Integer> indices(long step) {
    List<Integer> indices = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      long position = step * batch + i;
      shuffle(position / count);
      indices.add(order.get((int) (position % count)));
    }
    return indices;
  }

  /** The randomness of one example of a step. */
  public RandomGenerator random(long step, int index) {
    return new SplittableRandom(mixed(mixed(seed, 2), step * batch + index));
  }

  private void shuffle(long wanted) {
    if (wanted != epoch) {
      List<Integer> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        all.add(i);
      }
      Collections.shuffle(all, Random.from(new SplittableRandom(mixed(mixed(seed, 1), wanted))));
      order = all;
      epoch = wanted;
    }
  }

  private static long mixed(long a, long b) {
    long z = a + 0x9E3779B97F4A7C15L * (b + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
