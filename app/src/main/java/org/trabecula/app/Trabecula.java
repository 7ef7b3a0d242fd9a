package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Trabecula. */
@Command(
    name = "trabecula",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ScreenCommand.class,
      SimulateCommand.class,
      SimulateCtCommand.class,
      DevelopCommand.class,
      CensusCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      PairCommand.class,
      DeidentifyCommand.class,
      ValidateCommand.class,
      CalibrateCommand.class,
      MonitorCommand.class,
      PlanCommand.class,
      ReproduceCommand.class,
      LearningCurveCommand.class,
      CalibrationCurveCommand.class,
      RobustnessCommand.class,
      LabelStudyCommand.class,
      BenchCommand.class
    },
    description =
        "Bone mineral density from routine X-rays of the lumbar spine and the hip."
            + " Research use; not a medical device.",
    footer = {
      "",
      "Examples:",
      "  trabecula screen film.dcm --age 72 --sex female",
      "  trabecula simulate --subjects 10 --seed 1 --view lumbar-ap --out cohort",
      "",
      "Exit codes: 0 done; 1 some images were refused; 2 wrong usage; 3 model or file failed."
    })
public final class Trabecula implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  private Trabecula() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Trabecula());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExitCodeExceptionMapper(failure ->
        failure instanceof CommandLine.ParameterException
            ? ExitCode.USAGE.code()
            : ExitCode.FAILED.code());
    line.setExecutionExceptionHandler(Trabecula::explain);
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
  }

  private static int explain(
      Exception failure, CommandLine line, CommandLine.ParseResult parseResult) throws Exception {
    PrintWriter err = line.getErr();
    if (failure instanceof WrongUsage) {
      err.println(failure.getMessage());
      return ExitCode.USAGE.code();
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      err.println(Failure.sentence(failure));
      return ExitCode.FAILED.code();
    }
    throw failure;
  }
}
