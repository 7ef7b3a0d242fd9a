package org.trabecula.learning.training;

/** How long to train: a closed choice. */
public sealed interface TrainingLength {
  /** So many steps. Training of a given number of steps can be repeated bit by bit. */
  record Steps(long steps) implements TrainingLength {
    public Steps {
      requirePositive((double) steps, "steps");
    }
  }

  /** So many times through the examples; as repeatable as steps. */
  record Epochs(double epochs) implements TrainingLength {
    public Epochs {
      requirePositive(epochs, "epochs");
    }
  }

  /** Until so much time has passed: the schedule follows the clock, hence not repeatable. */
  record Minutes(double minutes) implements TrainingLength {
    public Minutes {
      requirePositive(minutes, "minutes");
    }
  }

  private static void requirePositive(double value, String name) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("%s is %s, not positive".formatted(name, value));
    }
  }
}
