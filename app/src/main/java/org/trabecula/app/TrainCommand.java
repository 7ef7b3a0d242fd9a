package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Split;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.packaging.ModelTraining;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelPackage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: from manifests to a model package. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Trains a model package on radiographs with known densities: a density network per view"
            + " that the manifests hold, and the network that tells the views apart. Checkpoints"
            + " are kept below the output folder; --resume goes on from them bit by bit.",
    footer = {
      "",
      "Examples:",
      "  trabecula train --manifest cohort/manifest.csv --out model --minutes 30",
      "  trabecula train --manifest lumbar/manifest.csv --manifest hip/manifest.csv"
          + " --decoys decoys --epochs 40 --seed 7 --out model --resume",
      "  trabecula train --manifest our-pairs/manifest.csv --from models/starter --epochs 10"
          + " --out model",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class TrainCommand implements Callable<Integer> {
  /** The view network needs so much of what a density network needs. */
  private static final double VIEW_SHARE = 0.2;

  private static final String VIEW_NETWORK = "view";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "CSV",
      description = "Manifest of radiographs with densities; may be given several times.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--decoys",
      paramLabel = "DIR",
      description = "Radiographs that show neither view, for the view network to refuse.")
  private Optional<Path> decoys = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Model package whose weights the networks start from, instead of at random. A checkpoint"
              + " that is gone on from holds its own.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "VIEW",
      description =
          "Take the density network of a view from the package of --from as it is, with its"
              + " calibration; repeatable. Use it where all films of a view have trained that"
              + " package: none would be left to calibrate on. 'view' keeps the view network.")
  private List<String> keep = List.of();

  @Option(
      names = "--fractures",
      description =
          "Learn what a fractured vertebra looks like from films whose manifest names them in the"
              + " column 'fractured'; suspected vertebrae are then left out. Learned from simulated"
              + " films it suspects most vertebrae of real ones: for studies only.")
  private boolean fractures;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model package.")
  private Path out = Path.of("");

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description =
          "Share of the subjects that calibrates and does not train; there is then no test part:"
              + " evaluate on a fresh cohort. Without it, 10 %% calibrate and 10 %% are for"
              + " evaluate.")
  private Optional<Double> heldOut = Optional.empty();

  @Option(
      names = "--held-out-of",
      paramLabel = "VIEW=SHARE",
      description =
          "Another share for the density network of one view, such as hip-ap=0.33 where that view's"
              + " cohort is the smaller: the quantile behind a 90 %% interval wants some 400"
              + " subjects.")
  private Map<String, Double> heldOutOf = Map.of();

  @Option(names = "--resume", description = "Go on from the checkpoints in the output folder.")
  private boolean resume;

  @ArgGroup(multiplicity = "0..1")
  private Length length = new Length();

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description =
          "single or brain (bfloat16); a checkpoint goes on only in its own (default: what this"
              + " machine computes fastest).")
  private Precision precision = Precision.ofThisMachine();

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      defaultValue = "0.002",
      description = "Largest step of the optimiser; less to go on from --from (default: 0.002).")
  private double learningRate = TrainingSettings.STANDARD.learningRate();

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default: 1.")
  private long seed = 1;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Name of the package (default: ${DEFAULT-VALUE}).")
  private String name = "local";

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      defaultValue = "1",
      description = "Version of the package (default: ${DEFAULT-VALUE}).")
  private String version = "1";

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** How long a density network is trained; the view network takes a fifth of it. */
  static final class Length {
    @Option(names = "--minutes", paramLabel = "M", description = "Minutes per density network.")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Times through the films.")
    private Optional<Double> epochs = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the optimiser.")
    private Optional<Long> steps = Optional.empty();

    TrainingLength length(double share) {
      if (minutes.isPresent()) {
        return new TrainingLength.Minutes(share * minutes.get());
      }
      if (steps.isPresent()) {
        return new TrainingLength.Steps(Math.max(1, Math.round(share * steps.get())));
      }
      if (epochs.isPresent()) {
        return new TrainingLength.Epochs(Math.max(1, share * epochs.get()));
      }
      return TrainingSettings.STANDARD.length();
    }
  }

  @Override
  public Integer call() throws IOException {
    ModelTraining.Settings settings = WrongUsage.checked(this::settings);
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    ModelTraining.Origin origin =
        new ModelTraining.Origin(name, version, Version.commit(), CommandWords.of(command));
    PrintWriter err = command.commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    ModelPackage model =
        ModelTraining.run(
            WrongUsage.checked(() ->
                new ModelTraining.Request(
                    manifests,
                    decoys,
                    from,
                    kept(),
                    keep.contains(VIEW_NETWORK),
                    fractures,
                    out,
                    resume,
                    origin)),
            settings,
            new ModelTraining.Hearing(log::heard, log::prepared, Clock.systemUTC()));
    System.out.printf(
        "Model package %s %s, trained on %s radiographs: %s%n",
        model.name(), model.version(), model.synthetic() ? "synthetic" : "the cohort's", out);
    return ExitCode.DONE.code();
  }

  /**
   * How the networks are trained.
   *
   * @throws IllegalArgumentException in one sentence, if what was stated cannot be
   */
  ModelTraining.Settings settings() {
    TrainingSettings density = settings(1);
    Map<View, TrainingSettings> byView = new EnumMap<>(View.class);
    for (View view : View.values()) {
      byView.put(view, density.withAugmentation(AugmentationSettings.of(view)));
    }
    heldOutOf.forEach((code, share) ->
        byView.computeIfPresent(View.of(code), (view, how) -> how.withFractions(without(share))));
    return new ModelTraining.Settings(byView, settings(VIEW_SHARE));
  }

  private Set<View> kept() {
    return keep.stream()
        .filter(name -> !name.equals(VIEW_NETWORK))
        .map(View::of)
        .collect(Collectors.toSet());
  }

  private static Split.Fractions without(double heldOut) {
    return new Split.Fractions(1 - heldOut, heldOut);
  }

  private TrainingSettings settings(double share) {
    Split.Fractions fractions = heldOut.map(TrainCommand::without).orElse(Split.Fractions.DEFAULT);
    TrainingSettings standard = TrainingSettings.STANDARD;
    return standard
        .withSeed(seed)
        .withBatch(standard.batch(), learningRate)
        .withPrecision(precision)
        .withLength(length.length(share))
        .withFractions(fractions);
  }
}
