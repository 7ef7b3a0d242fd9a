package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.study.EvaluationSettings;
import org.trabecula.validation.study.StudySettings;
import picocli.CommandLine.Option;

/** Under which settings the figures of a study are made. */
final class StudyOptions {
  @Option(
      names = "--reference",
      paramLabel = "NAME|FILE",
      defaultValue = ReferencePopulation.DEFAULT,
      description =
          "Reference population of the T-scores: a name (nhanes-iii, nhanes-2005-2014, jsbmr-2012,"
              + " korea-2003-2004, or one with -own-sex) or a file (default: ${DEFAULT-VALUE}).")
  private String reference = ReferencePopulation.DEFAULT;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      split = ",",
      description = "More T-scores at which accuracy is told, besides -1 and -2.5: T of at most T.")
  private List<Double> thresholds = new ArrayList<>();

  @Option(
      names = "--prevalence",
      paramLabel = "SHARE",
      split = ",",
      defaultValue = "0.05,0.1,0.2,0.3,0.5",
      description =
          "Shares of low densities at which predictive values are told (default:"
              + " ${DEFAULT-VALUE}).")
  private List<Double> prevalences = new ArrayList<>();

  @Option(
      names = "--subgroup",
      paramLabel = "TRAIT",
      split = ",",
      description =
          "Traits whose subgroups are told: sex, age, bmi or a column of the predictions (default:"
              + " all that have at most 12 values).")
  private List<String> subgroups = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = "Confidence of the intervals (default: ${DEFAULT-VALUE}).")
  private double level = 0.95;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Resamples of subjects behind an interval (default: ${DEFAULT-VALUE}).")
  private int resamples = 2000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the resamples and of the folds (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  /** The settings. */
  StudySettings settings() throws IOException {
    Path file = Path.of(reference);
    ReferencePopulation population =
        Files.isRegularFile(file)
            ? ReferencePopulation.read(file)
            : WrongUsage.checked(() -> ReferencePopulation.preset(reference));
    return WrongUsage.checked(() ->
        new StudySettings(
            new EvaluationSettings(
                population,
                CallPolicy.DEFAULT,
                new Bootstrap(resamples, seed, level),
                allThresholds(),
                Set.copyOf(subgroups)),
            prevalences.stream().distinct().sorted().toList()));
  }

  long seed() {
    return seed;
  }

  /** Those of the WHO first, then the others from the highest down. */
  private List<Threshold> allThresholds() {
    List<Threshold> all = new ArrayList<>(Threshold.WHO);
    for (double score : new TreeSet<>(thresholds).descendingSet()) {
      Threshold threshold = Threshold.of(score);
      if (!all.contains(threshold)) {
        all.add(threshold);
      }
    }
    return all;
  }
}
