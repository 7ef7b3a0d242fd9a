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
    line(
        event.network(),
        switch (event) {
          case TrainingEvent.Stepped stepped -> stepped(stepped);
          case TrainingEvent.Validated validated -> validated(validated);
          case TrainingEvent.Saved saved -> "checkpoint at step %d".formatted(saved.step());
          case TrainingEvent.Noted noted -> noted.sentence();
        });
  }

  /** A sentence that says for itself what it is about. */
  void said(String sentence) {
    to.println(sentence);
    to.flush();
  }

  /** How far the preparation of films is: a line per tenth. */
  void prepared(String task, long done, long total) {
    long before = (done - 1) * PARTS / Math.max(1, total);
    if (done == total || done * PARTS / Math.max(1, total) > before) {
      line(task, done + " of " + total);
    }
  }

  private static String stepped(TrainingEvent.Stepped event) {
    String losses =
        new TreeMap<>(event.losses())
            .entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.4f", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "step %d of %d: %s; %.0f images/s",
        event.step(),
        event.total(),
        losses,
        event.imagesPerSecond());
  }

  private static String validated(TrainingEvent.Validated event) {
    Map<Site, Double> errors = new TreeMap<>(event.errors());
    String list =
        errors.entrySet().stream()
            .map(error ->
                String.format(Locale.ROOT, "%s %.4f", error.getKey().label(), error.getValue()))
            .collect(Collectors.joining(", "));
    return errors.isEmpty()
        ? String.format(Locale.ROOT, "step %d validated", event.step())
        : String.format(Locale.ROOT, "step %d, validation MAE in g/cm2: %s", event.step(), list);
  }

  private void line(String about, String text) {
    to.println(String.format(Locale.ROOT, "%-10s %s", about, text));
    to.flush();
  }
}
