package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.trabecula.cohort.Manifest;

/** Prepares the examples of a manifest on several threads. */
public final class Preparation {
  private Preparation() {}

  /** Makes one example; empty if there is none to make. */
  @FunctionalInterface
  interface Source {
    Optional<Example> example(int slot) throws IOException;
  }

  /**
   * Where and how to prepare.
   *
   * @param folder of the prepared files
   * @param threads that read radiographs
   * @param progress hears how far it is
   */
  public record Options(Path folder, int threads, Progress progress) {}

  /**
   * Returns the examples of a manifest, slot by row; those prepared earlier are reused.
   *
   * @throws IOException if a file cannot be read; a refused radiograph is no error
   */
  public static PreparedSet of(Manifest manifest, Options options) throws IOException {
    List<Manifest.Row> rows = manifest.rows();
    return of(
        "prepared-" + manifest.sha256().substring(0, 16),
        rows.size(),
        slot -> ExampleReader.read(manifest, rows.get(slot)),
        options);
  }

  static PreparedSet of(String name, int count, Source source, Options options) throws IOException {
    PreparedSet set = PreparedSet.open(options.folder().resolve(name + ".bin"), count);
    List<Future<?>> tasks = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    try (ExecutorService executor = Executors.newFixedThreadPool(options.threads())) {
      for (int slot = 0; slot < count; slot++) {
        int mine = slot;
        if (set.state(slot) == PreparedSet.State.PENDING) {
          tasks.add(
              executor.submit(() -> {
                source.example(mine).ifPresentOrElse(e -> set.put(mine, e), () -> set.refuse(mine));
                options.progress().at("prepare", done.incrementAndGet(), count);
                return null;
              }));
        } else {
          done.incrementAndGet();
        }
      }
      await(tasks, executor);
    }
    set.force();
    return set;
  }

  private static void await(List<Future<?>> tasks, ExecutorService executor) throws IOException {
    try {
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (ExecutionException e) {
      executor.shutdownNow();
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("Preparation failed", e.getCause());
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("Preparation was interrupted", e);
    }
  }
}
