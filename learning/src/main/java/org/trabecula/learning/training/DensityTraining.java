package org.trabecula.learning.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.DensityBatches;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.data.Sampler;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.DensityPredictor;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;

/** Trains the density network of one view. */
public final class DensityTraining {
  /** Spread of a site of which too little is known to measure it, g/cm2. */
  private static final double USUAL_SPREAD = 0.15;

  /** Mean of a site of which nothing is known, g/cm2. */
  private static final double USUAL_MEAN = 0.9;

  private final View view;
  private final List<Film> train;
  private final List<Film> validation;
  private final TrainingSettings settings;
  private final Start start;
  private final Networks.SiteScale scale;

  private DensityTraining(
      View view, Parts parts, TrainingSettings settings, Optional<OnnxParameters> parent) {
    this.view = view;
    this.train = parts.train();
    this.validation = parts.validation();
    this.settings = settings;
    if (train.isEmpty()) {
      throw new IllegalArgumentException(
          "No film of %s is left to train on".formatted(view.code()));
    }
    this.start = new Start(parent, settings);
    // The parent's scale is part of what it computes; any scale near the data's serves training.
    this.scale =
        parent.flatMap(p -> p.siteScale(Site.values().length)).orElseGet(() -> scale(train));
  }

  /** What is learned from, and what is only looked at. */
  private record Parts(List<Film> train, List<Film> validation) {
    static Parts of(List<Film> films, TrainingSettings settings) {
      return new Parts(
          part(films, Split.Part.TRAIN, settings), part(films, Split.Part.VALIDATION, settings));
    }
  }

  /** Prepares the training of a view on prepared films of it. */
  public static DensityTraining of(View view, List<Film> films, TrainingSettings settings) {
    return new DensityTraining(view, Parts.of(films, settings), settings, Optional.empty());
  }

  /**
   * Prepares a training on all of the films, none of which is held out: those that are lie in
   * another fold.
   *
   * @param parent whose weights it starts from, if it does
   */
  public static DensityTraining onAll(
      View view, List<Film> films, TrainingSettings settings, Optional<OnnxParameters> parent) {
    return new DensityTraining(view, new Parts(List.copyOf(films), List.of()), settings, parent);
  }

  /** The same, starting from the weights of another network instead of at random. */
  public static DensityTraining from(
      OnnxParameters parent, View view, List<Film> films, TrainingSettings settings) {
    return new DensityTraining(view, Parts.of(films, settings), settings, Optional.of(parent));
  }

  private static List<Film> part(List<Film> films, Split.Part part, TrainingSettings settings) {
    return films.stream()
        .filter(f -> Split.part(f.row().subjectId(), settings.fractions(), settings.seed()) == part)
        .toList();
  }

  /** What training may see. */
  public List<Film> train() {
    return train;
  }

  /** What it is calibrated on. */
  public List<Film> validation() {
    return validation;
  }

  /** The network, before or after training. */
  public Network network() {
    return Networks.density(
        view.code(), DensityModel.regionsOf(view).size(), scale, settings.size());
  }

  /**
   * Where a training is kept and who hears of it.
   *
   * @param checkpoint file
   * @param resume whether to go on from it
   * @param listener hears what happens
   * @param clock for speed and time limits
   */
  public record Keeping(
      Path checkpoint, boolean resume, Consumer<TrainingEvent> listener, InstantSource clock) {}

  /**
   * Trains, and returns the averaged weights.
   *
   * @throws IOException if the checkpoint cannot be read or written, or the parent does not fit
   */
  public Weights run(Keeping keeping) throws IOException {
    List<Site> regions = DensityModel.regionsOf(view);
    Trainer.DensityTask task =
        new Trainer.DensityTask(scale, regions.stream().map(Site::ordinal).toList());
    DensityBatches batches = batches();
    TrainingLoop.Plan plan =
        new TrainingLoop.Plan(
            view.code(), settings, train.size(), batches, keeping.checkpoint(), fingerprint());
    try (Trainer trainer =
        Trainer.density(start(keeping), settings.losses(), task, settings.engine())) {
      TrainingLoop loop = new TrainingLoop(plan, trainer, keeping.listener(), keeping.clock());
      if (keeping.resume()) {
        loop.resume();
      }
      loop.run(t -> errors(t.average()));
      return trainer.average();
    }
  }

  private DensityBatches batches() {
    return new DensityBatches(
        train,
        DensityModel.regionsOf(view),
        settings.augmentation(),
        new Sampler(train.size(), settings.batch(), settings.seed()));
  }

  /**
   * The weights before the first step.
   *
   * @throws IOException if the parent does not fit
   */
  public Weights start(Keeping keeping) throws IOException {
    return start.weights(network(), batches(), keeping);
  }

  /** What a checkpoint belongs to: network, number of films, seed, settings and parent. */
  public String fingerprint() {
    Map<String, String> described = settings.described();
    described.remove("length");
    return "%s %d films seed %d %s%s"
        .formatted(network().name(), train.size(), settings.seed(), described, start.fingerprint());
  }

  /** Mean absolute errors on the validation films, by site, g/cm2. */
  private Map<Site, Double> errors(Weights weights) {
    Map<Site, Double> sums = new EnumMap<>(Site.class);
    Map<Site, Integer> counts = new EnumMap<>(Site.class);
    List<Predicted> all = predict(weights, validation, settings.engine().threads());
    for (Predicted predicted : all) {
      Example example = predicted.film().example();
      for (Site site : Site.values()) {
        if (example.known(site)) {
          double error = predicted.output().mean(site) - example.density(site);
          sums.merge(site, Math.abs(error), Double::sum);
          counts.merge(site, 1, Integer::sum);
        }
      }
    }
    sums.replaceAll((site, sum) -> sum / counts.getOrDefault(site, 1));
    return sums;
  }

  /** A film and what a network says of it. */
  public record Predicted(Film film, DensityPredictor.Output output) {}

  /** What a network says of films. */
  public static List<Predicted> predict(Weights weights, List<Film> films, int threads) {
    return predict(new DensityPredictor(weights, threads), films);
  }

  /** What a view's network says of films where it is asked as in use. */
  public static List<Predicted> predictAsInUse(
      View view, Weights weights, List<Film> films, int threads) {
    return predict(DensityPredictor.asInUse(view, weights, threads), films);
  }

  private static List<Predicted> predict(DensityPredictor fresh, List<Film> films) {
    List<Predicted> all = new ArrayList<>(films.size());
    try (DensityPredictor predictor = fresh) {
      for (int from = 0; from < films.size(); from += 64) {
        List<Film> part = films.subList(from, Math.min(films.size(), from + 64));
        List<DensityPredictor.Output> outputs =
            predictor.predict(part.stream().map(Film::example).toList());
        for (int i = 0; i < part.size(); i++) {
          all.add(new Predicted(part.get(i), outputs.get(i)));
        }
      }
    }
    return all;
  }

  private static Networks.SiteScale scale(List<Film> films) {
    int sites = Site.values().length;
    double[] sums = new double[sites];
    double[] squares = new double[sites];
    int[] counts = new int[sites];
    for (Film film : films) {
      for (Site site : Site.values()) {
        int s = site.ordinal();
        var exact = film.row().densities().exact(site);
        var known = exact.isPresent() ? exact : film.row().densities().measured(site);
        if (known.isPresent()) {
          double density = known.getAsDouble();
          sums[s] += density;
          squares[s] += density * density;
          counts[s]++;
        }
      }
    }
    List<Double> means = new ArrayList<>();
    List<Double> spreads = new ArrayList<>();
    for (int s = 0; s < sites; s++) {
      double mean = counts[s] == 0 ? USUAL_MEAN : sums[s] / counts[s];
      double variance = counts[s] == 0 ? 0 : squares[s] / counts[s] - mean * mean;
      means.add(rounded(mean));
      spreads.add(rounded(variance > 1e-4 ? Math.sqrt(variance) : USUAL_SPREAD));
    }
    return new Networks.SiteScale(means, spreads);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
