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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.trabecula.cohort.Manifest;

/**
 * Writes numbered subjects into a folder, each once: a subject whose rows are there is complete, so
 * a run may stop at any time and go on later. Nothing depends on the number of threads.
 *
 * @param folder of the cohort
 * @param fingerprint all that a subject's files depend on besides its number
 * @param subjects how many
 * @param prefix of the subjects' names
 * @param work makes the files of one subject
 */
record ResumableRun(Path folder, String fingerprint, int subjects, String prefix, Work work) {
  private static final String SETTINGS = "settings.txt";
  private static final String ROWS = "subjects";

  /** Makes the files of a subject and tells their rows. */
  @FunctionalInterface
  interface Work {
    List<Manifest.Row> of(int number, String name) throws IOException;
  }

  Manifest write(int threads, Progress progress) throws IOException {
    for (String part : List.of("films", "maps", ROWS)) {
      Files.createDirectories(folder.resolve(part));
    }
    claim();
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> tasks = new ArrayList<>();
    Semaphore failed = new Semaphore(0);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < subjects; i++) {
        int number = i;
        tasks.add(
            pool.submit(() -> {
              try {
                if (failed.availablePermits() == 0) {
                  complete(number);
                  progress.at(done.incrementAndGet(), subjects);
                }
              } catch (IOException | RuntimeException e) {
                failed.release();
                throw e;
              }
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
    if (!Files.exists(file)) {
      Files.writeString(file, fingerprint);
    } else if (!Files.readString(file).equals(fingerprint)) {
      throw new IOException(
          "%s holds a cohort of other settings; choose another folder or remove it"
              .formatted(folder));
    }
  }

  private Path rowsOf(int number) {
    return folder.resolve(ROWS).resolve(name(number) + ".csv");
  }

  private void complete(int number) throws IOException {
    if (!Files.exists(rowsOf(number))) {
      new Manifest(folder, work.of(number, name(number))).write(rowsOf(number));
    }
  }

  private Manifest gather() throws IOException {
    List<Manifest.Row> rows = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      rows.addAll(Manifest.read(rowsOf(i)).rows());
    }
    Manifest manifest = new Manifest(folder.toAbsolutePath(), rows);
    manifest.write(folder.resolve("manifest.csv"));
    return manifest;
  }

  private String name(int number) {
    return String.format(Locale.ROOT, "%s-%06d", prefix, number);
  }
}
