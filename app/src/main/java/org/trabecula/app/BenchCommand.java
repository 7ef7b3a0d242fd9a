package org.trabecula.app;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: how fast it is here. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Measures speed on this machine: one image from the start of a process to its result,"
            + " a folder of images, simulation. Training prints its own images per second.",
    footer = {
      "",
      "Examples:",
      "  trabecula bench",
      "  trabecula bench --image film.dcm --runs 9 --folder 300",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 something could not be run."
    })
final class BenchCommand implements Callable<Integer> {
  private static final double FILM_PITCH_MM = 0.2;

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Image to screen (default: a simulated one).")
  private Optional<Path> image = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model package (default: the starter model).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Processes that are measured (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--folder",
      paramLabel = "N",
      defaultValue = "100",
      description = "Images in the folder (default: ${DEFAULT-VALUE}).")
  private int inFolder = 100;

  @Override
  public Integer call() throws IOException {
    if (runs < 1 || inFolder < 1) {
      throw WrongUsage.of("--runs and --folder must be at least 1");
    }
    Path work = Files.createTempDirectory("trabecula-bench");
    try {
      print("machine", Runtime.getRuntime().availableProcessors() + " processors");
      Path film = simulate(work);
      Path screened = image.orElse(film);
      one(screened, work);
      folder(screened, work);
    } finally {
      FileTree.delete(work);
    }
    return ExitCode.DONE.code();
  }

  /** Measures simulation, and simulates a large film. */
  private static Path simulate(Path work) throws IOException {
    SimulationBench bench = new SimulationBench(work);
    bench.run(BenchCommand::print);
    return bench.film(FILM_PITCH_MM);
  }

  /** The first run makes the archive of classes and warms the file system; it is not counted. */
  private void one(Path film, Path work) throws IOException {
    double[] seconds = new double[runs];
    double megabytes = 0;
    for (int i = -1; i < runs; i++) {
      ChildProcess.Used used = ChildProcess.run(screen(film, work));
      if (i >= 0) {
        seconds[i] = used.seconds();
      }
      megabytes = Math.max(megabytes, used.peakMegabytes());
    }
    Arrays.sort(seconds);
    print(
        "screen one image, process start to result",
        String.format(
            ROOT,
            "median %.2f s, worst %.2f s (%d runs), peak memory %s",
            seconds[runs / 2],
            seconds[runs - 1],
            runs,
            megabytes > 0 ? Math.round(megabytes) + " MB" : "unknown"));
  }

  private void folder(Path film, Path work) throws IOException {
    Path folder = Files.createDirectories(work.resolve("folder"));
    for (int i = 0; i < inFolder; i++) {
      Files.copy(film, folder.resolve(String.format(ROOT, "%04d-%s", i, film.getFileName())));
    }
    double seconds = ChildProcess.run(screen(folder, work)).seconds();
    print(
        "screen a folder, process start to the last result",
        String.format(
            ROOT, "%.1f images/s (%d images, %.1f s)", inFolder / seconds, inFolder, seconds));
  }

  private List<String> screen(Path what, Path work) {
    List<String> words = new ArrayList<>();
    words.add(Installation.home().resolve("trabecula").toString());
    words.addAll(List.of("screen", what.toString(), "--quiet", "--view", "lumbar-ap"));
    words.addAll(List.of("--out", work.resolve("reports").toString()));
    model.ifPresent(folder -> words.addAll(List.of("--model", folder.toString())));
    return words;
  }

  private static void print(String what, String figure) {
    System.out.println(what + ": " + figure);
  }
}
