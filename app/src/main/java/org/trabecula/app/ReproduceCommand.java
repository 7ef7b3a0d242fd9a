package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.study.Arm;
import org.trabecula.learning.study.Reproduction;
import org.trabecula.learning.study.ReproductionReport;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reproduce}: the study of Moro et al. on simulated participants. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Reproduces the study of Moro et al. (J Orthop Res 2025) on simulated participants of"
            + " reference cohort v1: one radiograph of each, five-fold cross-validation by subject,"
            + " with networks trained from scratch and from a pretrained model. A run that was"
            + " stopped goes on where it stopped.",
    footer = {
      "",
      "Examples:",
      "  trabecula reproduce --quick --out study",
      "  trabecula reproduce --out study",
      "  trabecula reproduce --view lumbar-ap --arm scratch --out study",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class ReproduceCommand implements Callable<Integer> {
  /** Participants of the published study. */
  private static final int PARTICIPANTS = 1454;

  private static final int QUICK_PARTICIPANTS = 160;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for cohorts, folds, reproduce.md and reproduce.json.")
  private Path out = Path.of("");

  @Option(
      names = "--quick",
      description =
          "A small study that shows in minutes that all of it runs; its figures say little.")
  private boolean quick;

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "lumbar-ap or hip-ap; may be given twice (default: both).")
  private List<String> views = List.of();

  @Option(
      names = "--arm",
      paramLabel = "ARM",
      description = "pretrained or scratch; may be given twice (default: both).")
  private List<Arm> arms = List.of();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Model package that the pretrained arm starts from (default: the starter).")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--participants",
      paramLabel = "N",
      description = "How many (default: 1454, as in the paper; 160 with --quick).")
  private Optional<Integer> participants = Optional.empty();

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "5",
      description = "Of the cross-validation (default: ${DEFAULT-VALUE}).")
  private int folds = 5;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1001454",
      description =
          "Of participants and folds; reference cohorts start at 1000000 (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed = 1_001_454;

  @Option(
      names = "--scratch-epochs",
      paramLabel = "N",
      description = "Times through the films from scratch (default: 30; 3 with --quick).")
  private Optional<Double> scratchEpochs = Optional.empty();

  @Option(
      names = "--pretrained-epochs",
      paramLabel = "N",
      description = "Times through the films from a pretrained model (default: 8; 1 with --quick).")
  private Optional<Double> pretrainedEpochs = Optional.empty();

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = "single or brain (bfloat16) (default: what this machine computes fastest).")
  private Precision precision = Precision.ofThisMachine();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    Reproduction.Settings settings = WrongUsage.checked(this::settings);
    PrintWriter err = quiet ? new PrintWriter(Writer.nullWriter()) : command.commandLine().getErr();
    TrainingLog log = new TrainingLog(err);
    Reproduction.Request request =
        new Reproduction.Request(
            settings,
            from.orElse(Installation.starterModel()),
            out,
            Version.commit(),
            CommandWords.of(command));
    ReproductionReport report =
        Reproduction.run(request, new Reproduction.Hearing(log::said, log::prepared));
    report.write(out);
    System.out.println(report.markdown());
    return ExitCode.DONE.code();
  }

  /**
   * The study that was asked for.
   *
   * @throws IllegalArgumentException in one sentence, if it cannot be done
   */
  private Reproduction.Settings settings() {
    Map<Arm, TrainingSettings> how = new EnumMap<>(Arm.class);
    for (Arm arm : arms.isEmpty() ? List.of(Arm.values()) : arms) {
      how.put(arm, training(arm));
    }
    return new Reproduction.Settings(
        participants.orElse(quick ? QUICK_PARTICIPANTS : PARTICIPANTS),
        folds,
        seed,
        views.isEmpty() ? List.of(View.values()) : views.stream().map(View::of).toList(),
        how);
  }

  private TrainingSettings training(Arm arm) {
    TrainingSettings standard = TrainingSettings.STANDARD;
    double epochs =
        switch (arm) {
          case SCRATCH -> scratchEpochs.orElse(quick ? 3.0 : 30.0);
          case PRETRAINED -> pretrainedEpochs.orElse(quick ? 1.0 : 8.0);
        };
    // A pretrained network is already near; steps as large as a fresh one takes would undo it.
    double rate = arm == Arm.SCRATCH ? standard.learningRate() : standard.learningRate() / 4;
    return standard
        .withBatch(standard.batch(), rate)
        .withPrecision(precision)
        .withLength(new TrainingLength.Epochs(epochs));
  }
}
