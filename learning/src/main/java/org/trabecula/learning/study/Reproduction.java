package org.trabecula.learning.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.data.Preparation;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.evaluation.Observations;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.packaging.Parent;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.FilmFormat;
import org.trabecula.simulation.Protocol;
import org.trabecula.validation.study.EvaluationSettings;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteEvaluator;

/**
 * The study of Moro et al. (J Orthop Res 2025) on simulated participants: one radiograph each,
 * cross-validation by subject, from scratch and from a pretrained model. Stops and goes on at any
 * time.
 */
public final class Reproduction {
  private final Request request;
  private final Hearing hearing;
  private final StudyPace pace;

  /**
   * What is done.
   *
   * @param settings of the study
   * @param parent folder of the model package that the pretrained arm starts from
   * @param out folder of cohorts, checkpoints and report
   * @param commit of the code
   * @param command that does it again
   */
  public record Request(Settings settings, Path parent, Path out, String commit, String command) {}

  /**
   * How large the study is.
   *
   * @param participants with one radiograph of each view
   * @param folds of the cross-validation
   * @param seed of the participants, from {@link CohortSettings#REFERENCE_SEED} up
   * @param views that are studied
   * @param arms how networks of each arm are trained
   */
  public record Settings(
      int participants, int folds, long seed, List<View> views, Map<Arm, TrainingSettings> arms) {
    public Settings {
      views = List.copyOf(views);
      arms = new EnumMap<>(arms);
      if (seed < CohortSettings.REFERENCE_SEED) {
        throw new IllegalArgumentException(
            "Seed %d may be one that a model was trained on; reference cohorts start at %d"
                .formatted(seed, CohortSettings.REFERENCE_SEED));
      }
      if (participants < 20 * folds || folds < 2) {
        throw new IllegalArgumentException(
            "%d participants are too few for %d folds: at least 20 a fold"
                .formatted(participants, folds));
      }
      if (views.isEmpty() || arms.isEmpty()) {
        throw new IllegalArgumentException("There is no view or no arm to study");
      }
    }

    /** How the networks of an arm are trained for a view. */
    TrainingSettings of(Arm arm, View view) {
      return Objects.requireNonNull(arms.get(arm), arm.label())
          .withAugmentation(AugmentationSettings.of(view));
    }

    /** Images that all trainings see, each as often as it is seen. */
    double images() {
      double perEpoch = (double) participants * (folds - 1) * views.size();
      return arms.values().stream().mapToDouble(how -> perEpoch * epochs(how)).sum();
    }
  }

  /**
   * Who hears of it.
   *
   * @param lines one sentence at a time, of the trainings
   * @param progress of simulation and preparation
   */
  public record Hearing(Consumer<String> lines, Progress progress) {}

  private Reproduction(Request request, Hearing hearing) {
    this.request = request;
    this.hearing = hearing;
    this.pace = new StudyPace(request.settings().images());
  }

  /**
   * Does the study, or what is left of it.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static ReproductionReport run(Request request, Hearing hearing) throws IOException {
    return new Reproduction(request, hearing).run();
  }

  private ReproductionReport run() throws IOException {
    Settings settings = request.settings();
    Map<String, String> origin = origin();
    List<ReproductionReport.Section> sections = new ArrayList<>();
    for (View view : settings.views()) {
      Manifest manifest = participants(view).included();
      origin.put("data SHA-256, " + view.code(), manifest.sha256());
      List<Film> films =
          Film.prepare(
              List.of(manifest),
              view,
              new Preparation.Options(request.out().resolve("prepared"), 2, hearing.progress()));
      origin.put(
          "participants, " + view.code(),
          "%d of %d have a film that can be read"
              .formatted(films.size(), manifest.subjectIds().size()));
      for (Arm arm : settings.arms().keySet()) {
        CrossConformal said =
            new CrossConformal(
                new CrossValidation(view, arm, films, plan(arm, view)).run(new Told()),
                rows(manifest));
        sections.addAll(sections(view, arm, said, manifest));
      }
    }
    return new ReproductionReport(origin, sections);
  }

  private Manifest participants(View view) throws IOException {
    Settings settings = request.settings();
    return CohortWriter.write(
        new CohortSettings(
            Protocol.REFERENCE_V1,
            view,
            settings.participants(),
            settings.seed(),
            1,
            1,
            1.0,
            FilmFormat.DICOM),
        request.out().resolve("cohort-" + view.code()),
        (done, total) -> hearing.progress().at("simulate " + view.code(), done, total));
  }

  private CrossValidation.Plan plan(Arm arm, View view) throws IOException {
    Settings settings = request.settings();
    Optional<OnnxParameters> parent =
        arm == Arm.SCRATCH
            ? Optional.empty()
            : Optional.of(
                Parent.read(request.parent())
                    .density(view)
                    .orElseThrow(() ->
                        new IOException(
                            "%s has no density network for %s to start from"
                                .formatted(request.parent(), view.code()))));
    return new CrossValidation.Plan(
        settings.folds(),
        settings.seed(),
        settings.of(arm, view),
        parent,
        request.out().resolve("folds"));
  }

  private Map<String, String> origin() throws IOException {
    Settings settings = request.settings();
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("cohort", "reference cohort v1, seed %d".formatted(settings.seed()));
    origin.put(
        "design",
        "%d participants, %d folds by subject"
            .formatted(settings.participants(), settings.folds()));
    settings
        .arms()
        .forEach((arm, how) ->
            origin.put(
                "training, " + arm.label(),
                "%s, batch %d, learning rate %s, seed %d, %s"
                    .formatted(
                        how.length(), how.batch(), how.learningRate(), how.seed(), how.engine())));
    if (settings.arms().containsKey(Arm.PRETRAINED)) {
      var parent = Parent.read(request.parent()).named();
      origin.put(
          "pretrained model",
          "%s %s, SHA-256 %s".formatted(parent.name(), parent.version(), parent.sha256()));
    }
    origin.put("code", request.commit());
    origin.put("command", request.command());
    return origin;
  }

  private static Map<String, Manifest.Row> rows(Manifest manifest) {
    Map<String, Manifest.Row> rows = new LinkedHashMap<>();
    manifest.rows().forEach(row -> rows.putIfAbsent(row.subjectId(), row));
    return rows;
  }

  private static List<ReproductionReport.Section> sections(
      View view, Arm arm, CrossConformal said, Manifest manifest) {
    SiteEvaluator evaluator = new SiteEvaluator(EvaluationSettings.ofSeed(1));
    List<ReproductionReport.Section> sections = new ArrayList<>();
    for (Knowledge knowledge : Knowledge.values()) {
      for (Against against : Against.values()) {
        List<SiteEvaluation> sites = new ArrayList<>();
        for (Site site : Site.values()) {
          List<Prediction> predictions = said.predictions(site, knowledge, against);
          if (!predictions.isEmpty()) {
            sites.add(evaluator.evaluate(predictions, Observations.of(manifest, site, against)));
          }
        }
        sections.add(new ReproductionReport.Section(view, arm, knowledge, against, sites));
      }
    }
    return sections;
  }

  private static double epochs(TrainingSettings how) {
    return how.length() instanceof TrainingLength.Epochs(double epochs) ? epochs : 1;
  }

  /** Turns what happens into lines. */
  private final class Told implements CrossValidation.Listener {
    @Override
    public void found(Fold fold, int trainingFilms) {
      pace.skipped(trainingFilms * epochs(settings(fold)));
      hearing.lines().accept("%s: done earlier".formatted(fold));
    }

    @Override
    public void heard(Fold fold, TrainingEvent event) {
      switch (event) {
        case TrainingEvent.Stepped stepped -> {
          pace.at(stepped.step() * (double) settings(fold).batch(), stepped.imagesPerSecond());
          hearing
              .lines()
              .accept(
                  "%s: step %d of %d, %.0f images/s; %s"
                      .formatted(
                          fold,
                          stepped.step(),
                          stepped.total(),
                          stepped.imagesPerSecond(),
                          pace.sentence()));
        }
        case TrainingEvent.Noted noted ->
            hearing.lines().accept("%s: %s".formatted(fold, noted.sentence()));
        case TrainingEvent.Validated ignored -> {}
        case TrainingEvent.Saved ignored -> {}
      }
    }

    @Override
    public void done(Fold fold) {
      pace.ended();
      hearing.lines().accept("%s: done; %s".formatted(fold, pace.sentence()));
    }

    private TrainingSettings settings(Fold fold) {
      return request.settings().of(fold.arm(), fold.view());
    }
  }
}
