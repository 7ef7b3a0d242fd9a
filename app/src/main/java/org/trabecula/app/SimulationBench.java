package org.trabecula.app;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.CohortWriter;
import org.trabecula.simulation.FilmFormat;
import org.trabecula.simulation.Progress;
import org.trabecula.simulation.Protocol;

/**
 * Measures simulation. A subject is all that belongs to it, from anatomy to files; what a further
 * position or look costs is the difference between cohorts of the same subjects, made in turn.
 *
 * <p>The processor's time is printed too: it tells more than the clock where others compute.
 */
record SimulationBench(Path work) {
  private static final long SEED = 424_242;
  private static final double PITCH_MM = 0.8;
  private static final int ROUNDS = 3;
  private static final int SUBJECTS = 4;
  private static final int FURTHER_POSITIONS = 1;
  private static final int FURTHER_LOOKS = 4;
  private static final int COHORT = 8;

  /** What a cohort took, s. */
  private record Took(double clock, double processor) {
    Took over(Took other, double units) {
      return new Took((clock - other.clock) / units, (processor - other.processor) / units);
    }
  }

  /**
   * Measures.
   *
   * @param print told what was measured, and its figures
   */
  void run(BiConsumer<String, String> print) throws IOException {
    run("warm-up", SUBJECTS, 1, 1);
    List<Took> subjects = new ArrayList<>();
    List<Took> positions = new ArrayList<>();
    List<Took> looks = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Took one = run("one-" + round, SUBJECTS, 1, 1);
      int further = 1 + FURTHER_POSITIONS;
      Took laidAnew = run("positions-" + round, SUBJECTS, further, further);
      Took developed = run("looks-" + round, SUBJECTS, 1 + FURTHER_LOOKS, 1);
      subjects.add(one.over(new Took(0, 0), SUBJECTS));
      positions.add(laidAnew.over(one, SUBJECTS * FURTHER_POSITIONS));
      looks.add(developed.over(one, SUBJECTS * FURTHER_LOOKS));
    }
    print.accept(
        "simulate a subject, 0.8 mm pitch (about 512 x 512 pixels)", figure(subjects, 1, "%.2f s"));
    print.accept("simulate a further position of a subject", figure(positions, 1, "%.2f s"));
    print.accept("simulate a further look of a position", figure(looks, 1000, "%.0f ms"));
    print.accept("simulate a cohort, peak memory", memory());
  }

  private static String figure(List<Took> took, double unit, String format) {
    return String.format(
        ROOT,
        format + " on 2 threads, " + format + " of processor time (median of %d)",
        unit * median(took.stream().mapToDouble(Took::clock).toArray()),
        unit * median(took.stream().mapToDouble(Took::processor).toArray()),
        took.size());
  }

  /** The memory of a process of its own. */
  private String memory() throws IOException {
    double[] megabytes = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      List<String> words = new ArrayList<>();
      words.add(Installation.home().resolve("trabecula").toString());
      words.addAll(List.of("simulate", "--view", "lumbar-ap", "--quiet", "--films", "3"));
      words.addAll(List.of("--subjects", String.valueOf(COHORT), "--seed", String.valueOf(SEED)));
      words.addAll(List.of("--pitch", String.valueOf(PITCH_MM)));
      words.addAll(List.of("--out", work.resolve("memory-" + round).toString()));
      megabytes[round] = ChildProcess.run(words).peakMegabytes();
    }
    double median = median(megabytes);
    return String.format(
        ROOT,
        "%s (%d subjects of 3 films, median of %d)",
        median > 0 ? Math.round(median) + " MB" : "unknown",
        COHORT,
        ROUNDS);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Took run(String name, int subjects, int films, int positions) throws IOException {
    CohortSettings settings =
        new CohortSettings(
            Protocol.REFERENCE_V1,
            View.LUMBAR_AP,
            subjects,
            SEED,
            films,
            positions,
            PITCH_MM,
            FilmFormat.DICOM);
    long start = System.nanoTime();
    double processor = processorSeconds();
    CohortWriter.write(settings, work.resolve(name), Progress.NONE);
    return new Took((System.nanoTime() - start) / 1e9, processorSeconds() - processor);
  }

  private static double processorSeconds() {
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toNanos() / 1e9;
  }

  /** Simulates one film and returns its file. */
  Path film(double pitchMm) throws IOException {
    CohortSettings settings =
        new CohortSettings(
            Protocol.REFERENCE_V1, View.LUMBAR_AP, 1, SEED, 1, 1, pitchMm, FilmFormat.DICOM);
    Path folder = work.resolve("film");
    Manifest made = CohortWriter.write(settings, folder, Progress.NONE);
    return folder.resolve(made.rows().getFirst().image());
  }
}
