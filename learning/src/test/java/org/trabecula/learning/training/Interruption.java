package org.trabecula.learning.training;

import java.util.function.Consumer;

/** Stops a training once it has saved so many steps. */
final class Interruption implements Consumer<TrainingEvent> {
  static final class Stop extends RuntimeException {}

  private final long step;

  Interruption(long step) {
    this.step = step;
  }

  @Override
  public void accept(TrainingEvent event) {
    if (event instanceof TrainingEvent.Saved saved && saved.step() == step) {
      throw new Stop();
    }
  }
}
