package org.trabecula.cohort.pairing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.cohort.pairing.film.FilmEntry;
import org.trabecula.cohort.pairing.film.FilmReader;

/** Reads many films; of each only a few KB are kept, so that a large folder fits in memory. */
final class FilmReading {
  private FilmReading() {}

  /**
   * Reads in parallel, answers in order.
   *
   * @param progress hears how many are done
   */
  static List<Film> read(
      List<FilmEntry> entries, FilmReader reader, int threads, IntConsumer progress)
      throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Film>> tasks =
          entries.stream().map(entry -> pool.submit(() -> reader.read(entry))).toList();
      List<Film> films = new ArrayList<>(entries.size());
      for (Future<Film> task : tasks) {
        films.add(task.get());
        progress.accept(films.size());
      }
      return films;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A film could not be read; please report this", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
