package org.trabecula.learning.training;

import java.nio.file.Path;
import java.util.Map;
import org.trabecula.densitometry.Site;

/** What happens during training. */
public sealed interface TrainingEvent {

  /** Which network it is about, for instance {@code lumbar-ap}. */
  String network();

  /**
   * Some steps were done.
   *
   * @param step done so far
   * @param total planned
   * @param losses means of the parts of the loss since the last report
   * @param imagesPerSecond since the last report
   */
  record Stepped(
      String network, long step, long total, Map<String, Double> losses, double imagesPerSecond)
      implements TrainingEvent {
    public Stepped {
      losses = Map.copyOf(losses);
    }
  }

  /**
   * The averaged weights were tried on subjects that training does not see.
   *
   * @param errors mean absolute error by site, g/cm2
   */
  record Validated(String network, long step, Map<Site, Double> errors) implements TrainingEvent {
    public Validated {
      errors = Map.copyOf(errors);
    }
  }

  /** A checkpoint was written. */
  record Saved(String network, long step, Path file) implements TrainingEvent {}

  /** Something worth a line. */
  record Noted(String network, String sentence) implements TrainingEvent {}
}
