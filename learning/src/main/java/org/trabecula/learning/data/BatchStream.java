package org.trabecula.learning.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Makes the batches of coming steps ahead of time. A batch depends on its step alone, so a stream
 * that starts later gives the same batches.
 */
public final class BatchStream implements AutoCloseable {
  private static final int AHEAD = 3;

  private final LongFunction<Batch> maker;
  private final ExecutorService executor = Executors.newSingleThreadExecutor(BatchStream::thread);
  private final Deque<Future<Batch>> coming = new ArrayDeque<>();
  private long next;

  /**
   * Starts making batches.
   *
   * @param firstStep step of the first batch
   * @param maker the batch of a step
   */
  public BatchStream(long firstStep, LongFunction<Batch> maker) {
    this.maker = maker;
    this.next = firstStep;
    for (int i = 0; i < AHEAD; i++) {
      order();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "batches");
    thread.setDaemon(true);
    return thread;
  }

  private void order() {
    long step = next++;
    coming.add(executor.submit(() -> maker.apply(step)));
  }

  /** The next batch; waits for it if need be. */
  public Batch take() {
    Future<Batch> first = coming.remove();
    order();
    try {
      return first.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Making a batch failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a batch", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
