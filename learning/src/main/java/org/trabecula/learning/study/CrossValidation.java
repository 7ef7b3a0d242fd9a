package org.trabecula.learning.study;

import java.io.IOException;
import java.nio.file.Files;
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
import org.trabecula.learning.data.Example;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.study.OutOfFold.Distribution;
import org.trabecula.learning.torch.DensityPredictor;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.KeptText;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;

/**
 * Trains one network per fold on the films of all other folds, and asks it about the films of that
 * fold. A fold that was done is not done again; one that was stopped goes on from its checkpoint.
 */
final class CrossValidation {
  private static final int AT_ONCE = 64;

  private final View view;
  private final Arm arm;
  private final List<Film> films;
  private final Plan plan;

  /**
   * How the folds are trained.
   *
   * @param folds how many
   * @param seed that assigns subjects to folds
   * @param settings of each training
   * @param parent whose weights each training starts from, if it does
   * @param folder of checkpoints and of what is said
   */
  record Plan(
      int folds,
      long seed,
      TrainingSettings settings,
      Optional<OnnxParameters> parent,
      Path folder) {}

  CrossValidation(View view, Arm arm, List<Film> films, Plan plan) {
    this.view = view;
    this.arm = arm;
    this.films = List.copyOf(films);
    this.plan = plan;
  }

  /** Hears of each fold, and of what happens while it is trained. */
  interface Listener {
    /** A fold was done by an earlier run. */
    void found(Fold fold, int trainingFilms);

    /** Something happened in the training of a fold. */
    void heard(Fold fold, TrainingEvent event);

    /** A fold is done. */
    void done(Fold fold);
  }

  /**
   * Runs all folds that are not done.
   *
   * @return what was said of all films, each out of fold, in the order of the films by fold
   * @throws IOException if a file cannot be read or written
   */
  List<OutOfFold> run(Listener listener) throws IOException {
    Files.createDirectories(plan.folder());
    List<OutOfFold> all = new ArrayList<>();
    for (int number = 0; number < plan.folds(); number++) {
      all.addAll(run(new Fold(view, arm, number, plan.folds()), listener));
    }
    return all;
  }

  private List<OutOfFold> run(Fold fold, Listener listener) throws IOException {
    List<Film> train = films.stream().filter(f -> foldOf(f) != fold.number()).toList();
    List<Film> test = films.stream().filter(f -> foldOf(f) == fold.number()).toList();
    DensityTraining training = DensityTraining.onAll(view, train, plan.settings(), plan.parent());
    KeptText kept =
        new KeptText(plan.folder().resolve(fold.fileName() + ".csv"), fingerprint(training));
    Optional<List<OutOfFold>> earlier = OutOfFoldFile.read(kept);
    if (earlier.isPresent()) {
      listener.found(fold, train.size());
      return earlier.get();
    }
    Path checkpoint = plan.folder().resolve(fold.fileName() + ".checkpoint");
    Consumer<TrainingEvent> heard = event -> listener.heard(fold, event);
    Weights weights =
        training.run(new DensityTraining.Keeping(checkpoint, true, heard, InstantSource.system()));
    List<OutOfFold> said = said(fold, weights, test);
    OutOfFoldFile.write(kept, said);
    Files.deleteIfExists(checkpoint);
    listener.done(fold);
    return said;
  }

  private int foldOf(Film film) {
    return Split.fold(film.row().subjectId(), plan.folds(), plan.seed());
  }

  /** One line: network, settings and data, so that an earlier result is taken for what it is. */
  private String fingerprint(DensityTraining training) {
    return "%s, %s, data %s, folds by seed %d"
        .formatted(
            training.fingerprint(),
            plan.settings().length(),
            films.getFirst().manifest().sha256(),
            plan.seed())
        .replace('\n', ' ');
  }

  private List<OutOfFold> said(Fold fold, Weights weights, List<Film> test) {
    int threads = plan.settings().engine().threads();
    List<OutOfFold> all = new ArrayList<>();
    try (DensityPredictor predictor = DensityPredictor.asInUse(view, weights, threads)) {
      for (int from = 0; from < test.size(); from += AT_ONCE) {
        List<Film> part = test.subList(from, Math.min(test.size(), from + AT_ONCE));
        List<Example> examples = part.stream().map(Film::example).toList();
        var known = predictor.predict(examples);
        var alone = predictor.predict(examples.stream().map(Example::ofUnknown).toList());
        for (int i = 0; i < part.size(); i++) {
          all.add(
              new OutOfFold(
                  part.get(i).row().subjectId(),
                  fold.number(),
                  Map.of(
                      Knowledge.AS_KNOWN, distributions(known.get(i)),
                      Knowledge.IMAGE_ALONE, distributions(alone.get(i)))));
        }
      }
    }
    return all;
  }

  private static Map<Site, Distribution> distributions(DensityPredictor.Output output) {
    Map<Site, Distribution> sites = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      sites.put(site, new Distribution(output.mean(site), output.sd(site)));
    }
    return sites;
  }
}
