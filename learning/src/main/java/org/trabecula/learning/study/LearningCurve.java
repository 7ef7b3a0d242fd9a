package org.trabecula.learning.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.study.CurvePoint.Way;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.validation.study.Prediction;

/**
 * How good a network is after so many subjects: trained on them from scratch, or adapted to a site
 * whose films and patients differ from those it was trained on.
 */
public final class LearningCurve {
  private final View view;
  private final Judge judge;
  private final TrainingSettings settings;
  private final Path folder;
  private final Consumer<String> lines;

  /**
   * A curve whose points are judged by the same films.
   *
   * @param test films of subjects whom no network has seen
   * @param settings of each training
   * @param folder of checkpoints
   * @param lines hears of each training
   */
  public LearningCurve(
      View view, List<Film> test, TrainingSettings settings, Path folder, Consumer<String> lines) {
    this.view = view;
    this.judge = new Judge(view, test, settings.engine().threads());
    this.settings = settings;
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * The manifest as a site's own pairs: what a scanner read, and no more than that.
   *
   * @param manifest of simulated films
   */
  public static Manifest asPairs(Manifest manifest) {
    return new Manifest(
        manifest.folder(),
        manifest.rows().stream()
            .map(row ->
                new Manifest.Row(
                    row.subjectId(),
                    row.image(),
                    row.view(),
                    row.laterality(),
                    row.subject(),
                    row.scale(),
                    row.synthetic(),
                    new Densities(row.densities().measured(), Map.of()),
                    Truth.NONE,
                    row.exclusion(),
                    row.extras()))
            .toList());
  }

  /**
   * Trains a network from scratch on the first subjects of the films.
   *
   * @throws IOException if a checkpoint cannot be read or written
   */
  public CurvePoint scratch(List<Film> films, int subjects) throws IOException {
    return scratch(films, subjects, Way.SCRATCH, settings);
  }

  /**
   * Trains the same network on the same films, of which it is told the densities alone: neither map
   * nor regions. What the map is worth is the difference.
   *
   * @throws IOException if a checkpoint cannot be read or written
   */
  public CurvePoint scalarOnly(List<Film> films, int subjects) throws IOException {
    return scratch(films, subjects, Way.SCALAR_ONLY, settings.withLosses(LossWeights.SCALAR_ONLY));
  }

  private CurvePoint scratch(List<Film> films, int subjects, Way way, TrainingSettings how)
      throws IOException {
    List<Film> some = ofSubjects(films, subjects, 0);
    String name = "%s-%d".formatted(way.name().toLowerCase(Locale.ROOT), subjects);
    DensityTraining training = DensityTraining.onAll(view, some, how, Optional.empty());
    return new CurvePoint(
        way,
        subjects,
        1,
        judge.evaluations(
            Judge.predictions(judge.said(trained(training, name)), Judge.Statement.RAW)));
  }

  /**
   * Judges a pretrained network as it is, and adapted to so many subjects of a site, several times
   * to others of them.
   *
   * @param calibrations of the network's package, by site
   * @param local films of the site, without those of the test
   * @param counts of subjects
   * @return a point for the network as it is; then, for each count, one for scale and offset and
   *     one for fine-tuning
   * @throws IOException if the parent does not fit, or a checkpoint cannot be read or written
   */
  public List<CurvePoint> adapted(
      OnnxParameters parent,
      Map<Site, SiteCalibration> calibrations,
      List<Film> local,
      List<Integer> counts,
      int repeats)
      throws IOException {
    Weights before = training(judge.films(), Optional.of(parent)).start(keeping("none", false));
    List<Predicted> said = judge.said(before);
    List<CurvePoint> points = new ArrayList<>();
    points.add(
        new CurvePoint(
            Way.AS_IT_IS,
            0,
            1,
            judge.evaluations(Judge.predictions(said, calibrated(calibrations)))));
    for (int count : counts) {
      List<Prediction> line = new ArrayList<>();
      List<Prediction> tuned = new ArrayList<>();
      for (int repeat = 0; repeat < repeats; repeat++) {
        List<Film> some = ofSubjects(local, count, repeat);
        line.addAll(Judge.predictions(said, line(judge.said(before, some))));
        Weights after =
            trained(
                training(some, Optional.of(parent)), "tuned-%d-%d".formatted(count, repeat + 1));
        tuned.addAll(Judge.predictions(judge.said(after), Judge.Statement.RAW));
      }
      points.add(new CurvePoint(Way.LINE, count, repeats, judge.evaluations(line)));
      points.add(new CurvePoint(Way.FINE_TUNED, count, repeats, judge.evaluations(tuned)));
    }
    return points;
  }

  private DensityTraining training(List<Film> films, Optional<OnnxParameters> parent) {
    return DensityTraining.onAll(view, films, settings, parent);
  }

  private Weights trained(DensityTraining training, String name) throws IOException {
    lines.accept("%s: %d films".formatted(name, training.train().size()));
    Files.createDirectories(folder);
    return training.run(keeping(name, true));
  }

  private DensityTraining.Keeping keeping(String name, boolean resume) {
    return new DensityTraining.Keeping(
        folder.resolve("%s-%s.checkpoint".formatted(view.code(), name)),
        resume,
        event -> {},
        InstantSource.system());
  }

  /** Scale and offset by site, of what was said of a site's films; none where truth falls. */
  private static Judge.Statement line(List<Predicted> said) {
    Map<Site, SiteCalibration> lines = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      List<SiteCalibration.Pair> pairs = pairs(said, site);
      if (SiteCalibration.rises(pairs)) {
        DoubleSummaryStatistics range =
            pairs.stream().mapToDouble(SiteCalibration.Pair::truth).summaryStatistics();
        lines.put(site, SiteCalibration.recalibrated(pairs, range));
      }
    }
    return calibrated(lines);
  }

  private static Judge.Statement calibrated(Map<Site, SiteCalibration> calibrations) {
    return (site, mean) -> {
      SiteCalibration calibration = calibrations.get(site);
      return calibration == null ? mean : calibration.mean(mean);
    };
  }

  private static List<SiteCalibration.Pair> pairs(List<Predicted> said, Site site) {
    List<SiteCalibration.Pair> pairs = new ArrayList<>();
    for (Predicted one : said) {
      measured(one, site)
          .ifPresent(truth ->
              pairs.add(
                  new SiteCalibration.Pair(one.output().mean(site), one.output().sd(site), truth)));
    }
    return pairs;
  }

  private static OptionalDouble measured(Predicted one, Site site) {
    return one.film().row().densities().measured(site);
  }

  /** The films of so many subjects; each turn takes the next ones, and begins anew at the end. */
  static List<Film> ofSubjects(List<Film> films, int count, int turn) {
    List<String> all = films.stream().map(f -> f.row().subjectId()).distinct().toList();
    if (count > all.size() || count < 1) {
      throw new IllegalArgumentException(
          "%d subjects of %d that have a film".formatted(count, all.size()));
    }
    Set<String> taken = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      taken.add(all.get((int) (((long) turn * count + i) % all.size())));
    }
    return films.stream().filter(f -> taken.contains(f.row().subjectId())).toList();
  }
}
