package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs this program as a process of its own and measures it. */
final class ChildProcess {
  private static final long POLL_MILLIS = 5;

  private ChildProcess() {}

  /**
   * What a process used.
   *
   * @param seconds from start to end
   * @param peakMegabytes of resident memory; 0 where the system does not tell
   */
  record Used(double seconds, double peakMegabytes) {}

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it cannot be run, or fails with more than refusals
   */
  static Used run(List<String> words) throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      double peak = 0;
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, megabytes(process.pid()));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() > ExitCode.SOME_REFUSED.code()) {
        throw new IOException(
            "%s ended with exit code %d".formatted(String.join(" ", words), process.exitValue()));
      }
      return new Used(seconds, peak);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  /** The peak of resident memory that Linux keeps for each process. */
  private static double megabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // Another system, or the process has just ended: what was seen so far stands.
      return 0;
    }
    return 0;
  }
}
