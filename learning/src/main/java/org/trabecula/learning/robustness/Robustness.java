package org.trabecula.learning.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.trabecula.learning.data.Progress;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.radiography.View;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.FilmFormat;
import org.trabecula.simulation.Protocol;

/** Measures a model package on freshly simulated subjects of the reference cohort's protocol. */
public final class Robustness {
  /** Seeds from here on belong to subjects that nobody trains on or tests with. */
  public static final long FIRST_SEED = 2_000_000;

  /** Pixel pitch of the films, mm: that of the figures in docs/results.md. */
  private static final double PITCH_MM = 1.0;

  private static final int SHUFFLES = 3;
  private static final int ATTEMPTS_AT_A_PICTURE = 20;

  private final Request request;
  private final Progress progress;

  /**
   * What to measure.
   *
   * @param model folder of the model package
   * @param view of the films
   * @param subjects how many, at least 2
   * @param seed of the cohort, at least {@link #FIRST_SEED}
   * @param command that does it again
   */
  public record Request(Path model, View view, int subjects, long seed, String command) {
    public Request {
      if (subjects < 2) {
        throw new IllegalArgumentException("%d subjects are fewer than 2".formatted(subjects));
      }
      if (seed < FIRST_SEED) {
        throw new IllegalArgumentException(
            "Seed %d belongs to subjects of training or tests; use %d or more"
                .formatted(seed, FIRST_SEED));
      }
    }

    private CohortSettings settings() {
      return new CohortSettings(
          Protocol.REFERENCE_V1, view, subjects, seed, 1, 1, PITCH_MM, FilmFormat.DICOM);
    }
  }

  /** One subject in all studies. */
  private record Studied(
      List<PerturbationStudy.Trial> perturbations,
      PrecisionStudy.Repeats repeats,
      GateStudy.Films gate,
      Optional<BoneStudy.Look> bone) {

    static Studied of(Session session, List<Screener> shuffled) {
      return new Studied(
          PerturbationStudy.of(session),
          PrecisionStudy.of(session),
          GateStudy.of(session),
          BoneStudy.of(session, shuffled));
    }
  }

  private Robustness(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs all studies.
   *
   * @throws IOException if the model package cannot be read or does not read the view
   */
  public static RobustnessReport run(Request request, Progress progress) throws IOException {
    return new Robustness(request, progress).run();
  }

  /**
   * Writes {@code robustness.png}: one film under every change, fault and erasure.
   *
   * @return what it shows, row by row
   * @throws IOException if the model package cannot be read or the picture not be written
   */
  public static List<String> picture(Request request, Path folder) throws IOException {
    try (Screener screener = open(request)) {
      Session session = Session.of(screener, request.settings(), 0);
      // A JPEG without tags, or a subject who is refused, would not show everything.
      for (int i = 1; i < ATTEMPTS_AT_A_PICTURE && !showsAll(session); i++) {
        session = Session.of(screener, request.settings(), i);
      }
      Montage montage = Montage.of(session.sitting());
      Files.createDirectories(folder);
      GrayImageFile.write(montage.image(), folder.resolve("robustness.png"));
      return montage.names();
    }
  }

  private static boolean showsAll(Session session) {
    return !session.said().isRefused() && session.sitting().film().look().jpegQuality().isEmpty();
  }

  private static Screener open(Request request) throws IOException {
    Screener screener = Screener.open(request.model(), new ScreenerOptions(1));
    if (screener.model().densityModel(request.view()).isEmpty()) {
      screener.close();
      throw new IOException(
          "The model package %s does not read %s"
              .formatted(request.model(), request.view().code()));
    }
    return screener;
  }

  private RobustnessReport run() throws IOException {
    Path work = Files.createTempDirectory("trabecula-robustness");
    List<Screener> shuffled = new ArrayList<>();
    try (Screener screener = open(request)) {
      for (int k = 0; k < SHUFFLES; k++) {
        Path folder = Files.createDirectory(work.resolve("shuffled-" + k));
        shuffled.add(ShuffledPackage.open(request.model(), request.view(), k + 1, folder));
      }
      return report(screener, studied(screener, shuffled));
    } finally {
      shuffled.forEach(Screener::close);
      delete(work);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<Studied> studied(Screener screener, List<Screener> shuffled) throws IOException {
    List<Future<Studied>> tasks = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < request.subjects(); i++) {
        int number = i;
        tasks.add(
            executor.submit(() -> {
              Studied studied =
                  Studied.of(Session.of(screener, request.settings(), number), shuffled);
              progress.at("robustness", done.incrementAndGet(), request.subjects());
              return studied;
            }));
      }
      List<Studied> studied = new ArrayList<>();
      for (Future<Studied> task : tasks) {
        studied.add(task.get());
      }
      return studied;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A subject could not be studied", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The study was interrupted", e);
    }
  }

  private RobustnessReport report(Screener screener, List<Studied> subjects) {
    View view = request.view();
    List<Table> tables = new ArrayList<>();
    tables.add(
        PerturbationStudy.table(view, subjects.stream().map(Studied::perturbations).toList()));
    tables.add(PrecisionStudy.table(view, subjects.stream().map(Studied::repeats).toList()));
    List<GateStudy.Films> gate = subjects.stream().map(Studied::gate).toList();
    tables.add(GateStudy.faults(view, gate));
    tables.add(GateStudy.good(gate));
    tables.addAll(BoneStudy.tables(view, subjects.stream().flatMap(s -> s.bone.stream()).toList()));
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("model", screener.model().name() + " " + screener.model().version());
    origin.put("view", view.code());
    origin.put("cohort", "%s, seed %d".formatted(Protocol.REFERENCE_V1.name(), request.seed()));
    origin.put("subjects", Integer.toString(subjects.size()));
    origin.put("command", request.command());
    return new RobustnessReport(origin, tables);
  }
}
