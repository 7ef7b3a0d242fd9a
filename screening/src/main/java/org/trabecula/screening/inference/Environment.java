package org.trabecula.screening.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The one environment of ONNX Runtime in a process. */
final class Environment {
  /**
   * When it starts, version 1.29 matches the process's command line against a regular expression
   * that recurses for each character: past 3,700 characters, as a long list of films makes it, the
   * usual stack of 1 MB overflows and the process dies (measured; 40,000 characters need 80 MB).
   * Only what is used of a stack costs memory.
   */
  private static final long STACK_BYTES = 1L << 29;

  private Environment() {}

  /**
   * Returns the environment, without reports to the runtime's maker. What it reports while it
   * starts can only be prevented from outside: the launcher sets {@code ORT_DISABLE_TELEMETRY}.
   *
   * @throws IOException if the runtime does not start
   */
  static synchronized OrtEnvironment get() throws IOException {
    AtomicReference<OrtEnvironment> started = new AtomicReference<>();
    Thread thread = new Thread(null, () -> started.set(start()), "onnx-start", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while ONNX Runtime started", e);
    }
    OrtEnvironment environment = started.get();
    if (environment == null) {
      throw new IOException("ONNX Runtime did not start");
    }
    try {
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime does not stop reporting its use", e);
    }
    return environment;
  }

  /** Only errors are logged: the runtime warns of things that no user can mend. */
  private static OrtEnvironment start() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "trabecula");
  }
}
