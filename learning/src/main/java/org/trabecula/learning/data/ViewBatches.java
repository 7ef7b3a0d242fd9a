package org.trabecula.learning.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.trabecula.screening.Shown;

/** The batches of the view network's training, by step; every class is seen about equally often. */
public final class ViewBatches implements LongFunction<Batch> {
  private static final int CLASSES = Shown.values().length;

  private final List<ViewFilm> films;
  private final AugmentationSettings augmentation;
  private final ViewFaults faults;
  private final Sampler sampler;

  /**
   * Batches of some films.
   *
   * @param faults that are planted; a film with one is neither view
   * @param batch examples per step
   */
  public ViewBatches(
      List<ViewFilm> films,
      AugmentationSettings augmentation,
      ViewFaults faults,
      int batch,
      long seed) {
    this.films = balanced(films);
    this.augmentation = augmentation;
    this.faults = faults;
    this.sampler = new Sampler(this.films.size(), batch, seed);
  }

  /** Examples in an epoch. */
  public int examples() {
    return films.size();
  }

  private static List<ViewFilm> balanced(List<ViewFilm> films) {
    Map<Shown, List<ViewFilm>> byClass = new EnumMap<>(Shown.class);
    films.forEach(f -> byClass.computeIfAbsent(f.shown(), c -> new ArrayList<>()).add(f));
    int largest = byClass.values().stream().mapToInt(List::size).max().orElse(0);
    List<ViewFilm> all = new ArrayList<>();
    byClass.forEach((shown, members) -> {
      for (int i = 0; i < largest; i++) {
        all.add(members.get(i % members.size()));
      }
    });
    return List.copyOf(all);
  }

  @Override
  public Batch apply(long step) {
    List<Integer> indices = sampler.indices(step);
    List<Example> examples = new ArrayList<>(indices.size());
    List<Integer> classes = new ArrayList<>(indices.size());
    for (int i = 0; i < indices.size(); i++) {
      ViewFilm film = films.get(indices.get(i));
      RandomGenerator random = sampler.random(step, i);
      Example varied = Augmentation.vary(film.example(), augmentation, random);
      Optional<ViewFaults.Kind> fault = faults.draw(random);
      examples.add(fault.map(kind -> Spoiled.of(varied, kind, random)).orElse(varied));
      classes.add((fault.isPresent() ? Shown.OTHER : film.shown()).ordinal());
    }
    return Batches.view(examples, classes, CLASSES);
  }
}
