package org.trabecula.learning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.trabecula.densitometry.Site;

/** The batches of a density network's training, by step. */
public final class DensityBatches implements LongFunction<Batch> {
  private final List<Film> films;
  private final List<Site> regions;
  private final AugmentationSettings augmentation;
  private final Sampler sampler;

  /**
   * Batches of some films.
   *
   * @param films that training may see
   * @param regions of the network
   */
  public DensityBatches(
      List<Film> films, List<Site> regions, AugmentationSettings augmentation, Sampler sampler) {
    this.films = List.copyOf(films);
    this.regions = List.copyOf(regions);
    this.augmentation = augmentation;
    this.sampler = sampler;
  }

  @Override
  public Batch apply(long step) {
    List<Integer> indices = sampler.indices(step);
    List<Example> examples = new ArrayList<>(indices.size());
    for (int i = 0; i < indices.size(); i++) {
      Example example = films.get(indices.get(i)).example();
      examples.add(Augmentation.vary(example, augmentation, sampler.random(step, i)));
    }
    return Batches.density(examples, regions);
  }
}
