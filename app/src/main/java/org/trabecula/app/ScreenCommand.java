package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.report.summary.SummaryRow;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen}: radiographs to density reports. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Estimates bone mineral density from radiographs, or says why not. One line per image on"
            + " standard output; per image a folder with result.json, report.html and overlay.png.",
    footer = {
      "",
      "Examples:",
      "  trabecula screen film.dcm",
      "  trabecula screen film.png --pixel-spacing 0.15 --view lumbar-ap --age 72 --sex female",
      "  trabecula screen films/ --out reports --format csv > results.csv",
      "",
      "Exit codes: 0 every image was screened; 1 some were refused; 2 wrong usage;",
      "3 the model or a file could not be read or written."
    })
final class ScreenCommand implements Callable<Integer> {
  /** More would outgrow the heap that the launcher grants. */
  private static final int MOST_THREADS = 4;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "DICOM, PNG, TIFF or JPEG files, or folders of them.")
  private List<Path> files = List.of();

  @Mixin private ScreenOptions options = new ScreenOptions();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package (default: the starter model, trained on synthetic radiographs).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Folder for the reports (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("out");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or csv (default: ${DEFAULT-VALUE}).")
  private ResultList.Format format = ResultList.Format.TABLE;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Images at a time (default: the processors, at most 4).")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    ReadOptions reading = options.reading();
    ScreenRequest request = options.request();
    List<Inputs.Input> inputs = Inputs.of(files);
    Files.createDirectories(out);
    int workers = Math.max(1, Math.min(inputs.size(), threads.orElse(standardThreads())));
    // One image gets all processors; several images get one each.
    int perInference = workers == 1 ? standardThreads() : 1;
    Path folder = model.orElse(Installation.starterModel());
    try (Screener screener = Screener.open(folder, new ScreenerOptions(perInference));
        Terminal terminal = new Terminal("Screening", inputs.size(), quiet)) {
      ScreenRun run = new ScreenRun(screener, reading, request, out);
      ResultList list = ResultList.of(format, request, screener.model(), inputs);
      list.head().forEach(terminal::result);
      ExitCode code = screen(run, inputs, workers, new Listing(list, terminal));
      list.foot().forEach(terminal::result);
      return code.code();
    }
  }

  private static int standardThreads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** Where results are listed. */
  private record Listing(ResultList list, Terminal terminal) {
    void show(ScreenRun.Outcome outcome) {
      list.lines(outcome).forEach(terminal::result);
      if (outcome.row() instanceof SummaryRow.Failed failed && list instanceof ResultList.Json) {
        System.err.println(failed.image() + ": " + failed.sentence());
      }
    }
  }

  /** Lists in the order of the inputs, whoever is ready first. */
  private static ExitCode screen(
      ScreenRun run, List<Inputs.Input> inputs, int workers, Listing listing) throws IOException {
    ExitCode worst = ExitCode.DONE;
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      Queue<Future<ScreenRun.Outcome>> tasks = new ArrayDeque<>();
      for (Inputs.Input input : inputs) {
        tasks.add(pool.submit(() -> run.screen(input)));
      }
      for (int i = 0; i < inputs.size(); i++) {
        // What is shown is not kept: an archive may be large.
        ScreenRun.Outcome outcome = tasks.remove().get();
        listing.show(outcome);
        listing.terminal().done(i + 1L);
        ExitCode code = code(outcome.row());
        worst = code.compareTo(worst) > 0 ? code : worst;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    return worst;
  }

  private static ExitCode code(SummaryRow row) {
    return switch (row) {
      case SummaryRow.Screened screened -> ExitCode.DONE;
      case SummaryRow.Refused refused -> ExitCode.SOME_REFUSED;
      case SummaryRow.Failed failed -> ExitCode.FAILED;
    };
  }
}
