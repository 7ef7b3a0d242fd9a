package org.trabecula.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.trabecula.cohort.Manifest;

/**
 * Writes a synthetic cohort: films, truth maps and {@code manifest.csv}.
 *
 * <p>Everything about a subject follows from the settings and the subject's number, so that a run
 * may stop at any time and go on later: a subject whose rows are there is complete. The result does
 * not depend on the number of threads.
 */
public final class CohortWriter {
  private static final String SETTINGS = "settings.txt";
  private static final String ROWS = "subjects";

  private CohortWriter() {}

  /**
   * Writes a cohort on two threads.
   *
   * @return the manifest that was written
   * @throws IOException if the folder holds a cohort of other settings, or writing fails
   */
  public static Manifest write(CohortSettings settings, Path folder, Progress progress)
      throws IOException {
    return new Run(settings, folder, progress, n -> SubjectScene.of(settings, n)).write(2);
  }

  /** Where the scenes of a cohort come from. */
  @FunctionalInterface
  interface Scenes {
    Scene at(int number);
  }

  /** One run over a folder. */
  record Run(CohortSettings settings, Path folder, Progress progress, Scenes scenes) {

    Manifest write(int threads) throws IOException {
      for (String part : List.of("films", "maps", ROWS)) {
        Files.createDirectories(folder.resolve(part));
      }
      claim();
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> tasks = new ArrayList<>();
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        for (int i = 0; i < settings.subjects(); i++) {
          int number = i;
          tasks.add(
              pool.submit(
                  () -> {
                    complete(number);
                    progress.at(done.incrementAndGet(), settings.subjects());
                    return null;
                  }));
        }
        await(tasks, pool);
      }
      return gather();
    }

    private static void await(List<Future<?>> tasks, ExecutorService pool) throws IOException {
      try {
        for (Future<?> task : tasks) {
          task.get();
        }
      } catch (ExecutionException e) {
        pool.shutdownNow();
        switch (e.getCause()) {
          case IOException io -> throw new IOException(io.getMessage(), io);
          case UncheckedIOException io -> throw new IOException(io.getMessage(), io);
          case null, default ->
              throw new IllegalStateException("A subject could not be simulated", e.getCause());
        }
      } catch (InterruptedException e) {
        pool.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted; what is complete will not be made again", e);
      }
    }

    /** Refuses a folder that holds other subjects. */
    private void claim() throws IOException {
      Path file = folder.resolve(SETTINGS);
      String ours = settings.fingerprint();
      if (!Files.exists(file)) {
        Files.writeString(file, ours);
      } else if (!Files.readString(file).equals(ours)) {
        throw new IOException(
            "%s holds a cohort of other settings; choose another folder or remove it"
                .formatted(folder));
      }
    }

    private Path rowsOf(int number) {
      return folder.resolve(ROWS).resolve(name(number) + ".csv");
    }

    private void complete(int number) throws IOException {
      if (Files.exists(rowsOf(number))) {
        return;
      }
      List<Manifest.Row> rows =
          new SubjectFiles(settings, folder).write(scenes.at(number), number, name(number));
      new Manifest(folder, rows).write(rowsOf(number));
    }

    private Manifest gather() throws IOException {
      List<Manifest.Row> rows = new ArrayList<>();
      for (int i = 0; i < settings.subjects(); i++) {
        rows.addAll(Manifest.read(rowsOf(i)).rows());
      }
      Manifest manifest = new Manifest(folder.toAbsolutePath(), rows);
      manifest.write(folder.resolve("manifest.csv"));
      return manifest;
    }

    private String name(int number) {
      return String.format(Locale.ROOT, "s%d-%06d", settings.seed(), number);
    }
  }
}
