package org.trabecula.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.data.BatchStream;
import org.trabecula.learning.torch.Trainer;

/** Runs a trainer to its end, with checkpoints on the way. */
final class TrainingLoop {
  private static final int REPORT_EVERY = 50;

  /** Steps after which the speed is known well enough to plan with. */
  private static final int FIRST_PLAN = 20;

  /** Validations over a whole training: often enough to see it, seldom enough to be cheap. */
  private static final int VALIDATIONS = 15;

  private final Plan plan;
  private final Trainer trainer;
  private final Consumer<TrainingEvent> listener;
  private final InstantSource clock;
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private Schedule schedule;
  private double secondsBefore;
  private Instant started;
  private Instant reported;
  private long reportedStep;
  private long validatedStep;
  private Instant saved;

  /**
   * What is trained, and where it is kept.
   *
   * @param name of the network
   * @param settings of the training
   * @param examples in an epoch
   * @param batches the batch of each step
   * @param checkpoint file
   * @param fingerprint of network and data
   */
  record Plan(
      String name,
      TrainingSettings settings,
      int examples,
      LongFunction<Batch> batches,
      Path checkpoint,
      String fingerprint) {

    long plannedSteps() {
      return switch (settings.length()) {
        case TrainingLength.Steps s -> s.steps();
        case TrainingLength.Epochs e ->
            Math.max(1, Math.round(e.epochs() * examples / settings.batch()));
        // A first guess, replaced as soon as the speed is known.
        case TrainingLength.Minutes m -> Math.max(10, Math.round(m.minutes() * 60 * 3));
      };
    }
  }

  /** Hears of moments at which a validation is due. */
  @FunctionalInterface
  interface Validation {
    Map<Site, Double> errors(Trainer trainer);
  }

  TrainingLoop(Plan plan, Trainer trainer, Consumer<TrainingEvent> listener, InstantSource clock) {
    this.plan = plan;
    this.trainer = trainer;
    this.listener = listener;
    this.clock = clock;
    this.schedule = Schedule.of(plan.plannedSteps(), plan.settings());
    this.started = clock.instant();
    this.reported = started;
    this.saved = started;
  }

  /**
   * Goes on from the checkpoint if there is one.
   *
   * @throws IOException if it belongs to another network, other settings or other data
   */
  void resume() throws IOException {
    if (!Files.exists(plan.checkpoint())) {
      return;
    }
    Checkpoint checkpoint = Checkpoint.read(plan.checkpoint());
    if (!checkpoint.fingerprint().equals(plan.fingerprint())) {
      throw new IOException(
          "%s belongs to another training (network, settings or data differ); remove it or train"
                  .formatted(plan.checkpoint())
              + " without resuming");
    }
    trainer.restore(checkpoint.state());
    schedule = Schedule.of(checkpoint.total(), plan.settings());
    secondsBefore = checkpoint.seconds();
    reportedStep = trainer.step();
    validatedStep = trainer.step();
    listener.accept(
        new TrainingEvent.Noted(plan.name(), "Resumed at step %d".formatted(trainer.step())));
  }

  /** Trains to the end and writes the last checkpoint. */
  void run(Validation validation) throws IOException {
    started = clock.instant();
    reported = started;
    saved = started;
    try (BatchStream batches = new BatchStream(trainer.step(), plan.batches())) {
      while (trainer.step() < schedule.total()) {
        long step = trainer.step();
        Map<String, Double> losses =
            trainer.step(batches.take(), schedule.learningRate(step), schedule.progress(step));
        losses.forEach((name, value) -> sums.merge(name, value, Double::sum));
        afterStep(validation);
      }
    }
    save();
  }

  private void afterStep(Validation validation) throws IOException {
    long step = trainer.step();
    if (step - reportedStep >= REPORT_EVERY || step == schedule.total()) {
      report();
    }
    replan();
    long every = Math.max(20, schedule.total() / VALIDATIONS);
    if (step - validatedStep >= every || step == schedule.total()) {
      validatedStep = step;
      Instant before = clock.instant();
      Map<Site, Double> errors = validation.errors(trainer);
      listener.accept(new TrainingEvent.Validated(plan.name(), step, errors));
      reported = reported.plus(Duration.between(before, clock.instant()));
    }
    if (minutesSince(saved) >= plan.settings().checkpointMinutes()) {
      save();
    }
  }

  private void report() {
    long steps = trainer.step() - reportedStep;
    double seconds = Math.max(1e-9, minutesSince(reported) * 60);
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, sum / steps));
    listener.accept(
        new TrainingEvent.Stepped(
            plan.name(),
            trainer.step(),
            schedule.total(),
            means,
            steps * plan.settings().batch() / seconds));
    sums.clear();
    reported = clock.instant();
    reportedStep = trainer.step();
  }

  /** With a time limit: as many steps as the speed so far allows, once it is known. */
  private void replan() {
    if (plan.settings().length() instanceof TrainingLength.Minutes(double minutes)
        && (trainer.step() >= FIRST_PLAN || seconds() > minutes * 60)) {
      double seconds = seconds();
      double left = Math.max(0, minutes * 60 - seconds);
      long more = (long) (left * trainer.step() / seconds);
      schedule = Schedule.of(trainer.step() + more, plan.settings());
    }
  }

  private double seconds() {
    return secondsBefore + minutesSince(started) * 60;
  }

  private double minutesSince(Instant instant) {
    return Duration.between(instant, clock.instant()).toNanos() / 60e9;
  }

  private void save() throws IOException {
    new Checkpoint(plan.fingerprint(), trainer.state(), schedule.total(), seconds())
        .write(plan.checkpoint());
    saved = clock.instant();
    listener.accept(new TrainingEvent.Saved(plan.name(), trainer.step(), plan.checkpoint()));
  }
}
