package org.trabecula.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.training.TrainingEvent;

/**
 * Tells of a training, one line per event.
 *
 * @param to where the lines go
 */
record TrainingLog(PrintWriter to) {
  private static final int PARTS = 10;

  /** An event of a training. */
  void heard(TrainingEvent event) {
    print(
        "%-10s %s",
        event.network(),
        switch (event) {
          case TrainingEvent.Stepped stepped -> stepped(stepped);
          case TrainingEvent.Validated validated -> validated(validated);
          case TrainingEvent.Saved saved -> "checkpoint at step %d".formatted(saved.step());
          case TrainingEvent.Noted noted -> noted.sentence();
        });
  }

  /** How far the preparation of films is: a line per tenth. */
  void prepared(String task, long done, long total) {
    long before = (done - 1) * PARTS / Math.max(1, total);
    if (done == total || done * PARTS / Math.max(1, total) > before) {
      print("%-10s %d of %d", task, done, total);
    }
  }

  private static String stepped(TrainingEvent.Stepped event) {
    String losses =
        new TreeMap<>(event.losses())
            .entrySet().stream()
                .map(loss -> format("%s %.4f", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining(", "));
    return format(
        "step %d of %d: %s; %.0f images/s",
        event.step(), event.total(), losses, event.imagesPerSecond());
  }

  private static String validated(TrainingEvent.Validated event) {
    Map<Site, Double> errors = new TreeMap<>(event.errors());
    String list =
        errors.entrySet().stream()
            .map(error -> format("%s %.4f", error.getKey().label(), error.getValue()))
            .collect(Collectors.joining(", "));
    return errors.isEmpty()
        ? format("step %d validated", event.step())
        : format("step %d, validation MAE in g/cm2: %s", event.step(), list);
  }

  private void print(String format, Object... arguments) {
    to.println(format(format, arguments));
    to.flush();
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
