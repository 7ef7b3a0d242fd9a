package org.trabecula.learning.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trabecula.cohort.Split;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.ViewBatches;
import org.trabecula.learning.data.ViewFaults;
import org.trabecula.learning.data.ViewFilm;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.Trainer;
import org.trabecula.learning.torch.ViewPredictor;
import org.trabecula.screening.Shown;

/** Trains the network that tells which view a film shows. */
public final class ViewTraining {
  private final List<ViewFilm> train;
  private final List<ViewFilm> validation;
  private final TrainingSettings settings;
  private final Start start;

  private ViewTraining(
      List<ViewFilm> films, TrainingSettings settings, Optional<OnnxParameters> parent) {
    this.train = part(films, Split.Part.TRAIN, settings);
    this.validation = part(films, Split.Part.VALIDATION, settings);
    this.settings = settings;
    this.start = new Start(parent, settings);
    if (train.isEmpty()) {
      throw new IllegalArgumentException(
          "None of %d films is left to train the view network on".formatted(films.size()));
    }
  }

  /** Prepares the training on prepared films of all views, and decoys. */
  public static ViewTraining of(List<ViewFilm> films, TrainingSettings settings) {
    return new ViewTraining(films, settings, Optional.empty());
  }

  /** The same, starting from the weights of another network instead of at random. */
  public static ViewTraining from(
      OnnxParameters parent, List<ViewFilm> films, TrainingSettings settings) {
    return new ViewTraining(films, settings, Optional.of(parent));
  }

  private static List<ViewFilm> part(
      List<ViewFilm> films, Split.Part part, TrainingSettings settings) {
    return films.stream()
        .filter(f -> Split.part(f.source(), settings.fractions(), settings.seed()) == part)
        .toList();
  }

  /** How films are varied and spoiled, for reports and provenance: not as for densities. */
  public static Map<String, String> described(TrainingSettings settings) {
    Map<String, String> all = new TreeMap<>(settings.described());
    all.put("augmentation", AugmentationSettings.VIEW.toString());
    all.put("faults", ViewFaults.STANDARD.toString());
    return all;
  }

  /** The network, before or after training. */
  public static Network network() {
    return Networks.view(Shown.values().length);
  }

  /**
   * Trains, and returns the averaged weights.
   *
   * @throws IOException if the checkpoint cannot be read or written, or the parent does not fit
   */
  public Weights run(DensityTraining.Keeping keeping) throws IOException {
    ViewBatches batches =
        new ViewBatches(
            train,
            AugmentationSettings.VIEW,
            ViewFaults.STANDARD,
            settings.batch(),
            settings.seed());
    TrainingLoop.Plan plan =
        new TrainingLoop.Plan(
            "view",
            settings,
            batches.examples(),
            batches,
            keeping.checkpoint(),
            "view %d films seed %d batch %d %s%s"
                .formatted(
                    train.size(),
                    settings.seed(),
                    settings.batch(),
                    ViewFaults.STANDARD,
                    start.fingerprint()));
    Weights weights = start.weights(network(), batches, keeping);
    try (Trainer trainer = Trainer.view(weights, settings.engine())) {
      TrainingLoop loop = new TrainingLoop(plan, trainer, keeping.listener(), keeping.clock());
      if (keeping.resume()) {
        loop.resume();
      }
      loop.run(t -> {
        keeping.listener().accept(new TrainingEvent.Noted("view", accuracy(t.average())));
        return Map.of();
      });
      return trainer.average();
    }
  }

  /** One sentence on the films that training does not see. */
  private String accuracy(Weights weights) {
    if (validation.isEmpty()) {
      return "No film is left to validate on";
    }
    List<ViewPredictor.Answer> answers = answers(weights);
    int right = 0;
    for (int i = 0; i < answers.size(); i++) {
      right += answers.get(i).shown() == validation.get(i).shown() ? 1 : 0;
    }
    return "%d of %d validation films recognised".formatted(right, answers.size());
  }

  private List<ViewPredictor.Answer> answers(Weights weights) {
    List<ViewPredictor.Answer> answers = new ArrayList<>();
    try (ViewPredictor predictor = new ViewPredictor(weights, settings.engine().threads())) {
      for (int from = 0; from < validation.size(); from += 64) {
        List<ViewFilm> some = validation.subList(from, Math.min(validation.size(), from + 64));
        answers.addAll(predictor.predict(some.stream().map(ViewFilm::example).toList()));
      }
    }
    return answers;
  }

  /**
   * The probability from which on a view counts as recognised, set on films that training does not
   * see. As in screening, a film's score is the best over its framings.
   */
  public ViewThreshold threshold(Weights weights) {
    List<ViewPredictor.Answer> answers = answers(weights);
    Map<String, Double> good = new TreeMap<>();
    Map<String, Double> other = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      ViewFilm film = validation.get(i);
      double score = answers.get(i).of(film.expected());
      if (film.shown() == film.expected() && film.measurable()) {
        good.merge(film.image(), score, Math::max);
      } else if (film.shown() == Shown.OTHER) {
        other.merge(film.image(), score, Math::max);
      }
    }
    return ViewThreshold.of(List.copyOf(good.values()), List.copyOf(other.values()));
  }
}
