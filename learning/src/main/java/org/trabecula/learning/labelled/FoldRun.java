package org.trabecula.learning.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.torch.LabelPredictor;
import org.trabecula.learning.torch.LabelPredictor.Answer;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.LabelTraining;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingSettings;

/** One fold of a study: each arm learns from the other folds and answers for this one. */
final class FoldRun {
  private static final int BATCH = 16;

  private final StudySet set;
  private final StudySettings settings;
  private final int fold;
  private final List<Integer> learnt;
  private final List<Integer> heldOut;

  FoldRun(StudySet set, StudySettings settings, Folds folds, int fold) {
    this.set = set;
    this.settings = settings;
    this.fold = fold;
    this.learnt = folds.training(fold);
    this.heldOut = folds.heldOut(fold);
  }

  /**
   * What a training needs beside the films.
   *
   * @param parent features of the films by another network, for the arm that takes them
   * @param checkpoint of a training under way
   * @param fingerprint of all that decides it
   * @param listener hears of it
   */
  record Keeping(
      Optional<ParentFeatures> parent,
      Path checkpoint,
      String fingerprint,
      Consumer<TrainingEvent> listener) {}

  /** The films held out, in order. */
  List<Integer> heldOut() {
    return heldOut;
  }

  /**
   * The answers of an arm for the films held out, in order.
   *
   * @throws IOException if a checkpoint cannot be read or written
   */
  List<Answer> answers(Arm arm, Keeping keeping) throws IOException {
    return switch (arm) {
      case MEAN -> means();
      case LINEAR, STYLE, PARENT -> linear(arm, keeping);
      case NETWORK, IMAGE, BOTH -> trained(arm, keeping);
    };
  }

  private double[] labels() {
    return learnt.stream().mapToDouble(i -> set.films().get(i).label()).toArray();
  }

  private LabelNetworks.Answer asked() {
    double[] labels = labels();
    double mean = Arrays.stream(labels).average().orElseThrow();
    double variance = Arrays.stream(labels).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return new LabelNetworks.Answer(
        mean, variance > 0 ? Math.sqrt(variance) : 1, set.classes().size());
  }

  private List<Answer> means() {
    List<Double> shares = new ArrayList<>();
    for (String disease : set.classes()) {
      long count =
          learnt.stream().filter(i -> set.films().get(i).disease().equals(disease)).count();
      shares.add((double) count / learnt.size());
    }
    Answer answer = new Answer(asked().mean(), shares);
    return heldOut.stream().map(ignored -> answer).toList();
  }

  /** The number by least squares; the classes by the network that has no hidden layer. */
  private List<Answer> linear(Arm arm, Keeping keeping) throws IOException {
    List<double[]> predictors = predictors(arm, keeping);
    double[][] design = learnt.stream().map(predictors::get).toArray(double[][]::new);
    Ridge ridge = Ridge.of(design, labels(), settings.penalty());
    List<Answer> classes = trained(arm, keeping);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < heldOut.size(); i++) {
      double label = ridge.at(predictors.get(heldOut.get(i)));
      answers.add(new Answer(label, classes.get(i).probabilities()));
    }
    return answers;
  }

  /** What an arm knows of each film beside the image itself, in numbers. */
  private List<double[]> predictors(Arm arm, Keeping keeping) {
    List<Map<String, String>> known = set.known(arm == Arm.STYLE);
    CovariateCode code =
        CovariateCode.of(
            List.copyOf(known.getFirst().keySet()),
            known,
            learnt.stream().map(known::get).toList());
    List<double[]> codes = known.stream().map(code::encode).toList();
    if (arm != Arm.PARENT) {
      return codes;
    }
    List<double[]> features =
        keeping.parent().orElseThrow().standardised(learnt, settings.parentScale());
    List<double[]> joined = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      double[] row = Arrays.copyOf(codes.get(i), codes.get(i).length + features.get(i).length);
      System.arraycopy(features.get(i), 0, row, codes.get(i).length, features.get(i).length);
      joined.add(row);
    }
    return joined;
  }

  private LabelBatches.Rows rows(List<Integer> films, Arm arm, List<double[]> predictors) {
    List<LabelBatches.Row> rows = new ArrayList<>();
    for (int i : films) {
      LabelledFilm film = set.films().get(i);
      rows.add(
          new LabelBatches.Row(
              i,
              Arrays.stream(predictors.get(i)).boxed().toList(),
              film.label(),
              set.classes().indexOf(film.disease())));
    }
    Optional<IntFunction<Example>> pictures =
        arm == Arm.IMAGE || arm == Arm.BOTH ? Optional.of(set::example) : Optional.empty();
    return new LabelBatches.Rows(rows, set.classes().size(), pictures);
  }

  private Network network(Arm arm, int length) {
    return switch (arm) {
      case MEAN, LINEAR, STYLE, PARENT -> LabelNetworks.covariates(length, 0, asked());
      case NETWORK -> LabelNetworks.covariates(length, settings.hidden(), asked());
      case IMAGE -> LabelNetworks.image(settings.encoder(), asked());
      case BOTH -> LabelNetworks.both(settings.encoder(), length, settings.hidden(), asked());
    };
  }

  private List<Answer> trained(Arm arm, Keeping keeping) throws IOException {
    TrainingSettings how = settings.training(arm, fold);
    List<double[]> predictors = predictors(arm, keeping);
    LabelBatches batches =
        new LabelBatches(
            rows(learnt, arm, predictors), settings.augmentation(), settings.batch(), how.seed());
    String name = "%s %d".formatted(arm.code(), fold + 1);
    LabelTraining.Task task =
        new LabelTraining.Task(
            name,
            network(arm, predictors.getFirst().length),
            asked().spread(),
            batches,
            learnt.size(),
            keeping.fingerprint());
    Weights weights =
        LabelTraining.run(
            task,
            how,
            new DensityTraining.Keeping(
                keeping.checkpoint(), true, keeping.listener(), Clock.systemUTC()));
    List<Answer> answers = new ArrayList<>();
    try (LabelPredictor predictor = new LabelPredictor(weights, settings.threads())) {
      for (Batch batch : LabelBatches.plain(rows(heldOut, arm, predictors), BATCH)) {
        answers.addAll(predictor.predict(batch));
      }
    }
    Files.deleteIfExists(keeping.checkpoint());
    return answers;
  }
}
