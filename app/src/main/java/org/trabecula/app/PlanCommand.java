package org.trabecula.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.trabecula.validation.planning.PlannedArea;
import org.trabecula.validation.planning.PlannedError;
import org.trabecula.validation.planning.PlannedFigure;
import org.trabecula.validation.planning.PlannedLimits;
import org.trabecula.validation.planning.PlannedShare;
import org.trabecula.validation.planning.PlannedSlope;
import org.trabecula.validation.planning.StudySize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plan}: how many subjects a validation needs. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "How many subjects a validation needs so that its figures come with intervals of a given"
            + " width. Every figure that is asked for gets a row; the study needs the largest.",
    footer = {
      "",
      "Examples:",
      "  trabecula plan --sensitivity 0.90 --width 0.10 --prevalence 0.3",
      "  trabecula plan --sensitivity 0.90 --specificity 0.85 --auc 0.92 --width 0.10"
          + " --prevalence 0.3 --assurance 0.8 --dropout 0.1",
      "  trabecula plan --error-sd 0.06 --bmd-width 0.02 --r 0.95 --slope-width 0.1 --format csv",
      "",
      "Exit codes: 0 done; 2 wrong usage, or no study is large enough."
    })
final class PlanCommand implements Callable<Integer> {
  @Option(names = "--sensitivity", paramLabel = "P", description = "Expected sensitivity.")
  private Optional<Double> sensitivity = Optional.empty();

  @Option(names = "--specificity", paramLabel = "P", description = "Expected specificity.")
  private Optional<Double> specificity = Optional.empty();

  @Option(names = "--auc", paramLabel = "A", description = "Expected area under the ROC curve.")
  private Optional<Double> auc = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "W",
      description =
          "Width of the interval of a sensitivity, a specificity or an AUC, for instance 0.10.")
  private Optional<Double> width = Optional.empty();

  @Option(
      names = "--prevalence",
      paramLabel = "P",
      description = "Share with the outcome among those who are recruited.")
  private Optional<Double> prevalence = Optional.empty();

  @Option(
      names = "--error-sd",
      paramLabel = "SD",
      description =
          "Expected standard deviation of estimate less DXA, g/cm2: plans bias, MAE and"
              + " limits of agreement.")
  private Optional<Double> errorSd = Optional.empty();

  @Option(
      names = "--bmd-width",
      paramLabel = "W",
      description = "Width of the intervals of bias, MAE and each limit of agreement, g/cm2.")
  private Optional<Double> bmdWidth = Optional.empty();

  @Option(
      names = "--r",
      paramLabel = "R",
      description = "Expected correlation of estimate and DXA: plans the calibration slope.")
  private Optional<Double> correlation = Optional.empty();

  @Option(
      names = "--slope-width",
      paramLabel = "W",
      description = "Width of the interval of the calibration slope.")
  private Optional<Double> slopeWidth = Optional.empty();

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "0.95",
      description = "Level of the intervals (default: ${DEFAULT-VALUE}).")
  private double level = 0.95;

  @Option(
      names = "--assurance",
      paramLabel = "P",
      description =
          "Chance that the study's intervals are at most so wide, for instance 0.8;"
              + " without it the expected width is planned, which about every second study meets.")
  private Optional<Double> assurance = Optional.empty();

  @Option(
      names = "--dropout",
      paramLabel = "P",
      defaultValue = "0",
      description =
          "Share of the recruited that will be lost: refused films, failed DXA"
              + " (default: none).")
  private double dropout;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or csv (default: ${DEFAULT-VALUE}).")
  private PlanList.Format format = PlanList.Format.TEXT;

  @Override
  public Integer call() {
    List<StudySize> rows =
        WrongUsage.checked(() -> {
          List<StudySize> sizes = new ArrayList<>();
          for (PlannedFigure figure : figures()) {
            sizes.add(StudySize.of(figure, level, optional(assurance)));
          }
          sizes.forEach(size -> size.recruited(dropout));
          return sizes;
        });
    PlanList list = new PlanList(rows, new PlanList.Asked(level, optional(assurance), dropout));
    list.lines(format).forEach(System.out::println);
    return ExitCode.DONE.code();
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  private List<PlannedFigure> figures() {
    List<PlannedFigure> figures = new ArrayList<>();
    sensitivity.ifPresent(
        share -> figures.add(share(PlannedShare.Kind.SENSITIVITY, share, "--sensitivity")));
    specificity.ifPresent(
        share -> figures.add(share(PlannedShare.Kind.SPECIFICITY, share, "--specificity")));
    auc.ifPresent(area ->
        figures.add(
            PlannedArea.of(
                area,
                needed(width, "--auc", "--width"),
                needed(prevalence, "--auc", "--prevalence"))));
    errorSd.ifPresent(sd -> {
      double wanted = needed(bmdWidth, "--error-sd", "--bmd-width");
      figures.add(new PlannedError(PlannedError.Kind.BIAS, sd, wanted));
      figures.add(new PlannedError(PlannedError.Kind.MEAN_ABSOLUTE, sd, wanted));
      figures.add(new PlannedLimits(sd, wanted));
    });
    correlation.ifPresent(
        r -> figures.add(new PlannedSlope(1, r, needed(slopeWidth, "--r", "--slope-width"))));
    if (figures.isEmpty()) {
      throw WrongUsage.of(
          "Nothing to plan: state --sensitivity, --specificity, --auc, --error-sd or --r");
    }
    return figures;
  }

  private PlannedShare share(PlannedShare.Kind kind, double share, String option) {
    return new PlannedShare(
        kind, share, needed(width, option, "--width"), needed(prevalence, option, "--prevalence"));
  }

  private static double needed(Optional<Double> value, String option, String missing) {
    return value.orElseThrow(() -> WrongUsage.of("%s also needs %s".formatted(option, missing)));
  }
}
