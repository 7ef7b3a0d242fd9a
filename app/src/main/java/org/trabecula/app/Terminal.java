package org.trabecula.app;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Where results and progress go. Results go to standard output, all else to standard error, so that
 * a pipe gets results only.
 */
final class Terminal implements AutoCloseable {
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final PrintStream err;
  private final @Nullable ProgressBar bar;

  /**
   * Opens progress over so many steps; it is shown if standard error is a terminal, as the launcher
   * tells, and if there is more than one step.
   */
  Terminal(String task, long steps, boolean quiet) {
    this.out = System.out;
    this.err = System.err;
    boolean shown = !quiet && steps > 1 && Boolean.getBoolean("trabecula.terminal");
    this.bar =
        shown
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build()
            : null;
  }

  /** Prints a line of the result. */
  synchronized void result(String line) {
    if (bar != null) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
    out.println(line);
    out.flush();
  }

  /** So many steps are done. */
  void done(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
