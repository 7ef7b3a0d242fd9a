package org.trabecula.learning.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.ModelInput;

/** Turns examples into the numbers that networks take and losses compare. */
public final class Batches {
  private static final int SITES = Site.values().length;

  /** Weight of a map pixel outside bone: most are; none should rule the loss. */
  private static final float SOFT_TISSUE = 0.25f;

  /** Weight of a map pixel inside a measured region. */
  private static final float REGION = 2;

  /** Mineral from which a pixel counts as bone, mg/cm2. */
  private static final int BONE = 20;

  /** Weight of a density whose site the film does not show: it can only be guessed at. */
  private static final float NOT_IN_VIEW = 0.25f;

  private Batches() {}

  /**
   * A batch for a density network.
   *
   * @param regions whose masks it learns, in its order
   */
  public static Batch density(List<Example> examples, List<Site> regions) {
    int n = examples.size();
    Map<String, float[]> numbers = images(examples);
    float[] covariates = new float[n * ModelInput.COVARIATE_COUNT];
    float[] map = new float[n * Example.HALF_PIXELS];
    float[] mapWeight = new float[map.length];
    float[] masks = new float[n * regions.size() * Example.HALF_PIXELS];
    float[] maskWeight = new float[map.length];
    float[] metal = new float[map.length];
    float[] densities = new float[n * SITES];
    float[] known = new float[n * SITES];
    for (int i = 0; i < n; i++) {
      Example example = examples.get(i);
      System.arraycopy(
          example.rawCovariates(),
          0,
          covariates,
          i * ModelInput.COVARIATE_COUNT,
          ModelInput.COVARIATE_COUNT);
      fillMap(example, map, mapWeight, i * Example.HALF_PIXELS);
      fillMasks(example, regions, masks, i * regions.size() * Example.HALF_PIXELS);
      fillMaskWeight(example, maskWeight, i * Example.HALF_PIXELS);
      fillMetal(example, metal, i * Example.HALF_PIXELS);
      for (Site site : Site.values()) {
        if (example.known(site)) {
          densities[i * SITES + site.ordinal()] = (float) example.density(site);
          known[i * SITES + site.ordinal()] = inView(site, regions) ? 1 : NOT_IN_VIEW;
        }
      }
    }
    numbers.put("covariates", covariates);
    numbers.put("map", map);
    numbers.put("map.weight", mapWeight);
    numbers.put("regions", masks);
    numbers.put("region.weight", maskWeight);
    numbers.put("metal", metal);
    numbers.put("density", densities);
    numbers.put("density.known", known);
    return new Batch(n, numbers);
  }

  /**
   * A batch for the view network.
   *
   * @param classes the true class of each example
   * @param count of classes
   */
  public static Batch view(List<Example> examples, List<Integer> classes, int count) {
    Map<String, float[]> numbers = images(examples);
    float[] truth = new float[examples.size() * count];
    for (int i = 0; i < examples.size(); i++) {
      truth[i * count + classes.get(i)] = 1;
    }
    numbers.put("view", truth);
    return new Batch(examples.size(), numbers);
  }

  private static Map<String, float[]> images(List<Example> examples) {
    int size = CanonicalFrame.ROWS * CanonicalFrame.COLUMNS;
    float[] images = new float[examples.size() * size];
    for (int i = 0; i < examples.size(); i++) {
      System.arraycopy(examples.get(i).rawImage(), 0, images, i * size, size);
    }
    Map<String, float[]> numbers = new HashMap<>();
    numbers.put("image", images);
    return numbers;
  }

  private static boolean inView(Site site, List<Site> regions) {
    return regions.stream().anyMatch(region -> region.isLumbar() == site.isLumbar());
  }

  private static void fillMap(Example example, float[] map, float[] weight, int at) {
    Example.Truth truth = example.truth();
    if (!truth.mapKnown) {
      return;
    }
    for (int p = 0; p < Example.HALF_PIXELS; p++) {
      int mineral = truth.map[p] & 0xFFFF;
      int flags = truth.flags[p];
      map[at + p] = mineral / 1000f;
      // Nobody can see the mineral behind metal: what a network guesses there is not its fault.
      if ((flags & Example.IN_FIELD) != 0 && (flags & Example.METAL) == 0) {
        boolean region = (flags & Example.REGIONS) != 0;
        weight[at + p] = region ? REGION : mineral >= BONE ? 1 : SOFT_TISSUE;
      }
    }
  }

  private static void fillMasks(Example example, List<Site> regions, float[] masks, int at) {
    short[] flags = example.truth().flags;
    for (int r = 0; r < regions.size(); r++) {
      int flag = flag(regions.get(r));
      int from = at + r * Example.HALF_PIXELS;
      for (int p = 0; p < Example.HALF_PIXELS; p++) {
        masks[from + p] = (flags[p] & flag) == 0 ? 0 : 1;
      }
    }
  }

  private static void fillMetal(Example example, float[] metal, int at) {
    short[] flags = example.truth().flags;
    for (int p = 0; p < Example.HALF_PIXELS; p++) {
      metal[at + p] = (flags[p] & Example.METAL) == 0 ? 0 : 1;
    }
  }

  private static void fillMaskWeight(Example example, float[] weight, int at) {
    Example.Truth truth = example.truth();
    for (int p = 0; p < Example.HALF_PIXELS && truth.regionsKnown; p++) {
      weight[at + p] = (truth.flags[p] & Example.IN_FIELD) == 0 ? 0 : 1;
    }
  }

  /** The flag of a region in label maps. */
  public static int flag(Site region) {
    return switch (region) {
      case L1 -> 1;
      case L2 -> 2;
      case L3 -> 4;
      case L4 -> 8;
      case FEMORAL_NECK -> 16;
      case TROCHANTER -> 32;
      case TOTAL_HIP -> 64;
      case L1_L4, L2_L4 ->
          throw new IllegalArgumentException(region.label() + " is no region of its own");
    };
  }
}
